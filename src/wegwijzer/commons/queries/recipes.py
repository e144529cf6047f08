"""Read the recipes: the list, one of them with what became of it, and what is new."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from wegwijzer.commons.models import Adoption, AdoptionReport, Item
from wegwijzer.commons.queries.items import Wanted, narrowed, page_of, visible_items
from wegwijzer.commons.rules.items import Content
from wegwijzer.commons.rules.recipes import NAMES, AdoptionStatus, Recipe
from wegwijzer.commons.shown import ItemRow, row_of
from wegwijzer.commons.storing import content_of
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading
from wegwijzer.network.queries import person_names_of

PAGE = 30
# No line of adoptions is longer than there are regions; a ring of them ends here all the same.
DEEPEST = 24


@dataclass(frozen=True, slots=True)
class RecipeRow:
    """A recipe in the list: what it is for, how often it was taken over, who would do it again."""

    item: ItemRow
    goal: str
    adopted: int
    again: int
    verdicts: int
    status: AdoptionStatus | None


@dataclass(frozen=True, slots=True)
class RecipeList:
    """A page of recipes, with the keys of the pages around it."""

    rows: list[RecipeRow]
    after: str
    before: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What a region told."""

    status: AdoptionStatus
    told: str
    cost: str
    again: bool | None
    reported_by: str
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class AdoptionRow:
    """A region that follows a recipe: how far it is, what it does otherwise, what it told."""

    item: ItemRow
    source_id: UUID
    status: AdoptionStatus
    plan: str
    adapted: str
    why: str
    adopted_at: datetime
    reports: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A recipe in the line of adoptions, with what came of it; the origin has no adoption."""

    item: ItemRow
    adoption: AdoptionRow | None
    children: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class RecipePage:
    """A recipe with its line: where it comes from and what became of it."""

    item: ItemRow
    content: Content
    recipe: Recipe
    adoption: AdoptionRow | None
    source: ItemRow | None
    source_recipe: Recipe | None
    line: Branch
    is_own: bool
    own_copy: UUID | None


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report on a recipe of the own region."""

    item: ItemRow
    status: AdoptionStatus
    told: str
    reported_at: datetime


def visible_recipes(actor: Actor) -> QuerySet[Item]:
    """Return the items with a recipe that the actor may see."""
    return visible_items(actor).filter(recipe__isnull=False)


def list_recipes(
    actor: Actor, wanted: Wanted | None = None, *, adopted: bool | None = None, after: str = "",
    before: str = "", limit: int = PAGE,
) -> RecipeList:  # fmt: skip
    """List recipes, last changed first; ``adopted`` only what was taken over, or only originals."""
    rows = narrowed(actor, wanted or Wanted()).filter(recipe__isnull=False)
    if adopted is not None:
        rows = rows.filter(adoption__isnull=not adopted)
    rows = rows.select_related("recipe", "adoption")
    found, *keys = page_of(rows, after=after, before=before, limit=limit)
    ids = [item.id for item in found]
    counts = dict(
        Adoption.objects.filter(source_id__in=ids)
        .values_list("source_id")
        .annotate(number=Count("item_id"))
    )
    verdicts = {
        source: (yes, told)
        for source, yes, told in AdoptionReport.objects.filter(
            adoption__source_id__in=ids, again__isnull=False
        )
        .values_list("adoption__source_id")
        .annotate(yes=Count("id", filter=Q(again=True)), told=Count("id"))
    }
    return RecipeList([_row(item, counts, verdicts) for item in found], *keys)


def _row(
    item: Item, counts: dict[UUID, int], verdicts: dict[UUID, tuple[int, int]]
) -> RecipeRow:  # fmt: skip
    adoption = getattr(item, "adoption", None)
    return RecipeRow(
        row_of(item),
        item.recipe.goal,
        counts.get(item.id, 0),
        *verdicts.get(item.id, (0, 0)),
        AdoptionStatus(adoption.status) if adoption else None,
    )


@reading
def get_recipe(actor: Actor, item_id: UUID) -> RecipePage:
    """Return a recipe with its texts, where it comes from, and all that became of it."""
    rows = visible_recipes(actor).select_related(
        "region", "recipe", "adoption__source__region", "adoption__source__recipe"
    )
    item = rows.prefetch_related("phenomena").filter(id=item_id).first()
    if item is None:
        raise NotFound
    line = _line(item)
    found = {branch.item.id: branch for branch in _walk(line)}
    adoption = getattr(item, "adoption", None)
    here = found[item.id]
    copies = (one for one in here.children if one.item.region_id == actor.region_id)
    return RecipePage(
        row_of(item),
        content_of(item),
        _texts(item),
        here.adoption,
        row_of(adoption.source) if adoption else None,
        _texts(adoption.source) if adoption else None,
        line,
        item.region_id == actor.region_id,
        next((one.item.id for one in copies), None),
    )


def find_recipe(actor: Actor, item_id: UUID) -> Recipe | None:
    """Return the texts of a recipe, or nothing when the item is none."""
    item = visible_recipes(actor).select_related("recipe").filter(id=item_id).first()
    return _texts(item) if item else None


def find_own_copy(actor: Actor, item_id: UUID) -> UUID | None:
    """Return what the region of the actor made of a recipe, or nothing when it did not."""
    mine = Adoption.objects.filter(source=item_id, item__region_id=actor.region_id)
    return mine.order_by("adopted_at").values_list("item_id", flat=True).first()


def list_new_reports(actor: Actor, *, since: datetime, limit: int = PAGE) -> list[NewReport]:
    """List what other regions told since a moment about the recipes of the actor's region."""
    rows = (
        AdoptionReport.objects.filter(
            adoption__source__region_id=actor.region_id, reported_at__gte=since
        )
        .select_related("adoption__item__region")
        .order_by("-reported_at", "-id")[:limit]
    )
    return [
        NewReport(row_of(one.adoption.item), AdoptionStatus(one.status), one.told, one.reported_at)
        for one in rows
    ]


def _texts(item: Item) -> Recipe:
    return Recipe(**{name: getattr(item.recipe, name) for name in NAMES})


def _line(item: Item) -> Branch:
    """Return the whole line to which a recipe belongs, from its first origin."""
    root, adoption = item.id, getattr(item, "adoption", None)
    for _step in range(DEEPEST):
        if adoption is None:
            break
        root = adoption.source_id
        adoption = Adoption.objects.filter(item_id=root).first()
    under: dict[UUID, list[Adoption]] = defaultdict(list)
    level = [root]
    for _step in range(DEEPEST):
        found = list(
            Adoption.objects.filter(source_id__in=level)
            .select_related("item__region")
            .prefetch_related("item__phenomena", "reports")
            .order_by("adopted_at", "item_id")
        )
        if not found:
            break
        for one in found:
            under[one.source_id].append(one)
        level = [one.item_id for one in found]
    first = Item.objects.select_related("region").prefetch_related("phenomena").get(id=root)
    names = person_names_of(
        {told.reported_by for all_ in under.values() for one in all_ for told in one.reports.all()}
    )
    return Branch(row_of(first), None, _grown(root, under, names))


def _grown(
    source: UUID, under: dict[UUID, list[Adoption]], names: dict[UUID, str]
) -> tuple[Branch, ...]:  # fmt: skip
    return tuple(
        Branch(row_of(one.item), _adoption(one, names), _grown(one.item_id, under, names))
        for one in under.get(source, ())
    )


def _adoption(row: Adoption, names: dict[UUID, str]) -> AdoptionRow:
    return AdoptionRow(
        row_of(row.item),
        row.source_id,
        AdoptionStatus(row.status),
        row.plan,
        row.adapted,
        row.why,
        row.adopted_at,
        tuple(
            ReportRow(AdoptionStatus(one.status), one.told, one.cost, one.again,
                      names.get(one.reported_by, ""), one.reported_at)
            for one in sorted(row.reports.all(), key=lambda one: (one.reported_at, one.id))
        ),
    )  # fmt: skip


def _walk(branch: Branch) -> list[Branch]:
    return [branch, *(one for child in branch.children for one in _walk(child))]
