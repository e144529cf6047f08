"""What is compared of the items of the library, and how common their words are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Count

from wegwijzer.commons.models import Item, ItemPhenomenon, ItemWord, WordCount
from wegwijzer.commons.rules.chances import Facts
from wegwijzer.commons.rules.items import Status
from wegwijzer.commons.rules.similarity import WordUse

# The rarest words of an item lead to those it is compared with: so many, and no more places.
LEADING_WORDS, MOST_PLACES = 16, 6_000
# So many are compared, of so many that share words; the own region falls out of those.
MOST_COMPARED, MOST_NEAR = 80, 300

# What a region took over of another is no chance: the two work together already.
COMPARED = {"status": Status.PUBLISHED, "adoption__isnull": True}

# What is not compared as it stands: their stems are.
TEXTS = ("title", "summary", "body", "sources", "materials", "stems")


def to_compare(item: Item, own: Sequence[str]) -> list[UUID]:
    """Return the items of other regions that share most of its rarest words."""
    counts = _counts(own)
    leading: list[str] = []
    places = 0
    for word in sorted(own, key=lambda word: (counts.get(word, 1), word))[:LEADING_WORDS]:
        places += counts.get(word, 1)
        if leading and places > MOST_PLACES:
            break
        leading.append(word)
    # By words alone first, then which of those are public and of others: the other way round,
    # a database may read the whole library.
    shared = (
        ItemWord.objects.filter(word__in=leading)
        .values("item_id")
        .annotate(n=Count("word"))
        .order_by("-n", "item_id")
        .values_list("item_id", flat=True)
    )
    near = list(shared[: MOST_NEAR + 1])
    others = (
        Item.objects.filter(id__in=near).filter(**COMPARED).exclude(id=item.origin_id or item.id)
    )
    public = set(others.exclude(region_id=item.region_id).values_list("id", flat=True))
    return [one for one in near if one in public and one != item.id][:MOST_COMPARED]


def _counts(some: Iterable[str]) -> dict[str, int]:
    words = list(some)
    found: dict[str, int] = {}
    for start in range(0, len(words), 5_000):
        rows = WordCount.objects.filter(word__in=words[start : start + 5_000])
        found.update(rows.values_list("word", "items"))
    return found


def word_use(some: set[str]) -> WordUse:
    """Return how common words are; the count of the whole library stands under the empty word."""
    counts = _counts({*some, ""})
    return WordUse(counts.pop("", len(counts) or 1), counts)


def words_of(ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    """Return the words of each of these items."""
    rows = Item.objects.filter(id__in=list(ids)).values_list("id", "stems")
    return {item_id: stems.split() for item_id, stems in rows}


def facts_of(ids: Sequence[UUID]) -> dict[UUID, Facts]:
    """Return what is compared of these items."""
    rows = Item.objects.filter(id__in=list(ids)).defer(*TEXTS).prefetch_related("phenomena")
    return {
        item.id: _facts(item, {one.phenomenon for one in item.phenomena.all()}) for item in rows
    }


def _facts(item: Item, phenomena: Iterable[str]) -> Facts:
    return Facts(
        item.id,
        item.region_id,
        item.kind,
        frozenset(phenomena),
        item.municipality_code,
        item.place,
        item.method,
        item.portfolio,
        item.period_from,
        item.period_to,
    )


def read_library() -> tuple[list[Facts], list[list[str]]]:
    """Return the facts and the words of all that is published, in the same order."""
    public = Item.objects.filter(**COMPARED)
    about = defaultdict(list)
    for item_id, slug in ItemPhenomenon.objects.values_list("item_id", "phenomenon"):
        about[item_id].append(slug)
    rows = list(public.defer("title", "summary", "body", "sources", "materials").iterator())
    return [_facts(item, about[item.id]) for item in rows], [item.stems.split() for item in rows]


def compared_ids() -> set[UUID]:
    """Return which items are compared now."""
    return set(Item.objects.filter(**COMPARED).values_list("id", flat=True))
