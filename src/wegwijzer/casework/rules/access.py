"""Who may see which case and which item: what the law must know of an actor and of a case."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from wegwijzer.casework.rules.states import CaseStatus, phase_of
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.access import (
    DossierFacts,
    ItemFacts,
    Viewer,
    Work,
    may_see_dossier,
    may_see_item,
)
from wegwijzer.law.tiers import tier_ceiling
from wegwijzer.law.vocabulary import Activity, Phase, Tier
from wegwijzer.network.rules import work_of

# In which a case can be seen at all by somebody who is involved.
OPEN_PHASES = frozenset({Phase.ACCEPTED, Phase.EXECUTING})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What decides who may see a case: the principals are those of whom the party runs today."""

    region_id: UUID
    activity: Activity
    status: CaseStatus
    principals: frozenset[str]


def processes(actor: Actor) -> bool:
    """Return whether the actor holds a role that processes data. Bron: Wgs art. 1.8 lid 2."""
    return Work.PROCESSING in viewer_of(actor).work


def viewer_of(actor: Actor) -> Viewer:
    """Return the actor as the law sees one who looks.

    A person looks for one region: an organ that takes part in every region is involved in a case
    through its people there. Bron: Wgs art. 2.20.
    """
    participant, person = actor.principals
    return Viewer(
        participant=(actor.region_id, participant),
        person=(actor.region_id, person),
        region=actor.region_id,
        work=work_of(actor.roles),
    )


def dossier_of(case: Whereabouts) -> DossierFacts:
    """Return the case as the law sees it."""
    everyone = frozenset((case.region_id, principal) for principal in case.principals)
    return DossierFacts(case.activity, phase_of(case.status), everyone, everyone)


def may_see_case(actor: Actor, case: Whereabouts) -> Verdict:
    """Judge whether the actor may see a case. Bron: Wgs art. 1.8 lid 2 en 2.23 lid 5."""
    return may_see_dossier(viewer_of(actor), dossier_of(case))


def may_see(actor: Actor, case: Whereabouts, item: ItemFacts) -> Verdict:
    """Judge whether the actor may see an item of a case. Bron: Wgs art. 2.23 lid 5 en 6."""
    return may_see_item(viewer_of(actor), dossier_of(case), item)


def open_statuses() -> frozenset[CaseStatus]:
    """Return the states in which a case can be seen. Bron: Wgs art. 1.8 lid 5 en 7."""
    return frozenset(status for status in CaseStatus if phase_of(status) in OPEN_PHASES)


def ceilings() -> Iterator[tuple[Tier, Activity, frozenset[CaseStatus]]]:
    """Yield for each layer and activity the states in which it is the highest that is open.

    The row filter is made from these lines, so that it says what ``law.tiers`` says.
    """
    for activity in Activity:
        for tier in Tier:
            statuses = frozenset(
                status
                for status in open_statuses()
                if tier_ceiling(activity, phase_of(status)) is tier
            )
            if statuses:
                yield tier, activity, statuses
