"""Plan, change and cancel editions, enrol, note who was there, issue certificates."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from wegwijzer.academy.models import (
    Attendance,
    Certificate,
    Edition,
    Enrolment,
    Evaluation,
    Programme,
    Session,
)
from wegwijzer.academy.rules import training as rules
from wegwijzer.academy.rules.training import EditionContent
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, NotAllowed, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.network.actions import record_training
from wegwijzer.network.rules import Period


@acting
def plan_edition(actor: Actor, slug: str, content: EditionContent, *, now: datetime) -> UUID:
    """Plan when and where a programme is given; return the id of the edition."""
    rules.check_trains(actor)
    programme = Programme.objects.filter(slug=slug).first()
    if programme is None:
        raise NotFound
    modules = list(programme.modules.filter(dropped_at=None))
    rules.check_edition(content, len(modules))
    edition = Edition.objects.create(
        programme=programme,
        place=content.place.strip(),
        places=content.places,
        starts_on=content.days[0],
    )
    Session.objects.bulk_create(
        Session(edition=edition, module=module, held_on=day)
        for module, day in zip(modules, content.days, strict=True)
    )
    record(actor, "academy.plan_edition", f"edition:{edition.id}", now=now)
    return edition.id


@acting
def change_edition(
    actor: Actor, edition_id: UUID, content: EditionContent, *, now: datetime
) -> None:
    """Change the days, the place or the number of places; with more places who waits moves up."""
    rules.check_trains(actor)
    edition = _edition(edition_id)
    rules.check_goes_on(is_cancelled=edition.cancelled_at is not None)
    sessions = list(edition.sessions.all())
    rules.check_edition(content, len(sessions))
    before, places = _enrolled(edition), edition.places
    rules.check_places(content.places, len(rules.split(before, places)[0]))
    noted = set(edition.sessions.filter(attendance__isnull=False).values_list("id", flat=True))
    for number, (one, day) in enumerate(zip(sessions, content.days, strict=True)):
        rules.check_moved(one.held_on, day, is_noted=one.id in noted, number=number)
    old = (edition.place, [one.held_on for one in sessions])
    edition.place, edition.places = content.place.strip(), content.places
    edition.starts_on = content.days[0]
    if old != (edition.place, list(content.days)):
        edition.moved_at = now
    edition.save()
    for one, day in zip(sessions, content.days, strict=True):
        one.held_on = day
    Session.objects.bulk_update(sessions, ["held_on"])
    _move_up(edition, before, places, now)
    record(actor, "academy.change_edition", f"edition:{edition.id}", now=now)


@acting
def cancel_edition(actor: Actor, edition_id: UUID, *, reason: str, now: datetime) -> None:
    """Cancel an edition, telling those who enrolled why."""
    rules.check_trains(actor)
    edition = _edition(edition_id)
    rules.check_goes_on(is_cancelled=edition.cancelled_at is not None)
    rules.check_cancel(reason, is_noted=edition.sessions.filter(attendance__isnull=False).exists())
    edition.cancelled_at, edition.cancel_reason = now, reason.strip()
    edition.save(update_fields=["cancelled_at", "cancel_reason"])
    record(actor, "academy.cancel_edition", f"edition:{edition.id}", now=now)


@acting
def enrol(actor: Actor, edition_id: UUID, *, now: datetime) -> None:
    """Take a place in an edition, or wait for one."""
    edition = _edition(edition_id)
    _check_open(edition, now)
    standing = edition.enrolments.filter(person_id=actor.person_id, cancelled_at=None)
    if standing.exists():
        raise Conflict(_("U bent al ingeschreven voor deze editie."))
    Enrolment.objects.create(
        edition=edition, person_id=actor.person_id, name=actor.name, enrolled_at=now
    )
    record(actor, "academy.enrol", f"edition:{edition.id}", now=now)


@acting
def cancel_enrolment(actor: Actor, edition_id: UUID, *, now: datetime) -> None:
    """Give one's place back: whoever waits longest has it, and is told so."""
    edition = _edition(edition_id)
    before = _enrolled(edition)
    _check_open(edition, now)
    standing = edition.enrolments.filter(person_id=actor.person_id, cancelled_at=None)
    if not standing.update(cancelled_at=now):
        raise Conflict(_("U bent niet ingeschreven voor deze editie."))
    _move_up(edition, before, edition.places, now)
    record(actor, "academy.cancel_enrolment", f"edition:{edition.id}", now=now)


@acting
def note_attendance(
    actor: Actor, session_id: UUID, present: Iterable[UUID], *, now: datetime
) -> None:
    """Note who was there when a module was given, in place of what was noted before.

    Whether the actor was there is for another trainer to note, and stays as it was.
    """
    rules.check_trains(actor)
    session = Session.objects.select_for_update().filter(id=session_id).first()
    if session is None:
        raise NotFound
    rules.check_goes_on(is_cancelled=session.edition.cancelled_at is not None)
    rules.check_held(session.held_on, today=now.date())
    known = set(_placed(session.edition))
    known.discard(actor.person_id)
    there = [one for one in dict.fromkeys(present) if one in known]
    session.attendance.exclude(person_id=actor.person_id).delete()
    Attendance.objects.bulk_create(Attendance(session=session, person_id=one) for one in there)
    record(actor, "academy.note_attendance", f"session:{session.id}", now=now, present=len(there))


@acting
def evaluate(actor: Actor, edition_id: UUID, *, mark: int, remark: str, now: datetime) -> None:
    """Say what one thought of an edition, once; it is kept without a name."""
    rules.check_mark(mark)
    edition = _edition(edition_id)
    own = edition.enrolments.filter(person_id=actor.person_id, cancelled_at=None)
    if not Attendance.objects.filter(session__edition=edition, person_id=actor.person_id).exists():
        raise NotAllowed(_("Wie deelnam, kan de opleiding beoordelen."))
    if not own.filter(evaluated=False).update(evaluated=True):
        raise Conflict(_("U hebt deze editie al beoordeeld. Dank u wel."))
    Evaluation.objects.create(edition=edition, mark=mark, remark=remark.strip())
    # Whose words they were is kept nowhere, so the line does not name the evaluation.
    record(actor, "academy.evaluate", f"edition:{edition.id}", now=now)


@acting
def issue_certificate(actor: Actor, edition_id: UUID, person_id: UUID, *, now: datetime) -> UUID:
    """Issue a certificate to who attended every module of one edition, never to oneself.

    It counts as a clearance too.

    Bron: Wgs art. 1.8 lid 9.
    """
    rules.check_trains(actor)
    rules.check_issuer(actor, person_id)
    edition = Edition.objects.select_related("programme").filter(id=edition_id).first()
    enrolled = Enrolment.objects.filter(
        edition_id=edition_id, person_id=person_id, cancelled_at=None
    ).first()
    if edition is None or enrolled is None:
        raise NotFound
    programme = edition.programme
    attended = Attendance.objects.filter(person_id=person_id, session__edition=edition)
    rules.check_finished(
        edition.sessions.values_list("module_id", flat=True),
        set(attended.values_list("session__module_id", flat=True)),
    )
    if edition.certificates.filter(person_id=person_id).exists():
        raise Conflict(_("Dit certificaat is al uitgereikt."))
    certificate = Certificate.objects.create(
        number=f"WW-{now.year}-{uuid4().hex[:10].upper()}",
        programme=programme,
        edition=edition,
        person_id=person_id,
        name=enrolled.name,
        issued_on=now.date(),
        valid_until=rules.valid_until(now.date(), programme.valid_months),
    )
    record_training(
        actor,
        person_id,
        programme=programme.slug,
        reference=certificate.number,
        period=Period(certificate.issued_on, certificate.valid_until),
        now=now,
    )
    record(actor, "academy.issue_certificate", f"certificate:{certificate.id}", now=now)
    return certificate.id


def _edition(edition_id: UUID) -> Edition:
    """Return an edition, and hold it: places are counted one at a time."""
    edition = Edition.objects.select_for_update().filter(id=edition_id).first()
    if edition is None:
        raise NotFound
    return edition


def _check_open(edition: Edition, now: datetime) -> None:
    is_cancelled = edition.cancelled_at is not None
    rules.check_open(edition.starts_on, is_cancelled=is_cancelled, today=now.date())


def _enrolled(edition: Edition) -> list[UUID]:
    standing = edition.enrolments.filter(cancelled_at=None).order_by("enrolled_at", "id")
    return list(standing.values_list("person_id", flat=True))


def _placed(edition: Edition) -> list[UUID]:
    return list(rules.split(_enrolled(edition), edition.places)[0])


def _move_up(edition: Edition, before: list[UUID], places: int, now: datetime) -> None:
    """Note who waited and has a place now, so that they hear of it."""
    risen = rules.moved_up(before, places, _enrolled(edition), edition.places)
    edition.enrolments.filter(cancelled_at=None, person_id__in=risen).update(moved_up_at=now)
