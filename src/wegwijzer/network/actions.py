"""Change the regions, the participants and the people who act for them."""

import json
from datetime import date, datetime
from importlib.resources import files
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.logbook.rules import Outcome
from wegwijzer.network import rules
from wegwijzer.network.demands import missing_for
from wegwijzer.network.models import (
    Clearance,
    Designation,
    Participant,
    Person,
    Region,
    RoleDemand,
    RoleGrant,
    SecondStepReset,
)
from wegwijzer.network.queries import find_reset, keeps_account, visible_people
from wegwijzer.network.rules import (
    REFUSED_SIGN_INS,
    ClearanceKind,
    Period,
    RegionKind,
    Role,
    SignIn,
)


@acting
def load_regions(actor: Actor, *, now: datetime) -> int:
    """Add the regions that ship with the product and are not there yet; return how many."""
    told = json.loads(files("wegwijzer.network").joinpath("data.json").read_text("utf-8"))
    known = set(Region.objects.values_list("code", flat=True))
    rows = [Region(**row) for row in told["regions"] if row["code"] not in known]
    Region.objects.bulk_create(rows)
    record(actor, "network.load_regions", "regions:all", now=now, added=len(rows))
    return len(rows)


@acting
def add_region(actor: Actor, *, code: str, name: str, kind: RegionKind, now: datetime) -> UUID:
    """Add a region and return its id."""
    _check_manager(actor)
    region = Region.objects.create(code=code, name=name, kind=kind, starts_on=now.date())
    record(actor, "network.add_region", f"region:{region.id}", now=now, code=code)
    return region.id


@acting
def add_participant(
    actor: Actor,
    *,
    kind: str,
    name: str,
    now: datetime,
    region_id: UUID | None = None,
    municipality_code: str = "",
) -> UUID:
    """Add an organ that takes part and return its id. Bron: Wgs art. 2.19 lid 1."""
    _check_manager(actor)
    if Participant.objects.filter(name=name).exists():
        raise Conflict(_("Er is al een deelnemer met deze naam. Kies een andere naam."))
    participant = Participant.objects.create(
        kind=kind,
        name=name,
        region_id=region_id,
        municipality_code=municipality_code,
        starts_on=now.date(),
    )
    record(actor, "network.add_participant", f"participant:{participant.id}", now=now, kind=kind)
    return participant.id


@acting
def add_person(
    actor: Actor, *, name: str, email: str, password: str, now: datetime, phone: str = ""
) -> UUID:
    """Add someone who can sign in and return the id; without a designation that gives no right."""
    _check_admin(actor)
    email = email.strip().lower()
    if Person.objects.filter(email__iexact=email).exists():
        raise Conflict(_("Er is al iemand met dit e-mailadres. Wijs die persoon aan."))
    person = Person.objects.create(
        name=name, email=email, phone=phone, password=make_password(password or None)
    )
    record(actor, "network.add_person", f"person:{person.id}", now=now)
    return person.id


@acting
def designate(
    actor: Actor,
    person_id: UUID,
    *,
    participant_id: UUID,
    region_id: UUID,
    period: Period,
    now: datetime,
) -> UUID:
    """Designate a person for a region, on behalf of a participant. Bron: Wgs art. 1.4 lid 3."""
    if not actor.has(Role.PARTICIPANT_ADMIN, "system"):
        raise NotAllowed(_("Alleen de aanwijzer van de deelnemer kan iemand aanwijzen."))
    if not actor.has("system") and actor.participant_id != participant_id:
        raise NotAllowed(_("U kunt alleen namens uw eigen deelnemer aanwijzen."))
    rules.check_period(period)
    if not Person.objects.filter(id=person_id).exists():
        raise NotFound
    designation = Designation.objects.create(
        person_id=person_id,
        participant_id=participant_id,
        region_id=region_id,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
    )
    record(
        actor,
        "network.designate",
        f"designation:{designation.id}",
        now=now,
        person=person_id,
        participant=participant_id,
        region=region_id,
    )
    return designation.id


@acting
def end_designation(actor: Actor, designation_id: UUID, *, last_day: date, now: datetime) -> None:
    """End a designation; every role in it ends with it."""
    designation = Designation.objects.select_for_update().filter(id=designation_id).first()
    if designation is None:
        raise NotFound
    if not actor.has(Role.PARTICIPANT_ADMIN) or actor.participant_id != designation.participant_id:
        raise NotAllowed(_("U kunt alleen aanwijzingen van uw eigen deelnemer beëindigen."))
    rules.check_period(Period(designation.starts_on, last_day))
    designation.ends_on = last_day
    designation.save(update_fields=["ends_on"])
    designation.grants.filter(starts_on__gt=last_day).delete()
    designation.grants.exclude(ends_on__lte=last_day).update(ends_on=last_day)
    record(actor, "network.end_designation", f"designation:{designation.id}", now=now)


@acting
def grant_role(
    actor: Actor, designation_id: UUID, *, role: Role, period: Period, now: datetime
) -> UUID:
    """Give a designated person a role; designating and granting are two people's work."""
    if not actor.has(Role.ACCESS_MANAGER, "system"):
        raise NotAllowed(_("Alleen de toegangsbeheerder van het RIEC kan een rol geven."))
    designation = Designation.objects.filter(id=designation_id).first()
    if designation is None or not (actor.has("system") or designation.region_id == actor.region_id):
        raise NotFound
    if designation.person_id == actor.person_id:
        raise NotAllowed(_("U kunt uzelf geen rol geven. Vraag een andere toegangsbeheerder."))
    rules.check_period(period)
    rules.check_within(period, Period(designation.starts_on, designation.ends_on))
    if title := missing_for(designation.person_id, role, period.starts_on):
        raise Invalid(
            _("Deze rol vraagt een geldig certificaat van de opleiding %(title)s."),
            field="role",
            title=title,
        )
    grant = RoleGrant.objects.create(
        designation=designation, role=role, starts_on=period.starts_on, ends_on=period.ends_on
    )
    record(actor, "network.grant_role", f"designation:{designation.id}", now=now, role=role)
    return grant.id


@acting
def revoke_role(actor: Actor, designation_id: UUID, *, role: Role, now: datetime) -> None:
    """Take a role back as of today."""
    if not actor.has(Role.ACCESS_MANAGER):
        raise NotAllowed(_("Alleen de toegangsbeheerder van het RIEC kan een rol intrekken."))
    grants = RoleGrant.objects.filter(
        designation_id=designation_id, designation__region_id=actor.region_id, role=role
    )
    if grants.delete()[0] == 0:
        raise NotFound
    record(actor, "network.revoke_role", f"designation:{designation_id}", now=now, role=role)


@acting
def record_clearance(
    actor: Actor,
    person_id: UUID,
    *,
    kind: ClearanceKind,
    reference: str,
    period: Period,
    now: datetime,
) -> UUID:
    """Record a screening or training that a person holds. Bron: Wgs art. 1.8 lid 3 en 9."""
    _check_admin(actor)
    rules.check_period(period)
    if reference.strip() == "":
        raise Invalid(
            _("Noem het kenmerk van de verklaring of het certificaat."), field="reference"
        )
    clearance = Clearance.objects.create(
        person_id=person_id,
        kind=kind,
        reference=reference.strip(),
        starts_on=period.starts_on,
        ends_on=period.ends_on,
    )
    record(actor, "network.record_clearance", f"person:{person_id}", now=now, kind=kind)
    return clearance.id


@acting
def record_training(
    actor: Actor, person_id: UUID, *, programme: str, reference: str, period: Period, now: datetime
) -> UUID:
    """Record a certificate that somebody earned, on behalf of who trained them.

    Bron: Wgs art. 1.8 lid 9.
    """
    if not actor.has(Role.TRAINER, Role.LIEC_STAFF, "system"):
        raise NotAllowed(_("Alleen wie opleidt, legt vast wie een certificaat heeft."))
    rules.check_period(period)
    clearance = Clearance.objects.create(
        person_id=person_id,
        kind=ClearanceKind.TRAINING,
        reference=reference,
        programme=programme,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
    )
    record(actor, "network.record_training", f"person:{person_id}", now=now, programme=programme)
    return clearance.id


@acting
def demand_training(
    actor: Actor, role: Role, *, programme: str, title: str, starts_on: date, now: datetime
) -> None:
    """Let a role count only for who holds a valid certificate, from a day on."""
    if not actor.has(Role.LIEC_STAFF, "system"):
        raise NotAllowed(_("Medewerkers van het LIEC bepalen welke opleiding een rol vraagt."))
    RoleDemand.objects.update_or_create(
        role=role, programme=programme, defaults={"title": title, "starts_on": starts_on}
    )
    record(actor, "network.demand_training", f"role:{role}", now=now, programme=programme)


@acting
def withdraw_demand(actor: Actor, role: Role, *, programme: str, now: datetime) -> None:
    """Let a role count again without this training."""
    if not actor.has(Role.LIEC_STAFF, "system"):
        raise NotAllowed(_("Medewerkers van het LIEC bepalen welke opleiding een rol vraagt."))
    if not RoleDemand.objects.filter(role=role, programme=programme).delete()[0]:
        raise NotFound
    record(actor, "network.withdraw_demand", f"role:{role}", now=now, programme=programme)


@acting
def block_person(actor: Actor, person_id: UUID, *, now: datetime) -> None:
    """Let somebody not sign in any more; whoever is signed in is out at the next request."""
    person = _person_to_manage(actor, person_id, on=now.date())
    person.is_active = False
    person.save(update_fields=["is_active"])
    record(actor, "network.block_person", f"person:{person_id}", now=now)


@acting
def unblock_person(actor: Actor, person_id: UUID, *, now: datetime) -> None:
    """Let somebody sign in again."""
    person = _person_to_manage(actor, person_id, on=now.date())
    person.is_active = True
    person.save(update_fields=["is_active"])
    record(actor, "network.unblock_person", f"person:{person_id}", now=now)


@acting
def replace_password(actor: Actor, person_id: UUID, *, password: str, now: datetime) -> None:
    """Give somebody who lost it a new password; every session of that person ends."""
    person = _person_to_manage(actor, person_id, on=now.date())
    person.password = make_password(password)
    person.save(update_fields=["password"])
    record(actor, "network.replace_password", f"person:{person_id}", now=now)


@acting
def ask_second_step_reset(actor: Actor, person_id: UUID, *, how: str, now: datetime) -> UUID:
    """Ask that somebody's second step is put back; nothing changes until another confirms."""
    person = _person_to_manage(actor, person_id, on=now.date())
    how = rules.check_identified(how)
    if not Authenticator.objects.filter(user=person).exists():
        raise Conflict(_("Deze persoon heeft geen tweede stap. Er is niets terug te zetten."))
    if find_reset(actor, person_id, now=now) is not None:
        raise Conflict(_("Dit is vandaag al gevraagd en wacht op een tweede persoon."))
    reset = SecondStepReset.objects.create(
        person=person, asked_by_id=actor.person_id, asked_how=how, asked_at=now
    )
    record(actor, "network.ask_second_step_reset", f"person:{person_id}", now=now)
    return reset.id


@acting
def confirm_second_step_reset(actor: Actor, person_id: UUID, *, how: str, now: datetime) -> None:
    """Put a lost second step back, as the second of two; every session of that person ends."""
    person = _person_to_manage(actor, person_id, on=now.date())
    reset = (
        SecondStepReset.objects.select_for_update()
        .filter(person=person, confirmed_by__isnull=True)
        .order_by("-asked_at")
        .first()
    )
    if reset is None:
        raise Conflict(_("Er wacht geen verzoek meer. Ververs de pagina."))
    told = rules.Reset(person_id, reset.asked_by_id, reset.asked_at)
    rules.check_may_confirm(told, actor.person_id, now=now)
    reset.confirmed_how = rules.check_identified(how)
    reset.confirmed_by_id, reset.confirmed_at = actor.person_id, now
    reset.save(update_fields=["confirmed_by", "confirmed_how", "confirmed_at"])
    gone = Authenticator.objects.filter(user=person).delete()[0]
    person.sign_in_round += 1
    person.save(update_fields=["sign_in_round"])
    record(
        actor,
        "network.confirm_second_step_reset",
        f"person:{person_id}",
        now=now,
        asked_by=reset.asked_by_id,
        removed=gone,
    )


def record_sign_in(actor: Actor, step: SignIn, *, now: datetime, address: str) -> None:
    """Log a step of signing in or out; ``address`` is where it came from.

    What was typed is never logged: it may be a password in the wrong field.
    """
    record(
        actor,
        "network.record_sign_in",
        f"person:{actor.person_id}",
        now=now,
        outcome=Outcome.REFUSED if step in REFUSED_SIGN_INS else Outcome.DONE,
        step=step,
        address=address,
    )


def _person_to_manage(actor: Actor, person_id: UUID, *, on: date) -> Person:
    """Return somebody else whom this actor's participant or region has designated."""
    _check_admin(actor)
    person = visible_people(actor).filter(id=person_id).first()
    if person is None or not keeps_account(actor, person_id, on=on):
        raise NotFound
    if person.id == actor.person_id:
        raise NotAllowed(_("Dit kunt u niet voor uzelf doen. Vraag het een ander die mag."))
    return person


def _check_manager(actor: Actor) -> None:
    if not actor.has(Role.ACCESS_MANAGER, "system"):
        raise NotAllowed(_("Alleen de toegangsbeheerder van het RIEC kan dit wijzigen."))


def _check_admin(actor: Actor) -> None:
    if not actor.has(Role.PARTICIPANT_ADMIN, Role.ACCESS_MANAGER, "system"):
        raise NotAllowed(_("Alleen wie mensen aanwijst of toegang beheert kan dit wijzigen."))
