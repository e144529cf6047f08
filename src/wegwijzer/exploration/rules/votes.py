"""Dots: who fills in which ballot, how many dots it holds, and how they are counted."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from wegwijzer.exploration.rules.sessions import Stage, Voters
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.kernel.text import gettext_noop as _


def voter_of(actor: Actor, voters: Voters) -> UUID:
    """Return whose ballot the actor fills in: the region's, or the person's own."""
    return actor.region_id if voters is Voters.REGIONS else actor.person_id


def check_voting(stage: Stage) -> None:
    """Refuse a vote outside the time of voting."""
    if stage in (Stage.FOCUSING, Stage.CLOSED):
        raise Conflict(_("De stemming is intussen gesloten. Uw laatst bewaarde stem telt."))
    if stage is not Stage.VOTING:
        raise Conflict(_("De stemming is nog niet open. Een voorzitter opent haar."))


def check_ballot(ballot: Mapping[UUID, int], *, dots: int, most_per_cluster: int) -> None:
    """Refuse more dots than there are, in all or on one cluster."""
    if any(given < 0 for given in ballot.values()):
        raise Invalid(_("Minder dan nul stippen kan niet."))
    if any(given > most_per_cluster for given in ballot.values()):
        raise Invalid(_("Geef één cluster ten hoogste %(most)s stippen."), most=most_per_cluster)
    given = sum(ballot.values())
    if given > dots:
        raise Invalid(_("U gaf %(given)s stippen; er zijn er %(dots)s. Neem er enkele terug."),
                      given=given, dots=dots)  # fmt: skip


def is_counted(stage: Stage) -> bool:
    """Return whether the counts may be read: never before the voting is closed."""
    return stage in (Stage.FOCUSING, Stage.CLOSED)


def tally(ballots: Iterable[Mapping[UUID, int]]) -> dict[UUID, int]:
    """Return how many dots each cluster got."""
    counted: dict[UUID, int] = {}
    for ballot in ballots:
        for cluster, dots in ballot.items():
            counted[cluster] = counted.get(cluster, 0) + dots
    return counted


def check_focusing(stage: Stage) -> None:
    """Refuse focus before the votes are counted and after the session is closed."""
    if stage is not Stage.FOCUSING:
        raise Conflict(_("Focus en doelen legt u vast in de fase Focus bepalen, na de stemming."))


def check_statement(text: str, field: str) -> None:
    """Refuse an empty focus or objective."""
    if not text.strip():
        raise Invalid(_("Schrijf in één of twee zinnen wat u wilt bereiken."), field=field)


def check_line(note_ids: Collection[UUID], in_focus: Collection[UUID]) -> None:
    """Refuse a line from an objective to a note that its focus does not come from."""
    if set(note_ids) - set(in_focus):
        raise Invalid(_("Kies notities uit de clusters waar de focus uit volgt."), field="sources")


def check_line_kept(outside: str | None) -> None:
    """Refuse to take a cluster away from a focus when one of its objectives names a note in it."""
    if outside is not None:
        raise Conflict(
            _("Een doel van deze focus volgt uit de notitie “%(note)s”. Wijzig eerst waar dat doel "
              "uit volgt."),
            note=outside,
        )  # fmt: skip
