"""What every page gets: the menu, who is acting, and the languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from wegwijzer.web.navigation import menu_for


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Return the menu and the actor; a visitor who is not signed in has neither.

    ``request.actor`` is the designation in use; ``request.designations`` holds the others of the
    same person, each with ``id`` and ``label``.
    """
    actor = getattr(request, "actor", None)
    return {
        "actor": actor,
        "designations": getattr(request, "designations", ()),
        "menu": menu_for(actor, request.path),
        "language": get_language() or settings.LANGUAGE_CODE,
        "languages": settings.LANGUAGES,
        "demo": settings.DEMO,
    }
