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
from wegwijzer.programme.queries.portfolios import portfolio_names
from wegwijzer.signals.queries import list_phenomena

BADGES = {Status.DRAFT: "neutral", Status.PUBLISHED: "success", Status.SUPERSEDED: "warning"}


class Names(dict[str, str]):
    """The phenomena by their slug, in the language of the reader; the portfolios by theirs."""

    def __init__(self, phenomena: Iterable[tuple[str, str]], portfolios: dict[str, str]) -> None:
        super().__init__(phenomena)
        self.portfolios = portfolios

    def portfolio(self, slug: str) -> str:
        """Return the name of a portfolio; one that the programme has not, as people read it."""
        return self.portfolios.get(slug) or portfolio_name(slug)


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


def phenomenon_names(actor: Actor) -> Names:
    """Return the phenomena of the core and of the own region, and every portfolio."""
    phenomena = ((row.slug, _(row.name)) for row in list_phenomena(actor))
    return Names(phenomena, portfolio_names(actor))


def portfolio_name(slug: str) -> str:
    """Return a slug as people read it."""
    return slug.replace("-", " ").capitalize()


def shown(row: ItemRow, names: Names) -> Shown:
    """Return an item as a list shows it, in the language of the reader."""
    return Shown(
        row,
        _(KIND_LABELS[row.kind]),
        "" if row.status is Status.PUBLISHED else _(STATUS_LABELS[row.status]),
        BADGES[row.status],
        ", ".join(names.get(slug, slug) for slug in row.phenomena),
        names.portfolio(row.portfolio),
    )


def reasons_in_words(reasons: Iterable[Reason], names: Names) -> list[tuple[str, str]]:
    """Return each reason as a label and what shows it."""
    return [(_(REASON_LABELS[one.kind]), _values(one, names)) for one in reasons]


def _values(reason: Reason, names: Names) -> str:
    if reason.kind is ReasonKind.PHENOMENON:
        return ", ".join(names.get(slug, slug) for slug in reason.values)
    if reason.kind is ReasonKind.PORTFOLIO:
        return ", ".join(names.portfolio(slug) for slug in reason.values)
    if reason.kind in (ReasonKind.FOLLOWS, ReasonKind.SAME_TIME):
        first, last = (date_format(date.fromisoformat(day), "F Y") for day in reason.values)
        if reason.kind is ReasonKind.FOLLOWS:
            return _("het ene eindigt in %(first)s, het andere begint in %(last)s") % {
                "first": first,
                "last": last,
            }
        return _("%(first)s tot en met %(last)s") % {"first": first, "last": last}
    return ", ".join(reason.values)
