"""Who is involved in a case, and who does its work. Bron: Wgs art. 2.23 lid 5."""

from datetime import datetime, timedelta
from uuid import UUID

from wegwijzer.casework import rules
from wegwijzer.casework.gate import Entered, check_directs, enter
from wegwijzer.casework.models import CaseParty
from wegwijzer.casework.rows import (
    check_holds_role,
    check_takes_part,
    decide,
    organs_of,
    party_of_participant,
    party_of_person,
)
from wegwijzer.casework.rules import Needed, PartyKind
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record


@acting
def involve_participant(actor: Actor, case_id: UUID, needed: Needed, *, now: datetime) -> None:
    """Involve a participant that the case needs; from now on it sees the case.

    Bron: Wgs art. 2.23 lid 5.
    """
    entered = _directed(actor, case_id, now)
    check_takes_part(needed, organs_of(actor, on=now.date()))
    party = party_of_participant(entered.case, needed, now.date())
    _involve(entered, party)
    decide(actor, entered.case, "involve", target=party.principal, reason=party.reason, now=now)
    record(
        actor,
        "casework.involve_participant",
        f"case:{case_id}",
        now=now,
        dossier_id=case_id,
        principal=party.principal,
    )


@acting
def assign_staff(
    actor: Actor, case_id: UUID, person_id: UUID, *, kind: PartyKind, reason: str, now: datetime
) -> None:
    """Give somebody the work of a case: direct it or analyse it."""
    entered = _directed(actor, case_id, now)
    assert kind in rules.STAFF_ROLES
    check_holds_role(actor, person_id, kind, on=now.date())
    reason = rules.check_reason(reason)
    party = party_of_person(entered.case, person_id, kind, reason=reason, on=now.date())
    _involve(entered, party)
    decide(actor, entered.case, "assign", target=party.principal, reason=reason, now=now)
    record(
        actor,
        "casework.assign_staff",
        f"case:{case_id}",
        now=now,
        dossier_id=case_id,
        principal=party.principal,
        kind=kind,
    )


@acting
def end_involvement(
    actor: Actor, case_id: UUID, principal: str, *, reason: str, now: datetime
) -> None:
    """End the part of a participant or a person; from this moment they see nothing of the case.

    What was provided stays, with its supplier. Bron: Wgs art. 2.23 lid 5.
    """
    entered = _directed(actor, case_id, now)
    reason = rules.check_reason(reason)
    party = next((party for party in entered.parties if party.principal == principal), None)
    if party is None:
        raise NotFound
    directors = [party for party in entered.parties if party.kind == PartyKind.DIRECTOR]
    if directors == [party]:
        raise Conflict(_("Een casus heeft een casusregisseur nodig. Wijs eerst een ander aan."))
    party.ends_on = now.date() - timedelta(days=1)
    party.save(update_fields=["ends_on"])
    decide(actor, entered.case, "end", target=principal, reason=reason, now=now)
    record(
        actor,
        "casework.end_involvement",
        f"case:{case_id}",
        now=now,
        dossier_id=case_id,
        principal=principal,
    )


def _directed(actor: Actor, case_id: UUID, now: datetime) -> Entered:
    entered = enter(actor, case_id, on=now.date(), to_change=True)
    check_directs(entered)
    return entered


def _involve(entered: Entered, party: CaseParty) -> None:
    """Write the row, or let one that had ended run again."""
    before = CaseParty.objects.filter(case=entered.case, principal=party.principal).first()
    if before is None:
        party.save(force_insert=True)
        return
    if before in entered.parties and before.kind == party.kind:
        raise Conflict(_("Deze is al bij de casus betrokken. Ververs de pagina."))
    for field in ("kind", "ground", "reason", "starts_on", "ends_on"):
        setattr(before, field, getattr(party, field))
    before.save()
