"""Read and verify the logbook."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet, Subquery

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook import rules
from wegwijzer.logbook.models import Head, Line
from wegwijzer.logbook.rules import Aim, Break, Outcome, moment

M = TypeVar("M", bound=Model)
READERS = frozenset({"privacy_officer", "coordinating_dpo", "auditor", "legality_committee_member"})


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of the logbook, for a page."""

    position: int
    at: datetime
    act: str
    outcome: str
    name: str
    on_behalf_of: str
    subject: str
    dossier_id: UUID | None
    details: dict[str, Any]


def check_reads(actor: Actor) -> None:
    """Refuse who has no role that may read the logbook. Bron: Wgs art. 1.8 lid 4."""
    if not actor.has(*READERS):
        raise NotAllowed(_("U hebt geen rol die het logboek mag lezen."))


def visible_to_reader(actor: Actor, dossiers: QuerySet[M]) -> QuerySet[M]:
    """Return the dossiers that a reader may know by their number, never by their content.

    Those of the own region; whoever doesn't read the logbook may know none.
    """
    if not actor.has(*READERS):
        return dossiers.none()
    return dossiers.filter(region_id=actor.region_id)


def list_lines(
    actor: Actor,
    *,
    aim: Aim,
    before: int | None = None,
    dossier_id: UUID | None = None,
    outcome: Outcome | None = None,
    limit: int = 50,
) -> list[LineRow]:
    """List lines, newest first, for one of the four lawful aims. Bron: Wgs art. 1.8 lid 4.

    The caller logs the reading with its aim. ``before`` is a position, for the next page.
    """
    check_reads(actor)
    assert aim in Aim
    return _rows(before=before, dossier_id=dossier_id, outcome=outcome, limit=limit)


def list_dossier_lines(
    actor: Actor, dossier_id: UUID, *, before: int | None = None, limit: int = 50
) -> list[LineRow]:
    """List what was done in one dossier; the caller has established that the actor works on it."""
    assert actor.roles, "an actor without roles has no dossier"
    return _rows(before=before, dossier_id=dossier_id, outcome=None, limit=limit)


def list_own_lines(
    actor: Actor, act: str, dossiers: Collection[UUID], *, limit: int = 500
) -> list[LineRow]:
    """List the last times that this person did something in these dossiers, newest first."""
    lines = Line.objects.filter(person_id=actor.person_id, act=act, dossier_id__in=dossiers)
    return [_row(line) for line in lines.order_by("-position")[:limit]]


def _rows(
    *, before: int | None, dossier_id: UUID | None, outcome: Outcome | None, limit: int
) -> list[LineRow]:
    lines = Line.objects.order_by("-position")
    if before is not None:
        lines = lines.filter(position__lt=before)
    if dossier_id is not None:
        lines = lines.filter(dossier_id=dossier_id)
    if outcome is not None:
        lines = lines.filter(outcome=outcome.value)
    return [_row(line) for line in lines[:limit]]


def _row(line: Line) -> LineRow:
    body = json.loads(line.body)
    return LineRow(
        line.position,
        line.at,
        line.act,
        line.outcome,
        body["name"],
        body["on_behalf_of"],
        line.subject,
        line.dossier_id,
        body["details"],
    )


def current_head() -> tuple[int, str]:
    """Return the position and hash of the last line, to keep elsewhere as an anchor."""
    head = Head.objects.get(id=1)
    return head.position, head.hash


def verify(*, anchor: tuple[int, str] | None = None) -> Break | None:
    """Return the first broken line of the logbook, or None when all of it holds.

    It is checked up to the line that is the last at the start, since others go on writing; no line
    may lie beyond the last that the logbook says it has.
    """
    head = current_head()
    lines = Line.objects.filter(position__lte=head[0])
    if broken := rules.first_break(_links(lines), head=head, anchor=anchor):
        return broken
    # In one question, between which and the head nobody can write.
    last = Head.objects.filter(id=1).values("position")
    beyond = Line.objects.filter(position__gt=Subquery(last)).order_by("position").first()
    return rules.beyond_the_head(beyond.position) if beyond else None


@dataclass(frozen=True, slots=True)
class Checked:
    """Which lines of the chain were checked, and the first that is broken."""

    first: int
    last: int
    broken: Break | None


def verify_last(actor: Actor, most: int) -> Checked:
    """Check the last lines of the logbook for a reader, so many that one can wait for it."""
    check_reads(actor)
    head = current_head()
    before = max(0, head[0] - most)
    start = Line.objects.filter(position=before).values_list("position", "hash").first()
    lines = Line.objects.filter(position__gt=before, position__lte=head[0])
    broken = rules.first_break(_links(lines), head=head, start=start or (before, rules.GENESIS))
    return Checked(before + 1, head[0], broken)


def _links(lines: QuerySet[Line]) -> Iterator[rules.Link]:
    """Yield every line; a line whose columns differ from its hashed text counts as changed."""
    for line in lines.order_by("position").iterator(chunk_size=5000):
        columns = {
            "act": line.act,
            "at": moment(line.at),
            "outcome": line.outcome,
            "person": str(line.person_id),
            "participant": str(line.participant_id),
            "subject": line.subject,
            "dossier": str(line.dossier_id) if line.dossier_id else None,
        }
        try:
            told = rules.canonical(json.loads(line.body) | columns)
        except (ValueError, TypeError):
            told = line.body
        yield rules.Link(line.position, told, line.previous, line.hash)
