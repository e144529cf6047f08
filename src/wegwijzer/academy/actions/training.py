"""Write programmes and editions, enrol, note who was there, issue certificates."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from wegwijzer.academy.models import (
    Attendance,
    Certificate,
    Edition,
    Enrolment,
    Evaluation,
    Funding,
    Module,
    Programme,
    Session,
)
from wegwijzer.academy.rules import training as rules
from wegwijzer.academy.rules.training import EditionContent, ProgrammeContent
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.network.actions import record_training
from wegwijzer.network.rules import Period


@acting
def add_programme(actor: Actor, content: ProgrammeContent, *, now: datetime) -> UUID:
    """Add a training programme with its modules and who pays for it; return its id."""
    rules.check_trains(actor)
    rules.check_programme(content)
    if Programme.objects.filter(slug=content.slug).exists():
        raise Invalid(_("Er is al een opleiding met deze naam."), field="title")
    programme = Programme.objects.create(
        slug=content.slug,
        title=content.title.strip(),
        summary=content.summary.strip(),
        audience=content.audience.strip(),
        competences=list(content.competences),
        valid_months=content.valid_months,
        added_at=now,
    )
    Module.objects.bulk_create(
        Module(programme=programme, position=number, title=one.title, summary=one.summary,
               materials=one.materials)
        for number, one in enumerate(content.modules, 1)
    )  # fmt: skip
    Funding.objects.bulk_create(
        Funding(programme=programme, source=one.source, decision=one.decision, amount=one.amount)
        for one in content.funding
    )
    record(actor, "academy.add_programme", f"programme:{programme.id}", now=now)
    return programme.id


@acting
def load_programme(actor: Actor, content: ProgrammeContent, *, now: datetime) -> bool:
    """Add a programme unless one with this slug is there; return whether it was added."""
    if Programme.objects.filter(slug=content.slug).exists():
        return False
    add_programme(actor, content, now=now)
    return True


@acting
def plan_edition(actor: Actor, slug: str, content: EditionContent, *, now: datetime) -> UUID:
    """Plan when and where a programme is given; return the id of the edition."""
    rules.check_trains(actor)
    programme = Programme.objects.filter(slug=slug).first()
    if programme is None:
        raise NotFound
    modules = list(programme.modules.all())
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
def enrol(actor: Actor, edition_id: UUID, *, now: datetime) -> None:
    """Take a place in an edition, or wait for one."""
    edition = _edition(edition_id)
    rules.check_open(edition.starts_on, today=now.date())
    standing = edition.enrolments.filter(person_id=actor.person_id, cancelled_at=None)
    if standing.exists():
        raise Conflict(_("U bent al ingeschreven voor deze editie."))
    Enrolment.objects.create(
        edition=edition, person_id=actor.person_id, name=actor.name, enrolled_at=now
    )
    record(actor, "academy.enrol", f"edition:{edition.id}", now=now)


@acting
def cancel_enrolment(actor: Actor, edition_id: UUID, *, now: datetime) -> None:
    """Give one's place back: whoever waits longest has it."""
    edition = _edition(edition_id)
    rules.check_open(edition.starts_on, today=now.date())
    standing = edition.enrolments.filter(person_id=actor.person_id, cancelled_at=None)
    if not standing.update(cancelled_at=now):
        raise Conflict(_("U bent niet ingeschreven voor deze editie."))
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
        programme.modules.values_list("id", flat=True),
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


def _placed(edition: Edition) -> list[UUID]:
    standing = edition.enrolments.filter(cancelled_at=None).order_by("enrolled_at", "id")
    placed, _waiting = rules.split(
        list(standing.values_list("person_id", flat=True)), edition.places
    )
    return list(placed)
