"""A database as large as the promise: signals, cases and items in bulk, in the demo's region."""

from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

from wegwijzer.casework.models import Case, CaseParty, DataRequest, Item
from wegwijzer.casework.rules import CaseStatus, PartyKind, RequestStatus
from wegwijzer.cli.demo_world.people import Company
from wegwijzer.law.vocabulary import TIER_OF, Activity, Category, Relation, SpecialCategory
from wegwijzer.signals.models import Signal, Weighing
from wegwijzer.signals.rules import Status

BATCH = 5_000
CASE_NUMBER = "ZL-B-C-{:05d}"
# The one with the most items.
FIRST_CASE = CASE_NUMBER.format(0)
STATUSES = (Status.ACCEPTED, Status.SUBMITTED, Status.REJECTED, Status.LINKED)
ON_THE_AGENDA = 300
SLUGS = ("money_laundering", "car_trade", "care_fraud", "human_trafficking", "rural_area")
# The first organ reports and supplies most of everything, the last next to nothing.
MUCH, LITTLE = "police", "ind"
ORGANS = (*(MUCH,) * 12, "tax", "fiod", "uwv", "nla", "nvwa", "om", "kmar")


def add_signals(company: Company, rng: Random, count: int) -> None:
    """Add signals of all ages and states; one in two thousand is of the organ that sees little."""
    rows: list[Signal] = []
    reporter = company["sanne"].person_id
    for number in range(count):
        organ = LITTLE if number % 2_000 == 0 else rng.choice(ORGANS)
        at = company.now - timedelta(minutes=number * 5)
        rows.append(
            Signal(
                number=f"ZL-B-{number:06d}",
                region_id=company.regions["ZL"],
                participant_id=company.organs[organ],
                reporter_id=reporter,
                status=Status.IN_WEIGHING
                if number < ON_THE_AGENDA
                else STATUSES[number % len(STATUSES)],
                title=f"Signaal {number} over een pand",
                phenomenon_id=rng.choice(SLUGS),
                place="Havenkade, Dijkstad",
                purpose_text="Toezicht en handhaving samen.",
                organised_crime_text="Verband met een netwerk.",
                created_at=at,
                changed_at=at,
                submitted_at=at,
                first_processed_date=at.date(),
            )
        )
        if len(rows) == BATCH:
            Signal.objects.bulk_create(rows)
            rows.clear()
    Signal.objects.bulk_create(rows)
    Weighing.objects.bulk_create(
        Weighing(signal=signal, started_at=signal.created_at)
        for signal in Signal.objects.filter(status=Status.IN_WEIGHING)
    )


def add_cases(company: Company, rng: Random, cases: int, items: int, largest: int) -> None:
    """Add cases with items; the first of them holds ``largest`` items."""
    made = [_add_case(company, rng, number) for number in range(cases)]
    _add_items(company, rng, made[0], largest)
    share = (items - largest) // (cases - 1)
    for case, request in made[1:]:
        _add_items(company, rng, (case, request), share)


def _add_case(company: Company, rng: Random, number: int) -> tuple[Case, DataRequest]:
    at = company.now - timedelta(hours=number)
    director = company["daan"].person_id
    case = Case.objects.create(
        number=CASE_NUMBER.format(number),
        region_id=company.regions["ZL"],
        activity=Activity.CASE,
        status=CaseStatus.COLLECTING,
        title=f"Casus {number}",
        purpose_text="Vaststellen wie erachter zit.",
        opened_by_id=director,
        opened_at=at,
        changed_at=at,
    )
    organs = {MUCH, rng.choice(ORGANS)} | ({LITTLE} if number % 100 == 0 else set())
    parties = [
        _party(case, at, PartyKind.PARTICIPANT, participant=company.organs[organ])
        for organ in organs
    ]
    parties.append(_party(case, at, PartyKind.DIRECTOR, person=director))
    CaseParty.objects.bulk_create(parties)
    request = DataRequest.objects.create(
        case=case,
        participant_id=company.organs[MUCH],
        categories=["fiscal"],
        question="Wat is bekend?",
        necessity="Nodig voor het beeld.",
        due_date=at.date() + timedelta(days=14),
        status=RequestStatus.ASKED,
        asked_by_id=director,
        asked_at=at,
    )
    return case, request


def _party(
    case: Case,
    at: datetime,
    kind: PartyKind,
    *,
    participant: UUID | None = None,
    person: UUID | None = None,
) -> CaseParty:
    principal = f"participant:{participant}" if participant else f"person:{person}"
    return CaseParty(
        case=case, principal=principal, kind=kind, participant_id=participant, person_id=person,
        reason="Nodig voor deze casus.", starts_on=at.date() - timedelta(days=1),
    )  # fmt: skip


def _add_items(company: Company, rng: Random, where: tuple[Case, DataRequest], count: int) -> None:
    case, request = where
    categories = list(Category)
    shared: dict[str, Any] = {
        "case": case,
        "request": request,
        "supplier_id": company.organs[MUCH],
        "relation": Relation.SUBJECT,
        "secrecy_ground": "general",
        "criminal_nature": False,
        "special": SpecialCategory.NONE,
        "source_reliability": "B",
        "information_reliability": "2",
        "handling": "H0",
        "first_processed_date": company.now.date(),
        "destroy_on": company.now.date() + timedelta(days=1800),
        "published": True,
        "added_at": company.now,
    }
    for start in range(0, count, BATCH):
        chosen = [rng.choice(categories) for _ in range(min(BATCH, count - start))]
        Item.objects.bulk_create(
            Item(
                ref=uuid4(),
                category=category,
                tier=int(TIER_OF[category]),
                summary=f"Gegeven {start + number}",
                **shared,
            )
            for number, category in enumerate(chosen)
        )
