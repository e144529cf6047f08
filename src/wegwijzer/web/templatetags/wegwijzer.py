"""The components of the house as template tags; the page "Huisstijl" shows each in all its states.

They are built in: a template needs no ``{% load %}``. A tag that ends in a word of its own
(``{% note %}…{% endnote %}``) wraps what stands between.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, ClearableFileInput, FileInput
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.web import icons
from wegwijzer.web.navigation import Group

register = template.Library()

BUILD = Path(__file__).resolve().parents[1] / "static" / "build"
KINDS = ("neutral", "info", "success", "warning", "danger")


# Small things ------------------------------------------------------------------------------------
@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw a pictogram of ``web/icons.py``."""
    return icons.icon(name)


@register.simple_tag
def logo() -> SafeString:
    """Draw the signpost of the brand."""
    return icons.LOGO


@register.simple_tag
def moment(at: datetime | None) -> SafeString | str:
    """Write a moment, in the time of the Netherlands: 23 nov 2026 14:05; a dash for none."""
    if at is None:
        return "—"
    here = timezone.localtime(at)
    return format_html(
        '<time datetime="{}">{}</time>', here.isoformat(timespec="minutes"), _written(here)
    )


@register.simple_tag
def day(on: date | None) -> SafeString | str:
    """Write a day: 23 nov 2026; a dash for none."""
    if on is None:
        return "—"
    return _day(date(on.year, on.month, on.day), get_language() or "")


@lru_cache(maxsize=4_096)
def _day(on: date, language: str) -> SafeString:
    """Write a day in a language: lists hold the same days again and again."""
    return format_html('<time datetime="{}">{}</time>', on.isoformat(), _dated(on))


def _written(at: datetime) -> str:
    return f"{_dated(at)} {date_format(at, 'H:i')}"


def _dated(on: date) -> str:
    """Write a day as the language does: only Dutch writes a month in small letters."""
    return date_format(on, "j b Y" if get_language() == "nl" else "j M Y")


@register.filter
def in_words(said: Any) -> str:
    """Return what was said with values in it, in the language of the reader."""
    text: str = said.text(gettext)
    return text


@register.filter
def thousands(number: int) -> str:
    """Write a whole number as people read it: 100.000."""
    return number_format(number, decimal_pos=0, force_grouping=True)


@register.simple_tag
def build_assets() -> SafeString:
    """Link the typeface and the scripts, where they have been built; pages work without."""
    parts = []
    if (BUILD / "fonts" / "fonts.css").is_file():
        parts.append(
            format_html('<link rel="stylesheet" href="{}">', static("build/fonts/fonts.css"))
        )
    parts += [
        format_html('<script type="module" src="{}"></script>', static(f"build/js/{name}.js"))
        for name in ("keyboard", "draft")
        if (BUILD / "js" / f"{name}.js").is_file()
    ]
    return format_html_join("\n", "{}", ((part,) for part in parts))


@register.simple_tag
def badge(label: str, kind: str = "neutral") -> SafeString:
    """Show a status: word, colour and a shape of its own for each of the five kinds."""
    assert kind in KINDS, f"a badge is one of {KINDS}, not {kind}"
    return format_html('<span class="badge" data-kind="{}">{}</span>', kind, label)


@register.simple_tag(takes_context=True)
def crumbs(context: dict[str, Any], *pairs: str) -> SafeString:
    """Draw the trail to this page: label and address in turn, the page itself last, unlinked."""
    trail = list(zip(pairs[::2], [*pairs[1::2], ""], strict=False))
    return render_to_string("components/crumbs.html", {"trail": trail})


@register.simple_tag
def shortcuts(menu: Iterable[Group]) -> SafeString:
    """Draw what the keys do; those of a menu are the same on every page."""
    keys = tuple((link.key, link.label) for group in menu for link in group.links if link.key)
    return _shortcuts(keys, get_language() or "")


@lru_cache(maxsize=128)
def _shortcuts(keys: tuple[tuple[str, str], ...], language: str) -> SafeString:
    """Draw the keys of a menu in a language, once for everybody who has it."""
    return render_to_string("components/shortcuts.html", {"keys": keys})


# Wrappers ----------------------------------------------------------------------------------------
@register.simple_block_tag
def note(content: str, kind: str = "info", title: str = "") -> SafeString:
    """Wrap what the reader has to know: info, success, warning or danger."""
    context = {"content": content, "kind": kind, "title": title}
    return render_to_string("components/note.html", context)


@register.simple_block_tag
def nothing(content: str, title: str, picture: str = "signpost", level: int = 2) -> SafeString:
    """Fill an empty place: say what would stand here and, between the tags, what to do."""
    context = {"content": content, "title": title, "picture": picture, "level": level}
    return render_to_string("components/nothing.html", context)


@register.simple_block_tag
def card(content: str, title: str = "", level: int = 2) -> SafeString:
    """Wrap what belongs together."""
    return render_to_string("components/card.html", locals())


@register.simple_block_tag
def table(content: str, caption: str, name: str = "") -> SafeString:
    """Wrap the rows of a table: caption, and a road to scroll for the keyboard."""
    return render_to_string("components/table.html", locals())


# Lists of things ---------------------------------------------------------------------------------
@register.inclusion_tag("components/tabs.html")
def tabs(items: Iterable[Sequence[Any]], current: str, label: str = "") -> dict[str, Any]:
    """Show tabs as links: items are (key, label, address) or (key, label, address, count)."""
    rows = [(*item, None) if len(item) == 3 else tuple(item) for item in items]
    return {"rows": rows, "current": current, "label": label or gettext("Weergave")}


@register.inclusion_tag("components/facts.html")
def facts(rows: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Show names and values; a value that is missing is a dash."""
    return {"rows": list(rows)}


@register.inclusion_tag("components/stats.html")
def stats(rows: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """Show figures: (label, figure) or (label, figure, explanation)."""
    return {"rows": [(*row, "") if len(row) == 2 else tuple(row) for row in rows]}


@register.inclusion_tag("components/timeline.html")
def timeline(entries: Iterable[Any]) -> dict[str, Any]:
    """Show what happened, in order: entries with ``at``, ``text``, maybe ``who``, ``detail``."""
    return {"entries": list(entries)}


@register.simple_tag(takes_context=True)
def sortable(context: dict[str, Any], key: str, label: str, current: str = "") -> SafeString:
    """Head a column that sorts the list by ``?sort=key``, or ``?sort=-key`` the other way round.

    ``current`` is the order that the view used.
    """
    request: HttpRequest = context["request"]
    kept = _kept(request, "sort", "after", "before")
    descends = current == key
    order = {key: "ascending", f"-{key}": "descending"}.get(current)
    return format_html(
        '<th scope="col"{}><a href="?{}">{}</a></th>',
        format_html(' aria-sort="{}"', order) if order else "",
        urlencode([*kept, ("sort", f"-{key}" if descends else key)]),
        label,
    )


def _kept(request: HttpRequest, *left_out: str) -> list[tuple[str, str]]:
    """Return the parameters of the address, without some."""
    lists = request.GET.lists()
    return [(name, str(value)) for name, all_ in lists if name not in left_out for value in all_]


@register.inclusion_tag("components/pager.html", takes_context=True)
def pager(
    context: dict[str, Any], after: str = "", before: str = "", name: str = ""
) -> dict[str, Any]:
    """Link the next and the previous page of a list by the key of its last and first row.

    The view reads ``?after=`` or ``?before=``, behind the name of a second list on the page; the
    other parameters of the address stay.
    """
    further, back = f"{name}after", f"{name}before"
    kept = _kept(context["request"], further, back)
    return {
        "next": f"?{urlencode([*kept, (further, after)])}" if after else "",
        "previous": f"?{urlencode([*kept, (back, before)])}" if before else "",
    }


@register.inclusion_tag("components/progress.html")
def progress(done: int, total: int, label: str, poll: str = "") -> dict[str, Any]:
    """Show how far a task is; ``poll`` is the address that answers with this fragment again.

    The page around it adds ``{% refresh %}`` in its head for readers without scripts.
    """
    percent = 100 * done // total if total else 0
    return {"done": done, "total": total, "percent": percent, "label": label, "poll": poll}


@register.simple_tag
def refresh(seconds: int = 5) -> SafeString:
    """Reload the page after some seconds, only where scripts do not run."""
    return format_html('<noscript><meta http-equiv="refresh" content="{}"></noscript>', seconds)


# Forms -------------------------------------------------------------------------------------------
def _is_check(bound: BoundField) -> bool:
    return isinstance(bound.field.widget, CheckboxInput)


def _is_group(bound: BoundField) -> bool:
    return bool(bound.field.widget.use_fieldset) and not _is_file(bound)


def _is_file(bound: BoundField) -> bool:
    return isinstance(bound.field.widget, FileInput | ClearableFileInput)


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, *, private: bool = False) -> dict[str, Any]:
    """Draw a field of a form with label, help and error, tied together for screen readers.

    No grey example stands in the field: it vanishes as soon as one types.

    ``private`` keeps what is typed out of the draft that the browser holds (a BSN, a password). A
    field that is needed in some cases only (``is_conditional``) is not said to be optional.
    """
    attrs: dict[str, Any] = {"placeholder": False}
    if private:
        attrs["data-draft"] = "off"
    if _is_file(bound):
        attrs["class"] = "drop"
    group, check = _is_group(bound), _is_check(bound)
    widget = "" if group else bound.as_widget(attrs=attrs)
    optional = not bound.field.required and not getattr(bound.field, "is_conditional", False)
    return {
        "bound": bound,
        "widget": widget,
        "group": group,
        "check": check,
        "private": private,
        "optional": optional,
    }


@register.inclusion_tag("components/fields.html")
def fields(form: BaseForm) -> dict[str, Any]:
    """Draw the error summary and every field of a form."""
    return {"form": form}


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: BaseForm | Sequence[BaseForm]) -> dict[str, Any]:
    """List every error of a form, or of forms that are sent together, linked to its field."""
    together = [form] if isinstance(form, BaseForm) else form
    return {"errors": [error for one in together for error in _errors(one)]}


def _errors(form: BaseForm) -> list[tuple[str, Any, Any]]:
    found = [
        (f"{bound.auto_id}_0" if _is_group(bound) else bound.id_for_label, bound.label, error)
        for bound in form
        if not bound.is_hidden
        for error in bound.errors
    ]
    hidden = [error for bound in form.hidden_fields() for error in bound.errors]
    general = [("", "", error) for error in (*form.non_field_errors(), *hidden)]
    return [*general, *found]


@register.inclusion_tag("components/filters.html")
def filters(form: BaseForm, clear: str = "") -> dict[str, Any]:
    """Draw a form that narrows a list; ``clear`` is the address without any filter."""
    return {"form": form, "clear": clear, "used": form.has_changed()}


# The verdict -------------------------------------------------------------------------------------
def _stop(condition: Condition) -> dict[str, Any]:
    """Return a condition as it is drawn, in the language of the reader."""
    params = dict(condition.params)

    def say(text: str) -> str:
        return gettext(text) % params if text and params else gettext(text) if text else ""

    return {
        "text": say(condition.text),
        "article": condition.article,
        "met": condition.met,
        "next_step": "" if condition.met else say(condition.next_step),
    }


@register.inclusion_tag("components/verdict.html")
def verdict(
    verdict: Verdict, question: str = "", *, level: int = 2, folded: bool = False
) -> dict[str, Any]:
    """Draw the answer of the law as a route: each condition a stop, with article and next step.

    ``question`` is what the reader asked ("Mag deze melding worden gewogen?"); ``folded`` shows the
    answer alone and unfolds the conditions.
    """
    stops = [_stop(condition) for condition in verdict.conditions]
    return {
        "allowed": verdict.allowed,
        "question": question,
        "stops": stops,
        "met": sum(stop["met"] for stop in stops),
        "missing": len(verdict.missing),
        "total": len(stops),
        "level": level,
        "folded": folded,
    }
