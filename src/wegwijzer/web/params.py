"""Read what a query string says, or a button sends; what can't be is never a 500."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.utils.translation import gettext as _

from wegwijzer.kernel.errors import NotFound

E = TypeVar("E", bound=StrEnum)
LONGEST, LONGEST_QUERY = 200, 8000
LARGEST = 2**63 - 1


class BadQuery(SuspiciousOperation):
    """The address holds a value that no page ever puts there; Django answers it with a 400."""


def check_query(request: HttpRequest) -> None:
    """Refuse a query longer than any page makes, with a NUL, or with a page that is no number."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY or "%00" in query or "\x00" in query:
        raise BadQuery(_("Dit adres is te lang of bevat een onleesbaar teken."))
    # Lists go by key, not by number; an address made up by hand still gets a plain answer.
    number(request, "page")


def text(request: HttpRequest, name: str) -> str:
    """Return the trimmed text of a parameter, at most 200 characters, or an empty one."""
    value = request.GET.get(name, "").strip()
    if len(value) > LONGEST or "\x00" in value:
        raise BadQuery(_("De zoektekst is te lang of bevat een onleesbaar teken."))
    return value


def number(request: HttpRequest, name: str) -> int | None:
    """Return a whole number from 1 up, or None when the parameter is absent."""
    value = text(request, name)
    if value == "":
        return None
    if not (value.isascii() and value.isdigit() and 0 < int(value) <= LARGEST):
        raise BadQuery(_("Dit adres bevat geen geldig getal."))
    return int(value)


def identifier(request: HttpRequest, name: str) -> UUID | None:
    """Return an id, or None when the parameter is absent."""
    value = text(request, name)
    if value == "":
        return None
    try:
        return UUID(value)
    except ValueError as wrong:
        raise BadQuery(_("Dit adres bevat geen geldig kenmerk.")) from wrong


def identifiers(values: Iterable[str]) -> set[UUID]:
    """Return the ids among what a form sends; the form itself says what can't be chosen."""
    found = set()
    for value in values:
        with suppress(ValueError):
            found.add(UUID(value))
    return found


def posted(request: HttpRequest, name: str) -> UUID:
    """Return the id that a button of a page sends; one that can't be is of nothing there is."""
    return known(request.POST.get(name, ""))


def known(value: str) -> UUID:
    """Return an id out of a form; what can't be one is not found."""
    try:
        return UUID(value)
    except ValueError:
        raise NotFound from None


def choice(request: HttpRequest, name: str, kind: type[E]) -> E | None:
    """Return one of the choices, or None when the parameter is absent or empty."""
    value = text(request, name)
    if value == "":
        return None
    try:
        return kind(value)
    except ValueError as wrong:
        raise BadQuery(_("Dit adres bevat een keuze die niet bestaat.")) from wrong


def day(request: HttpRequest, name: str) -> date | None:
    """Return a day in ISO form, or None when the parameter is absent."""
    value = text(request, name)
    if value == "":
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as wrong:
        raise BadQuery(_("Dit adres bevat geen geldige datum.")) from wrong
