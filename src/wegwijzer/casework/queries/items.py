"""What was provided for a case, as far as the law opens it for this actor."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.db.models import Q, QuerySet

from wegwijzer.casework.gate import Entered, enter_item
from wegwijzer.casework.models import Item
from wegwijzer.casework.paging import PAGE, NumberKey, Page, paged
from wegwijzer.casework.queries.access import visible_items
from wegwijzer.casework.queries.cases import CaseHead, entered_head, head_of
from wegwijzer.casework.queries.linked import SignalLink, list_linked_signals
from wegwijzer.casework.rules import PartyKind
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.vocabulary import (
    CATEGORY_LABELS,
    RELATION_LABELS,
    SECRECY_LABELS,
    Category,
    Relation,
    SecrecyGround,
    Tier,
)
from wegwijzer.logbook.actions import reading, record
from wegwijzer.logbook.rules import Outcome
from wegwijzer.network.queries import names_of
from wegwijzer.subjects.queries import SubjectRow, get_subjects, list_subjects_of
from wegwijzer.subjects.searching import sought_subjects


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item as a page shows it, with about whom it is."""

    ref: UUID
    summary: str
    category: Category
    category_label: str
    tier: Tier
    relation: Relation
    relation_label: str
    circle_link: str
    supplier_id: UUID
    supplier_name: str
    subject: SubjectRow | None
    secrecy_label: str
    criminal_nature: bool
    special: bool
    necessity: str
    source_reliability: str
    information_reliability: str
    handling: str
    content: tuple[tuple[str, str], ...]
    first_processed_date: date
    destroy_on: date
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemWanted:
    """By what a list of items is narrowed; empty is everything that is open."""

    supplier_id: UUID | None = None
    category: Category | None = None
    tier: Tier | None = None
    relation: Relation | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ItemsPage:
    """A page of items; ``suppliers`` are by whom it can be narrowed."""

    head: CaseHead
    page: Page[ItemRow]
    suppliers: list[tuple[UUID, str]]


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One item, with why the actor may see it."""

    head: CaseHead
    row: ItemRow
    verdict: Verdict
    is_own: bool


@dataclass(frozen=True, slots=True)
class SubjectGroup:
    """Subjects that were reported in one signal that led to the case, or provided in items."""

    signal: SignalLink | None
    subjects: list[SubjectRow]


@dataclass(frozen=True, slots=True)
class SubjectsPage:
    """About whom and what a case is: by the signals that led to it and the items that are open."""

    head: CaseHead
    groups: list[SubjectGroup]
    after: int | None


@reading
def list_items(
    actor: Actor,
    case_id: UUID,
    wanted: ItemWanted,
    *,
    now: datetime,
    after: str = "",
    before: str = "",
    limit: int = PAGE,
) -> ItemsPage:
    """List the items of a case that the law opens for the actor, newest first; this is logged.

    Bron: Wgs art. 1.8 lid 4 en 2.23 lid 5 en 6.
    """
    entered, head = entered_head(actor, case_id, on=now.date())
    rows = _narrowed(visible_items(actor, on=now.date()).filter(case_id=case_id), case_id, wanted)
    page = paged(rows, NumberKey(), after=after, before=before, limit=limit)
    shown = _shown(actor, page.rows)
    record(
        actor,
        "casework.list_items",
        f"case:{case_id}",
        now=now,
        outcome=Outcome.READ,
        dossier_id=case_id,
        shown=len(shown),
    )
    return ItemsPage(head, Page(shown, page.after, page.before), _suppliers(entered))


@reading
def get_item(actor: Actor, ref: UUID, *, now: datetime) -> ItemPage:
    """Return one item, with the verdict on seeing it; the reading is logged."""
    entered, item, verdict = enter_item(actor, ref, on=now.date())
    (row,) = _shown(actor, [item])
    head = head_of(actor, entered, on=now.date())
    record(
        actor,
        "casework.get_item",
        f"item:{ref}",
        now=now,
        outcome=Outcome.READ,
        dossier_id=entered.case.id,
    )
    return ItemPage(head, row, verdict, is_own=item.supplier_id == actor.participant_id)


@reading
def list_case_subjects(
    actor: Actor, case_id: UUID, *, now: datetime, after: int = 0, limit: int = PAGE
) -> SubjectsPage:
    """List about whom the signals and the items are that the law opens for the actor; logged.

    Somebody of whom only closed items speak is not in the list. Bron: Wgs art. 2.23 lid 4 en 6.
    """
    _entered, head = entered_head(actor, case_id, on=now.date())
    signals = {link.id: link for link in list_linked_signals(actor, case_id, on=now.date())}
    told = list_subjects_of(actor, signals.keys(), after=after, limit=limit + 1)
    about = visible_items(actor, on=now.date()).filter(case_id=case_id, subject_id__gt=after)
    provided = about.order_by("subject_id").values_list("subject_id", flat=True).distinct()
    found = get_subjects(actor, {pk for pk in provided[: limit + 1] if pk is not None})
    rows = sorted([*told, *found.values()], key=lambda row: row.pk)
    more, rows = len(rows) > limit, rows[:limit]
    record(
        actor,
        "casework.list_case_subjects",
        f"case:{case_id}",
        now=now,
        outcome=Outcome.READ,
        dossier_id=case_id,
        shown=len(rows),
    )
    groups = [
        SubjectGroup(signals.get(dossier), list(some))
        for dossier, some in groupby(rows, key=lambda row: row.dossier_id)
    ]
    return SubjectsPage(head, groups, rows[-1].pk if more else None)


def _narrowed(rows: QuerySet[Item], case_id: UUID, wanted: ItemWanted) -> QuerySet[Item]:
    narrow = {
        "supplier_id": wanted.supplier_id,
        "category": wanted.category,
        "tier": wanted.tier,
        "relation": wanted.relation,
    }
    rows = rows.filter(**{name: value for name, value in narrow.items() if value is not None})
    text = wanted.text.strip()
    if text == "":
        return rows
    told = Q(summary__icontains=text)
    sought = sought_subjects(text)
    if sought is not None:
        told |= Q(subject_id__in=sought.filter(dossier_id=case_id).values("id"))
    return rows.filter(told)


def _suppliers(entered: Entered) -> list[tuple[UUID, str]]:
    """Return whose items a case can hold: whoever is involved, and whoever was."""
    rows = entered.case.parties.filter(kind=PartyKind.PARTICIPANT).select_related("participant")
    found = ((row.participant.id, row.participant.name) for row in rows if row.participant)
    return sorted(found, key=lambda pair: pair[1])


def _shown(actor: Actor, items: list[Item]) -> list[ItemRow]:
    names = names_of({item.supplier_id for item in items})
    subjects = get_subjects(actor, {item.subject_id for item in items if item.subject_id})
    return [_row(item, names, subjects) for item in items]


def _row(item: Item, names: dict[UUID, str], subjects: dict[int, SubjectRow]) -> ItemRow:
    category, relation = Category(item.category), Relation(item.relation)
    return ItemRow(
        ref=item.ref,
        summary=item.summary,
        category=category,
        category_label=CATEGORY_LABELS[category],
        tier=Tier(item.tier),
        relation=relation,
        relation_label=RELATION_LABELS[relation],
        circle_link=item.circle_link,
        supplier_id=item.supplier_id,
        supplier_name=names.get(item.supplier_id, ""),
        subject=subjects.get(item.subject_id) if item.subject_id else None,
        secrecy_label=SECRECY_LABELS[SecrecyGround(item.secrecy_ground)],
        criminal_nature=item.criminal_nature,
        special=item.special != "none",
        necessity=item.necessity,
        source_reliability=item.source_reliability,
        information_reliability=item.information_reliability,
        handling=item.handling,
        content=tuple((str(key), str(value)) for key, value in item.content.items()),
        first_processed_date=item.first_processed_date,
        destroy_on=item.destroy_on,
        added_at=item.added_at,
    )
