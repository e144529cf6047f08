"""Add subjects to a dossier and take them out."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.subjects import indexing, rules
from wegwijzer.subjects.knowing import Own, Within, known_among, own_of
from wegwijzer.subjects.models import Judgement, Statement, Subject
from wegwijzer.subjects.rules import Sameness, StatementFacts, SubjectFacts
from wegwijzer.subjects.storing import store

BATCH = 5_000


@acting
def add_subject(actor: Actor, dossier_id: UUID, facts: SubjectFacts, *, now: datetime) -> UUID:
    """Add what a participant says about one subject to a dossier and return its reference."""
    rules.check_may_process(actor)
    (row,) = _add(dossier_id, [facts], now=now)
    record(
        actor,
        "subjects.add_subject",
        f"subject:{row.ref}",
        now=now,
        dossier_id=dossier_id,
        kind=facts.kind,
    )
    return row.ref


@acting
def add_subjects(
    actor: Actor, dossier_id: UUID, facts: Sequence[SubjectFacts], *, now: datetime
) -> list[int]:
    """Add many subjects at once, all or none, and return their keys in the order given."""
    rules.check_may_process(actor)
    keys: list[int] = []
    for start in range(0, len(facts), BATCH):
        keys += [row.id for row in _add(dossier_id, facts[start : start + BATCH], now=now)]
    record(
        actor,
        "subjects.add_subjects",
        f"dossier:{dossier_id}",
        now=now,
        dossier_id=dossier_id,
        added=len(keys),
    )
    return keys


def _add(dossier_id: UUID, facts: Sequence[SubjectFacts], *, now: datetime) -> list[Subject]:
    cleaned = [rules.clean(one) for one in facts]
    rows = [indexing.subject_row(one, dossier_id=dossier_id, now=now) for one in cleaned]
    store(rows)
    return rows


@acting
def add_statement(
    actor: Actor,
    subject_ref: UUID,
    facts: StatementFacts,
    *,
    dossier_id: UUID,
    now: datetime,
    supersedes: UUID | None = None,
) -> UUID:
    """Add a fact with its own source to a subject; one it supersedes stays readable."""
    rules.check_may_process(actor)
    subject = Subject.objects.filter(ref=subject_ref, dossier_id=dossier_id).first()
    if subject is None:
        raise NotFound
    statement = indexing.statement_row(subject, facts, actor=actor, now=now)
    statement.save(force_insert=True)
    if supersedes is not None:
        _supersede(subject, supersedes, statement)
    indexing.reindex([subject.id])
    record(
        actor,
        "subjects.add_statement",
        f"statement:{statement.id}",
        now=now,
        dossier_id=dossier_id,
        about=subject_ref,
        field=facts.field,
        supersedes=supersedes,
    )
    return statement.id


def _supersede(subject: Subject, old: UUID, new: Statement) -> None:
    rows = Statement.objects.filter(id=old, subject=subject, field=new.field)
    if not rows.exists():
        raise NotFound
    if rows.filter(superseded_by=None).update(superseded_by=new) == 0:
        raise Conflict(_("Dit gegeven is al vervangen. Ververs de pagina."))


@acting
def rebuild_index(actor: Actor, *, now: datetime) -> int:
    """Derive every key, token and record anew, after a new way of comparing; return how many."""
    if not actor.has("system"):
        raise NotAllowed(_("Alleen het beheer van de installatie kan dit opnieuw opbouwen."))
    done, last = 0, 0
    while ids := list(
        Subject.objects.filter(id__gt=last).order_by("id").values_list("id", flat=True)[:BATCH]
    ):
        indexing.reindex(ids)
        done, last = done + len(ids), ids[-1]
    record(actor, "subjects.rebuild_index", "subjects:all", now=now, rebuilt=done)
    return done


@acting
def remove_subjects(actor: Actor, dossier_id: UUID, *, now: datetime) -> int:
    """Remove every subject of a dossier and all that was derived from them; return how many."""
    rules.check_may_process(actor)
    rows = Subject.objects.filter(dossier_id=dossier_id).order_by("id")
    count = 0
    while ids := list(rows.values_list("id", flat=True)[:BATCH]):
        Subject.objects.filter(id__in=ids).delete()
        count += len(ids)
    record(
        actor,
        "subjects.remove_subjects",
        f"dossier:{dossier_id}",
        now=now,
        dossier_id=dossier_id,
        removed=count,
    )
    return count


@acting
def judge_same(
    actor: Actor,
    a_ref: UUID,
    b_ref: UUID,
    *,
    for_dossier: Own,
    reason: str,
    now: datetime,
    within: Within = (),
) -> UUID:
    """Judge that two records are about one subject and return the judgement.

    At least one lies in the dossier or in what led to it; the other in a dossier of ``within``,
    which the actor may know, or else it does not exist for this actor.
    """
    pair = _pair(actor, a_ref, b_ref, for_dossier=for_dossier, within=within)
    return _judge(actor, pair, Sameness.SAME, for_dossier=for_dossier, reason=reason, now=now)


@acting
def judge_different(
    actor: Actor,
    a_ref: UUID,
    b_ref: UUID,
    *,
    for_dossier: Own,
    reason: str,
    now: datetime,
    within: Within = (),
) -> UUID:
    """Judge that two records are about two subjects and return the judgement."""
    pair = _pair(actor, a_ref, b_ref, for_dossier=for_dossier, within=within)
    return _judge(actor, pair, Sameness.DIFFERENT, for_dossier=for_dossier, reason=reason, now=now)


@acting
def judge_undecided(
    actor: Actor,
    a_ref: UUID,
    b_ref: UUID,
    *,
    for_dossier: Own,
    reason: str,
    now: datetime,
    within: Within = (),
) -> UUID:
    """Record that it cannot be said yet whether two records are about one subject."""
    pair = _pair(actor, a_ref, b_ref, for_dossier=for_dossier, within=within)
    return _judge(actor, pair, Sameness.UNDECIDED, for_dossier=for_dossier, reason=reason, now=now)


def _pair(
    actor: Actor, a_ref: UUID, b_ref: UUID, *, for_dossier: Own, within: Within
) -> tuple[Subject, Subject]:
    rules.check_may_compare(actor)
    rules.check_pair(a_ref, b_ref)
    rows = {row.ref: row for row in Subject.objects.filter(ref__in=(a_ref, b_ref))}
    dossiers = {row.dossier_id for row in rows.values()}
    own = set(own_of(for_dossier))
    known = known_among(within, dossiers) | own
    if len(rows) < 2 or own.isdisjoint(dossiers) or not dossiers <= known:
        raise NotFound
    a, b = sorted(rows.values(), key=lambda row: row.id)
    if a.kind != b.kind:
        raise Invalid(_("Vergelijk gegevens van dezelfde soort met elkaar."), field="other")
    return a, b


def _judge(
    actor: Actor,
    pair: tuple[Subject, Subject],
    sameness: Sameness,
    *,
    for_dossier: Own,
    reason: str,
    now: datetime,
) -> UUID:
    a, b = pair
    dossier_id = own_of(for_dossier)[0]
    judgement = Judgement.objects.create(
        a=a,
        b=b,
        sameness=sameness.value,
        reason=rules.check_reason(reason),
        dossier_id=dossier_id,
        judged_by_id=actor.person_id,
        judged_for_id=actor.participant_id,
        judged_at=now,
    )
    record(
        actor,
        f"subjects.judge_{sameness.value}",
        f"judgement:{judgement.ref}",
        now=now,
        dossier_id=dossier_id,
        a=a.ref,
        b=b.ref,
    )
    return judgement.ref


@acting
def undo_judgement(
    actor: Actor, judgement_id: UUID, *, now: datetime, for_dossier: UUID | None = None
) -> None:
    """Undo a judgement: the one before it counts again, and the clusters are what they were.

    ``for_dossier`` is the dossier it was made for, of which the caller has established that the
    actor works on it; without it only the participant that judged may undo it.
    """
    rules.check_may_compare(actor)
    judgement = Judgement.objects.select_for_update().filter(ref=judgement_id).first()
    if judgement is None or for_dossier not in (None, judgement.dossier_id):
        raise NotFound
    if for_dossier is None and judgement.judged_for_id != actor.participant_id:
        raise NotAllowed(_("Alleen de deelnemer die dit oordeel gaf, kan het intrekken."))
    if judgement.undone_at is not None:
        raise Conflict(_("Dit oordeel is al ingetrokken. Ververs de pagina."))
    judgement.undone_at = now
    judgement.undone_by_id = actor.person_id
    judgement.save(update_fields=["undone_at", "undone_by_id"])
    record(
        actor,
        "subjects.undo_judgement",
        f"judgement:{judgement.ref}",
        now=now,
        dossier_id=judgement.dossier_id,
    )
