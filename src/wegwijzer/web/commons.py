"""Items, reasons and answers of the library in the language of the reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wegwijzer.commons.queries import ItemRow
from wegwijzer.commons.rules.chances import REASON_LABELS, Reason, ReasonKind
from wegwijzer.commons.rules.items import KIND_LABELS, STATUS_LABELS, Status
from wegwijzer.kernel.actor import Actor
from wegwijzer.signals.queries import list_phenomena

BADGES = {Status.DRAFT: "neutral", Status.PUBLISHED: "success", Status.SUPERSEDED: "warning"}


@dataclass(frozen=True, slots=True)
class Shown:
    """An item in a list, in the language of the reader."""

    row: ItemRow
    kind: str
    status: str
    badge: str
    phenomena: str
    portfolio: str


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def phenomenon_names(actor: Actor) -> dict[str, str]:
    """Return the phenomena of the core and of the own region, in the language of the reader."""
    return {row.slug: _(row.name) for row in list_phenomena(actor)}


def portfolio_name(slug: str) -> str:
    """Return a slug as people read it."""
    return slug.replace("-", " ").capitalize()


def shown(row: ItemRow, names: dict[str, str]) -> Shown:
    """Return an item as a list shows it, in the language of the reader."""
    return Shown(
        row,
        _(KIND_LABELS[row.kind]),
        "" if row.status is Status.PUBLISHED else _(STATUS_LABELS[row.status]),
        BADGES[row.status],
        ", ".join(names.get(slug, slug) for slug in row.phenomena),
        portfolio_name(row.portfolio),
    )


def reasons_in_words(reasons: Iterable[Reason], names: dict[str, str]) -> list[tuple[str, str]]:
    """Return each reason as a label and what shows it."""
    return [(_(REASON_LABELS[one.kind]), _values(one, names)) for one in reasons]


def _values(reason: Reason, names: dict[str, str]) -> str:
    if reason.kind is ReasonKind.PHENOMENON:
        return ", ".join(names.get(slug, slug) for slug in reason.values)
    if reason.kind is ReasonKind.PORTFOLIO:
        return ", ".join(portfolio_name(slug) for slug in reason.values)
    if reason.kind in (ReasonKind.FOLLOWS, ReasonKind.SAME_TIME):
        first, last = (date_format(date.fromisoformat(day), "F Y") for day in reason.values)
        if reason.kind is ReasonKind.FOLLOWS:
            return _("het ene eindigt in %(first)s, het andere begint in %(last)s") % {
                "first": first,
                "last": last,
            }
        return _("%(first)s tot en met %(last)s") % {"first": first, "last": last}
    return ", ".join(reason.values)
