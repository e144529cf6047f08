"""Open a case from accepted signals. Bron: Wgs art. 1.8 lid 5 en 2.23 lid 4 en 5."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from wegwijzer.casework import rules
from wegwijzer.casework.models import Case, CaseParty, CaseSignal, NumberSeries
from wegwijzer.casework.rows import (
    check_holds_role,
    check_takes_part,
    decide,
    organs_of,
    party_of_participant,
    party_of_person,
)
from wegwijzer.casework.rules import CaseStatus, Opening, PartyKind
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, check
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.vocabulary import Activity
from wegwijzer.logbook.actions import acting, record
from wegwijzer.signals.actions import link_to_dossier


@acting
def open_case(actor: Actor, opening: Opening, *, now: datetime) -> UUID:
    """Open a case with a written purpose and exactly the participants that are needed.

    Bron: Wgs art. 1.8 lid 5, 2.18 lid 1 onder b en 2.23 lid 4 en 5.
    """
    rules.check_may_open(actor)
    check(rules.may_open(opening))
    case = Case(
        id=uuid4(),
        number=_next_number(actor, now),
        region_id=actor.region_id,
        activity=Activity.CASE,
        status=CaseStatus.OPENED,
        title=rules.check_title(opening.title),
        purpose_text=opening.purpose.strip(),
        opened_by_id=actor.person_id,
        opened_at=now,
        changed_at=now,
    )
    case.save(force_insert=True)
    parties = [*_participants(actor, case, opening, now), *_staff(actor, case, opening, now)]
    CaseParty.objects.bulk_create(parties)
    _link_signals(actor, case, opening.signal_ids, now)
    decide(actor, case, "open", reason=case.purpose_text, now=now)
    record(
        actor,
        "casework.open_case",
        f"case:{case.id}",
        now=now,
        dossier_id=case.id,
        signals=opening.signal_ids,
        principals=[party.principal for party in parties],
    )
    return case.id


def _participants(actor: Actor, case: Case, opening: Opening, now: datetime) -> Iterable[CaseParty]:
    """Yield the participants of the opening, each once and on a ground of its own."""
    organs = organs_of(actor, on=now.date())
    if len({needed.participant_id for needed in opening.participants}) < len(opening.participants):
        raise Invalid(_("Noem elke deelnemer één keer."), field="participants")
    for needed in opening.participants:
        check_takes_part(needed, organs)
        yield party_of_participant(case, needed, now.date())


def _staff(actor: Actor, case: Case, opening: Opening, now: datetime) -> Iterable[CaseParty]:
    """Yield the director and the analysts."""
    analysts = dict.fromkeys(opening.analyst_ids, PartyKind.ANALYST)
    for person_id, kind in (analysts | {opening.director_id: PartyKind.DIRECTOR}).items():
        check_holds_role(actor, person_id, kind, on=now.date())
        yield party_of_person(
            case, person_id, kind, reason=_("Aangewezen bij het openen."), on=now.date()
        )


def _link_signals(actor: Actor, case: Case, signal_ids: Iterable[UUID], now: datetime) -> None:
    """Take the signals into the case; each must be accepted and known to the actor."""
    for signal_id in dict.fromkeys(signal_ids):
        link_to_dossier(actor, signal_id, case.id, now=now)
        CaseSignal.objects.create(case=case, signal_id=signal_id)


def _next_number(actor: Actor, now: datetime) -> str:
    NumberSeries.objects.get_or_create(region_id=actor.region_id, year=now.year)
    series = NumberSeries.objects.select_for_update().get(region_id=actor.region_id, year=now.year)
    series.last += 1
    series.save(update_fields=["last"])
    return rules.number_of(actor.region_code, now.year, series.last)
