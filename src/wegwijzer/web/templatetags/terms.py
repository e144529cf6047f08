"""Show what a word means where it is used: the adopted text unfolds at the word itself.

``{% term "jonge-aanwas" %}`` writes one word; ``{% with_terms text %}`` writes a text in which the
first use on the page of each adopted word is one; ``{% counted_by text %}`` says with a figure by
which version it counts. They are built in: no ``{% load %}`` is needed.
"""

from datetime import date
from re import Match, Pattern
from typing import Any
from uuid import uuid4

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape as html_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from wegwijzer.commons import queries
from wegwijzer.commons.queries import TermInForce
from wegwijzer.commons.rules.terms import pattern_of, used_in

Words = tuple[dict[str, TermInForce], Pattern[str]]
register = template.Library()
READ, WORDS, SHOWN = "_terms_in_force", "_terms_words", "_terms_shown"


@register.simple_tag(takes_context=True)
def term(context: dict[str, Any], slug: str, label: str = "") -> SafeString | str:
    """Write a word with its adopted text; without one, the plain word."""
    found = next((one for one in _terms(context) if one.slug == slug), None)
    if found is None:
        return label or slug.replace("-", " ")
    return _drawn(found, html_escape(label or found.name))


@register.simple_tag(takes_context=True)
def with_terms(context: dict[str, Any], text: str, *, on: date | None = None) -> SafeString:
    """Write a text; the first use on the page of each adopted word shows what it means.

    ``on`` is the day of a text that no longer changes: its words keep the meaning of that day.
    """
    written = html_escape(text).replace("\n", "<br>")
    words, pattern = _words(context, on or None)
    if not words:
        return mark_safe(written)  # noqa: S308 (escaped above)
    shown: set[str] = _kept(context).setdefault(SHOWN, set())

    def drawn(found: Match[str]) -> str:
        one = words[found[0].casefold()]
        if one.slug in shown:
            return found[0]
        shown.add(one.slug)
        return _drawn(one, mark_safe(found[0]))  # noqa: S308 (as above)

    return mark_safe(pattern.sub(drawn, written))  # noqa: S308 (drawn by a template)


@register.simple_tag(takes_context=True)
def counted_by(context: dict[str, Any], *texts: str) -> str:
    """Say by which version of which words a figure counts; nothing when it names none."""
    known = {one.name: one for one in _terms(context)}
    used = used_in(known, texts)
    told = [
        gettext("%(term)s (versie %(version)s)") % {"term": name, "version": known[name].number}
        for name in sorted(used, key=str.casefold)
    ]
    said = gettext("Telt volgens de definitie van %(terms)s.")
    return said % {"terms": ", ".join(told)} if told else ""


def _drawn(one: TermInForce, label: SafeString) -> SafeString:
    context = {"one": one, "label": label, "id": uuid4().hex[:12]}
    return render_to_string("terms/_word.html", context)


def _words(context: dict[str, Any], on: date | None) -> Words:
    """Return what counts by its word as a page writes it, and what finds those in a text."""
    made: dict[date | None, Words] = _kept(context).setdefault(WORDS, {})
    if on not in made:
        words = {html_escape(one.name).casefold(): one for one in _terms(context, on)}
        made[on] = words, pattern_of(words)
    return made[on]


def _terms(context: dict[str, Any], on: date | None = None) -> list[TermInForce]:
    """Return what counts, read once for each page and day."""
    actor = context.get("actor")
    if actor is None:
        return []
    read: dict[date | None, list[TermInForce]] = _kept(context).setdefault(READ, {})
    if on not in read:
        read[on] = queries.list_terms_in_force(actor, on=on)
    return read[on]


def _kept(context: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept for the whole page; nothing outside one."""
    return vars(context["request"]) if "request" in context else {}
