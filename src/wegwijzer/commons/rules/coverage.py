"""How recent the picture is that a region has of a phenomenon."""

from enum import StrEnum

from wegwijzer.kernel.text import gettext_noop as _


class Freshness(StrEnum):
    """How far back the latest picture looks."""

    RECENT = "recent"
    AGEING = "ageing"
    OLD = "old"
    NONE = "none"


FRESHNESS_LABELS = {
    Freshness.RECENT: _("Dit of vorig jaar"),
    Freshness.AGEING: _("Twee of drie jaar geleden"),
    Freshness.OLD: _("Langer geleden"),
    Freshness.NONE: _("Geen beeld"),
}
RECENT_YEARS, AGEING_YEARS = 1, 3


def freshness(latest: int | None, this_year: int) -> Freshness:
    """Return how recent a picture of a year is; no picture at all is a blind spot."""
    if latest is None:
        return Freshness.NONE
    age = this_year - latest
    if age <= RECENT_YEARS:
        return Freshness.RECENT
    return Freshness.AGEING if age <= AGEING_YEARS else Freshness.OLD
