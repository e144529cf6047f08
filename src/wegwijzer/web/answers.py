"""Answer what a rule refuses: at the field of a form, or as an address that can't be."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.web.middleware import sentence
from wegwijzer.web.params import BadQuery


def acted(request: HttpRequest, form: forms.Form, act: Callable[[], object], said: str) -> bool:
    """Return whether the act was done; if not, the form says why, at the field when there is one.

    What the actor may not do at all, or may not know of, is not caught here.
    """
    try:
        act()
    except (Invalid, Conflict) as refusal:
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, sentence(refusal))
        return False
    messages.success(request, said)
    return True


def done(request: HttpRequest, act: Callable[[], object], said: str) -> bool:
    """Return whether the act was done, for a button without a form; if not, a message says why."""
    try:
        act()
    except (Invalid, Conflict) as refusal:
        messages.error(request, sentence(refusal))
        return False
    messages.success(request, said)
    return True


@contextmanager
def from_address() -> Iterator[None]:
    """Answer with a 400 when what the address says, such as a place in a list, can't be."""
    try:
        yield
    except Invalid as wrong:
        raise BadQuery(sentence(wrong)) from wrong
