"""The gate before one case, one request, one item: it asks the law, and says no as NotFound.

Lists go through the row filter in ``queries.access``; a test holds the two together.
"""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from wegwijzer.casework import rules
from wegwijzer.casework.models import Case, CaseParty, DataRequest, Delivery, Item, ReopeningVoice
from wegwijzer.casework.rules import CaseStatus, PartyKind, ReopeningStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotAllowed, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.access import ItemFacts
from wegwijzer.law.retention import is_due
from wegwijzer.law.vocabulary import Activity, Phase, Tier
from wegwijzer.network.rules import Role

STAFF = frozenset({PartyKind.DIRECTOR.value, PartyKind.ANALYST.value})


@dataclass(frozen=True, slots=True)
class Entered:
    """A case that the actor may see, with who is involved in it today."""

    actor: Actor
    case: Case
    parties: tuple[CaseParty, ...]

    @property
    def status(self) -> CaseStatus:
        """Return where the case stands."""
        return CaseStatus(self.case.status)

    @property
    def activity(self) -> Activity:
        """Return under which activity the case runs."""
        return Activity(self.case.activity)

    @property
    def phase(self) -> Phase:
        """Return how far the case is, in the words of the Act."""
        return rules.phase_of(self.status)

    @property
    def kinds(self) -> frozenset[str]:
        """Return as what the person works on the case; empty for a partner."""
        own = self.actor.principals[1]
        return frozenset(party.kind for party in self.parties if party.principal == own)

    @property
    def is_director(self) -> bool:
        """Return whether the actor directs the case, today and in that role."""
        return PartyKind.DIRECTOR.value in self.kinds and self.actor.has(Role.CASE_DIRECTOR)

    @property
    def is_staff(self) -> bool:
        """Return whether the actor does the work of the case."""
        return not self.kinds.isdisjoint(STAFF)

    @property
    def participants(self) -> frozenset[UUID]:
        """Return the participants that are involved today."""
        return frozenset(p.participant_id for p in self.parties if p.participant_id is not None)


def whereabouts(case: Case, parties: tuple[CaseParty, ...]) -> rules.Whereabouts:
    """Return what decides who may see the case."""
    principals = frozenset(party.principal for party in parties)
    return rules.Whereabouts(
        case.region_id, Activity(case.activity), CaseStatus(case.status), principals
    )


def parties_on(case: Case, on: date) -> tuple[CaseParty, ...]:
    """Return who is involved in a case on a day."""
    rows = CaseParty.objects.filter(case=case).select_related("participant", "person")
    return tuple(
        party
        for party in rows.order_by("id")
        if party.starts_on <= on and (party.ends_on is None or on <= party.ends_on)
    )


def enter(actor: Actor, case_id: UUID, *, on: date, to_change: bool = False) -> Entered:
    """Return a case, or NotFound when the law says that the actor may not see it."""
    cases = Case.objects.select_for_update() if to_change else Case.objects
    case = cases.filter(id=case_id).first()
    if case is None:
        raise NotFound
    parties = parties_on(case, on)
    if not rules.may_see_case(actor, whereabouts(case, parties)).allowed:
        raise NotFound
    return Entered(actor, case, parties)


def enter_closed(actor: Actor, case_id: UUID, *, on: date, to_change: bool = False) -> Entered:
    """Return a closed case of which the actor may know, or NotFound; its content stays shielded.

    Who is asked to answer to a reopening knows of it too. Bron: Wgs art. 1.8 lid 7.
    """
    cases = Case.objects.select_for_update() if to_change else Case.objects
    case = cases.filter(id=case_id, status=CaseStatus.CLOSED).first()
    if case is None:
        raise NotFound
    parties = parties_on(case, on)
    known = whereabouts(case, parties)
    asked = ReopeningVoice.objects.filter(
        reopening__case=case, reopening__status=ReopeningStatus.ASKED
    ).values_list("participant_id", flat=True)
    everyone = known.principals | {f"participant:{one}" for one in asked}
    if not rules.may_know_closed_case(actor, replace(known, principals=everyone)).allowed:
        raise NotFound
    return Entered(actor, case, parties)


def enter_request(
    actor: Actor, request_id: UUID, *, on: date, to_change: bool = False
) -> tuple[Entered, DataRequest]:
    """Return a request of the own participant or of a case that one works on, or NotFound."""
    requests = DataRequest.objects.select_for_update() if to_change else DataRequest.objects
    request = requests.filter(id=request_id).first()
    if request is None:
        raise NotFound
    entered = enter(actor, request.case_id, on=on)
    if request.participant_id != actor.participant_id and not entered.is_staff:
        raise NotFound
    return entered, request


def enter_to_supply(
    actor: Actor, request_id: UUID, *, on: date, to_change: bool = False
) -> tuple[Entered, DataRequest]:
    """Return a request to the own participant, for somebody who answers for it."""
    entered, request = enter_request(actor, request_id, on=on, to_change=to_change)
    check_supplies(actor, request)
    return entered, request


def check_supplies(actor: Actor, request: DataRequest) -> None:
    """Refuse anyone but a supplier of the participant that was asked. Bron: Wgs art. 1.5."""
    if request.participant_id != actor.participant_id or not actor.has(Role.DATA_SUPPLIER):
        raise NotAllowed(
            _("Alleen een informatieleverancier van de gevraagde deelnemer kan dit beantwoorden.")
        )


def enter_delivery(
    actor: Actor, delivery_id: UUID, *, on: date, to_change: bool = False
) -> tuple[Entered, Delivery]:
    """Return a delivery of the own participant, or NotFound: until then it is nobody else's."""
    deliveries = Delivery.objects.select_related("request__case", "request__participant")
    if to_change:
        deliveries = deliveries.select_for_update(of=("self",))
    delivery = deliveries.filter(id=delivery_id).first()
    if delivery is None or delivery.request.participant_id != actor.participant_id:
        raise NotFound
    if not actor.has(Role.DATA_SUPPLIER):
        raise NotFound
    return enter(actor, delivery.request.case_id, on=on), delivery


def enter_item(
    actor: Actor, ref: UUID, *, on: date, to_change: bool = False
) -> tuple[Entered, Item, Verdict]:
    """Return an item with the verdict on seeing it, or NotFound when that says no."""
    items = Item.objects.select_for_update() if to_change else Item.objects
    item = items.filter(ref=ref).first()
    if item is None:
        raise NotFound
    entered = enter(actor, item.case_id, on=on)
    facts = ItemFacts(
        Tier(item.tier),
        item.published,
        item.withdrawn_at is not None,
        term_runs=not is_due(item.destroy_on, on=on),
    )
    verdict = rules.may_see(actor, whereabouts(entered.case, entered.parties), facts)
    if not verdict.allowed:
        raise NotFound
    return entered, item, verdict


def check_directs(entered: Entered) -> None:
    """Refuse anyone but the director of the case."""
    if not entered.is_director:
        raise NotAllowed(
            _("Alleen de casusregisseur van deze casus kan dit. Vraag de casusregisseur.")
        )


def check_works(entered: Entered) -> None:
    """Refuse anyone who does not do the work of the case."""
    if not entered.is_staff:
        raise NotAllowed(_("Alleen de casusregisseur en de analisten van deze casus kunnen dit."))
