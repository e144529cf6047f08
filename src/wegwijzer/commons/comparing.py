"""What is compared of the items of the library, and how common their words are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
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

# What is compared of an item beside its words and phenomena.
FACTS = (
    "id", "region_id", "kind", "municipality_code", "place", "method", "portfolio", "period_from",
    "period_to",
)  # fmt: skip


def to_compare(item: Item, own: Sequence[str], counts: Mapping[str, int]) -> list[UUID]:
    """Return the items of other regions that share most of its rarest words."""
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


def counts_of(words: Iterable[str]) -> dict[str, int]:
    """Return in how many items each word stands, and under the empty word how many there are."""
    rows = WordCount.objects.filter(word__in=["", *words])
    return dict(rows.values_list("word", "items"))


def word_use(counts: Mapping[str, int], ids: Collection[UUID]) -> WordUse:
    """Return how common words are: those already counted, and those of these items."""
    theirs = ItemWord.objects.filter(item_id__in=ids).values("word")
    rows = WordCount.objects.filter(word__in=theirs).values_list("word", "items")
    known = {**counts, **dict(rows)}
    return WordUse(known.pop("", len(known) or 1), known)


def facts_of(ids: Sequence[UUID]) -> dict[UUID, Facts]:
    """Return what is compared of these items, without their words."""
    return {key: facts for key, (facts, _words) in facts_and_words_of(ids).items()}


def facts_and_words_of(ids: Sequence[UUID]) -> dict[UUID, tuple[Facts, list[str]]]:
    """Return what is compared of these items."""
    about = defaultdict(set)
    placed = ItemPhenomenon.objects.filter(item_id__in=ids)
    for item_id, slug in placed.values_list("item_id", "phenomenon"):
        about[item_id].add(slug)
    rows = Item.objects.filter(id__in=ids).values_list(*FACTS, "stems", named=True)
    return {row.id: (_facts(row, about[row.id]), row.stems.split()) for row in rows}


def _facts(item: Any, phenomena: Iterable[str]) -> Facts:
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
    rows = list(public.values_list(*FACTS, "stems", named=True).iterator())
    return [_facts(item, about[item.id]) for item in rows], [item.stems.split() for item in rows]


def compared_ids() -> set[UUID]:
    """Return which items are compared now."""
    return set(Item.objects.filter(**COMPARED).values_list("id", flat=True))
