"""Do one act for a form: what a rule refuses returns to the field it is about."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.web.middleware import sentence


def acted(request: HttpRequest, form: forms.Form, act: Callable[[], object], done: str) -> bool:
    """Return whether the act was done; if not, the form says why, at the field when there is one.

    What the actor may not do at all, or may not know of, is not caught here.
    """
    try:
        act()
    except (Invalid, Conflict) as refusal:
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, sentence(refusal))
        return False
    messages.success(request, done)
    return True
