"""Read certificates: one's own, what one proves to anybody, and how many were issued."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count

from wegwijzer.academy.models import Certificate, Session
from wegwijzer.academy.rules import training as rules
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate, and whether it counts today."""

    id: UUID
    number: str
    name: str
    title: str
    modules: tuple[str, ...]
    issued_on: date
    valid_until: date
    is_valid: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """What anybody may know of a certificate: which training, until when, whether it counts."""

    title: str
    valid_until: date
    is_valid: bool


def list_held(actor: Actor, *, today: date) -> list[CertificateRow]:
    """List the certificates that the actor holds, the latest first."""
    held = Certificate.objects.filter(person_id=actor.person_id).order_by("-issued_on", "id")
    return _certificates(list(held.select_related("programme")), today)


@reading
def get_certificate(actor: Actor, number: str, *, now: datetime) -> CertificateRow:
    """Return a certificate to who holds it and to trainers; the reading by another is logged."""
    rows = Certificate.objects.select_related("programme").filter(number=number)
    if not rules.is_trainer(actor):
        rows = rows.filter(person_id=actor.person_id)
    found = rows.first()
    if found is None:
        raise NotFound
    if found.person_id != actor.person_id:
        record(actor, "academy.get_certificate", f"certificate:{found.id}", now=now,
               outcome=Outcome.READ)  # fmt: skip
    return _certificates([found], now.date())[0]


def find_proof(actor: Actor | None, number: str, *, today: date) -> Proof | None:
    """Return what a certificate proves, without whose it is: for anybody who has its number."""
    found = Certificate.objects.select_related("programme").filter(number=number).first()
    if found is None:
        return None
    counts = found.issued_on <= today <= found.valid_until
    return Proof(found.programme.title, found.valid_until, counts)


def list_running_out(actor: Actor, *, today: date, until: date) -> list[CertificateRow]:
    """List the certificates of the actor that stop to count before a day."""
    held = Certificate.objects.filter(
        person_id=actor.person_id, valid_until__gte=today, valid_until__lte=until
    ).select_related("programme")
    return _certificates(list(held.order_by("valid_until")), today)


def count_certificates(actor: Actor, *, since: date, until: date) -> int:
    """Count the certificates issued from a day up to and including another."""
    return Certificate.objects.filter(issued_on__gte=since, issued_on__lte=until).count()


def count_certificates_by_programme(
    actor: Actor, *, since: date, until: date
) -> list[tuple[str, str, int]]:
    """Count per programme the certificates issued from a day up to and including another."""
    rows = Certificate.objects.filter(issued_on__gte=since, issued_on__lte=until)
    named = rows.order_by("programme__title").values_list("programme__slug", "programme__title")
    return list(named.annotate(n=Count("id")))


def _certificates(rows: list[Certificate], today: date) -> list[CertificateRow]:
    """Return the certificates with the modules of the edition in which each was earned."""
    titles: dict[UUID, list[str]] = defaultdict(list)
    given = Session.objects.filter(edition__in={one.edition_id for one in rows})
    for edition_id, title in given.values_list("edition_id", "module__title"):
        titles[edition_id].append(title)
    return [
        CertificateRow(
            one.id,
            one.number,
            one.name,
            one.programme.title,
            tuple(titles[one.edition_id]),
            one.issued_on,
            one.valid_until,
            one.issued_on <= today <= one.valid_until,
        )
        for one in rows
    ]
