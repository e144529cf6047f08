"""Who elsewhere may be the same: asked by a person, for one dossier, and logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome
from wegwijzer.subjects import finding, judging, rules
from wegwijzer.subjects.knowing import Own, Within, own_of
from wegwijzer.subjects.models import Judgement
from wegwijzer.subjects.rules import (
    ExplanationRow,
    Sameness,
    Strength,
    SubjectFacts,
    SubjectKind,
)


@dataclass(frozen=True, slots=True)
class MatchRow:
    """Two records that may be about one subject, explained; never a score, never about a person.

    ``subject_ref`` is None when it was asked about facts that are not stored.
    """

    subject_ref: UUID | None
    subject_title: str
    subject_dossier_id: UUID
    other_ref: UUID
    other_title: str
    other_dossier_id: UUID
    other_participant_id: UUID
    kind: SubjectKind
    strength: Strength
    strength_label: str
    explanation: tuple[ExplanationRow, ...]
    judgement: Sameness | None
    judgement_id: UUID | None
    judged_dossier_id: UUID | None


class Matches(list[MatchRow]):
    """The matches, and what was not looked at.

    ``skipped`` names the ways of looking that too many records share; ``next_after`` is from where
    to ask on in a large dossier, or None when all its subjects were asked about.
    """

    next_after: int | None = None

    def __init__(self, rows: Iterable[MatchRow], *, skipped: frozenset[str]) -> None:
        super().__init__(rows)
        self.skipped = skipped


@reading
def find_matches(
    actor: Actor,
    dossier: Own,
    *,
    within: Within,
    now: datetime,
    after: int = 0,
    limit: int = 500,
    ref: UUID | None = None,
) -> Matches:
    """Find which records elsewhere may be about the subjects of one dossier, the strongest first.

    Asked by a person, for one dossier or one subject in it, and logged; ``within`` are the other
    dossiers the actor may know. Of a dossier with more subjects than ``limit`` the answer says in
    ``next_after`` from where to ask on. Bron: Wgs art. 1.8 lid 4 en art. 2.23 lid 3.
    """
    rules.check_may_compare(actor)
    own = own_of(dossier)
    asked = finding.entries_of(own, after=after, limit=limit, ref=ref)
    found = _matches(actor, asked, own, within=within, now=now)
    found.next_after = asked[-1].pk if len(asked) == limit else None
    return found


@reading
def match_facts(
    actor: Actor, facts: SubjectFacts, *, for_dossier: UUID, within: Within, now: datetime
) -> Matches:
    """Find which records may be about the subject of facts that are not stored yet."""
    rules.check_may_compare(actor)
    asked = finding.unstored(rules.clean(facts), for_dossier, now=now)
    return _matches(actor, [asked], (for_dossier,), within=within, now=now)


def _matches(
    actor: Actor,
    asked: list[finding.Entry],
    own: tuple[UUID, ...],
    *,
    within: Within,
    now: datetime,
) -> Matches:
    found, skipped = finding.matches(asked, own=own, within=within)
    judged = judging.on_pairs({frozenset((one.asked.pk, one.other.pk)) for one in found})
    record(
        actor,
        "subjects.find_matches",
        f"dossier:{own[0]}",
        now=now,
        outcome=Outcome.READ,
        dossier_id=own[0],
        asked=len(asked),
        found=len(found),
        skipped=skipped,
    )
    found.sort(key=lambda one: rules.STRENGTH_ORDER.index(one.comparison.strength))
    rows = [_match(one, judged.get(frozenset((one.asked.pk, one.other.pk)))) for one in found]
    return Matches(rows, skipped=frozenset(skipped))


def _match(found: finding.Found, judgement: Judgement | None) -> MatchRow:
    asked, other, comparison = found.asked, found.other, found.comparison
    own, theirs = asked.content, other.content
    return MatchRow(
        subject_ref=asked.ref if asked.pk else None,
        subject_title=rules.title_of(asked.kind, own),
        subject_dossier_id=asked.dossier_id,
        other_ref=other.ref,
        other_title=rules.title_of(other.kind, theirs),
        other_dossier_id=other.dossier_id,
        other_participant_id=other.source_id,
        kind=other.kind,
        strength=comparison.strength,
        strength_label=rules.STRENGTH_LABELS[comparison.strength],
        explanation=rules.spelled(comparison.explanation, own, theirs),
        judgement=Sameness(judgement.sameness) if judgement else None,
        judgement_id=judgement.ref if judgement else None,
        judged_dossier_id=judgement.dossier_id if judgement else None,
    )
