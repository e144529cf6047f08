"""Show what a word means where it is used: the adopted text unfolds at the word itself.

``{% term "jonge-aanwas" %}`` writes one word; ``{% with_terms text %}`` writes a text in which the
first use of each adopted word is one. Both need ``{% load terms %}`` and ``css/terms.css``.
"""

from re import IGNORECASE, Match, escape, sub
from typing import Any
from uuid import uuid4

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape as html_escape
from django.utils.safestring import SafeString, mark_safe

from wegwijzer.commons import queries
from wegwijzer.commons.queries import TermInForce

register = template.Library()
CACHE = "_terms_in_force"


@register.simple_tag(takes_context=True)
def term(context: dict[str, Any], slug: str, label: str = "") -> SafeString | str:
    """Write a word with its adopted text; without one, the plain word."""
    found = next((one for one in _terms(context) if one.slug == slug), None)
    if found is None:
        return label or slug.replace("-", " ")
    return _drawn(found, html_escape(label or found.name))


@register.simple_tag(takes_context=True)
def with_terms(context: dict[str, Any], text: str) -> SafeString:
    """Write a text; the first use of each adopted word shows what it means."""
    words = {one.name.casefold(): one for one in _terms(context)}
    written = html_escape(text).replace("\n", "<br>")
    if not words:
        return mark_safe(written)  # noqa: S308 (escaped in the line above)

    def drawn(found: Match[str]) -> str:
        one = words.pop(found[0].casefold(), None)
        return _drawn(one, mark_safe(found[0])) if one else found[0]  # noqa: S308 (as above)

    names = "|".join(escape(str(html_escape(one.name))) for one in _terms(context))
    return mark_safe(  # noqa: S308 (what is found is escaped; what is drawn comes from a template)
        sub(rf"(?<!\w)(?:{names})(?!\w)", drawn, written, flags=IGNORECASE)
    )


def _drawn(one: TermInForce, label: SafeString) -> SafeString:
    context = {"one": one, "label": label, "id": uuid4().hex[:12]}
    return render_to_string("terms/_word.html", context)


def _terms(context: dict[str, Any]) -> list[TermInForce]:
    """Return what counts now, read once for each page."""
    request, actor = context.get("request"), context.get("actor")
    if actor is None:
        return []
    if request is None:
        return queries.list_terms_in_force(actor)
    if not hasattr(request, CACHE):
        setattr(request, CACHE, queries.list_terms_in_force(actor))
    found: list[TermInForce] = getattr(request, CACHE)
    return found
