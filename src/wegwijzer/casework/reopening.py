"""What the law must know of a case that is to be reopened, gathered for action and page alike."""

from uuid import UUID

from wegwijzer.casework.gate import Entered
from wegwijzer.casework.models import Item, Reopening
from wegwijzer.casework.rules import ReopeningStatus
from wegwijzer.law.reopening import Capacity, ReopeningFacts


def running_reopening(case_id: UUID) -> Reopening | None:
    """Return the proposal that waits for answers, if there is one."""
    return Reopening.objects.filter(case_id=case_id, status=ReopeningStatus.ASKED).first()


def involved_in(entered: Entered) -> frozenset[UUID]:
    """Return the participants that are involved today and must order it."""
    return entered.participants


def suppliers_of(case_id: UUID) -> frozenset[UUID]:
    """Return the participants whose data is still kept in a case; each must consent."""
    kept = Item.objects.filter(case_id=case_id, published=True, withdrawn_at__isnull=True)
    return frozenset(kept.order_by().values_list("supplier_id", flat=True).distinct())


def facts_of(
    entered: Entered, *, reason: str = "", reopening: Reopening | None = None
) -> ReopeningFacts:
    """Return the facts as they are now: who must agree, and who did."""
    given = reopening.voices.filter(agrees=True) if reopening else ()
    agreed = {(voice.participant_id, voice.capacity) for voice in given}
    return ReopeningFacts(
        phase=entered.phase,
        reason=reopening.reason if reopening else reason,
        involved=involved_in(entered),
        suppliers=suppliers_of(entered.case.id),
        ordered=frozenset(who for who, how in agreed if how == Capacity.ORDER),
        consented=frozenset(who for who, how in agreed if how == Capacity.CONSENT),
    )
