"""Find chances to work together, answer them, and tell what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localtime

from wegwijzer.commons.comparing import compared_ids, facts_of, read_library
from wegwijzer.commons.models import Chance, ChanceAnswer, Comparison, WordCount
from wegwijzer.commons.queries.chances import list_suggestions
from wegwijzer.commons.rules import items
from wegwijzer.commons.rules.chances import (
    LEAST_ALIKE,
    Answer,
    Facts,
    Found,
    Reason,
    ReasonKind,
    chance_between,
    night_of,
)
from wegwijzer.commons.rules.similarity import WordUse, count_words, nearest_pairs, shared_words
from wegwijzer.commons.rules.words import stems_in
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, reading, record
from wegwijzer.network.rules import Role

# So many others are looked at for each item, and so many of those are kept for each.
MOST_NEAR, MOST_KEPT = 8, 3
BATCH = 2_000


@dataclass(frozen=True, slots=True)
class _Compared:
    """What a comparison of the whole library found: how common words are, and the chances."""

    use: WordUse
    pairs: list[tuple[Facts, Facts, Found]]


@reading
def refresh_chances(actor: Actor, *, now: datetime) -> int:
    """Look for chances in the whole library; what was answered stays. Return how many are open."""
    compared = _compare(actor)
    with transaction.atomic():
        return _replace_open(actor, compared, now)


@reading
def refresh_nightly(actor: Actor, *, now: datetime) -> int | None:
    """Refresh the chances once a night; return how many are open, or None when it was done.

    A night that was slept through is made up for; what was cut off halfway is done again.
    """
    night = night_of(localtime(now))
    if Comparison.objects.filter(night__gte=night).exists():
        return None
    compared = _compare(actor)
    with transaction.atomic():
        # Another worker that compared as well waits here, and finds it done.
        one, is_first = Comparison.objects.get_or_create(night=night)
        if not is_first:
            return None
        one.found = _replace_open(actor, compared, now)
        one.save(update_fields=["found"])
        Comparison.objects.filter(night__lt=night).delete()
    return one.found


def _compare(actor: Actor) -> _Compared:
    """Compare the whole library outside any transaction: it takes long, and nobody may wait."""
    if not actor.has(Role.LIEC_STAFF, "system"):
        raise NotAllowed(_("Alleen het LIEC laat de hele bibliotheek opnieuw vergelijken."))
    facts, words = read_library()
    use = count_words(words)
    best = _best(facts, words, use)
    return _Compared(use, [(facts[one], facts[two], found) for (one, two), found in best.items()])


def _replace_open(actor: Actor, compared: _Compared, now: datetime) -> int:
    """Put what was found in the place of the open chances, but for items that are gone by now."""
    WordCount.objects.all().delete()
    counts = compared.use.counts.items()
    WordCount.objects.bulk_create((WordCount(word=word, items=n) for word, n in counts), BATCH)
    WordCount.objects.create(word="", items=max(1, compared.use.total))
    Chance.objects.filter(is_answered=False).delete()
    answered = set(Chance.objects.values_list("first_id", "second_id"))
    there = compared_ids()
    rows = [
        _chance(one, other, found, now)
        for one, other, found in compared.pairs
        if (one.id, other.id) not in answered and {one.id, other.id} <= there
    ]
    Chance.objects.bulk_create(rows, BATCH)
    record(actor, "commons.refresh_chances", "chances:all", now=now, found=len(rows))
    return len(rows)


def _best(
    facts: Sequence[Facts], words: Sequence[Sequence[str]], use: WordUse
) -> dict[tuple[int, int], Found]:
    """Return the chances that are among the strongest of at least one of their two items."""
    regions = [one.region_id for one in facts]
    near: dict[int, list[tuple[float, tuple[int, int], Found]]] = {}
    known: dict[tuple[int, int], Found | None] = {}
    for one, other, alike in nearest_pairs(words, regions, use, most=MOST_NEAR, least=LEAST_ALIKE):
        pair = (one, other) if facts[one].id < facts[other].id else (other, one)
        if pair not in known:
            shared = shared_words(words[one], words[other], use)
            known[pair] = chance_between(facts[pair[0]], facts[pair[1]], alike=alike, shared=shared)
        if (found := known[pair]) is not None:
            near.setdefault(one, []).append((-found.score, pair, found))
    return dict(_strongest(near))


def _strongest(
    near: dict[int, list[tuple[float, tuple[int, int], Found]]],
) -> Iterator[tuple[tuple[int, int], Found]]:
    for chances in near.values():
        for _score, pair, found in sorted(chances, key=lambda chance: chance[:2])[:MOST_KEPT]:
            yield pair, found


def _chance(one: Facts, other: Facts, found: Found, now: datetime) -> Chance:
    return Chance(
        first_id=one.id,
        second_id=other.id,
        first_region_id=one.region_id,
        second_region_id=other.region_id,
        relation=found.relation,
        score=found.score,
        reasons=[[reason.kind.value, list(reason.values)] for reason in found.reasons],
        found_at=now,
    )


@acting
def keep_suggestion(actor: Actor, item_id: UUID, other_id: UUID, *, now: datetime) -> UUID:
    """Keep a suggestion at an item as a chance that both regions can answer; return its id."""
    items.check_writer(actor)
    suggestion = next(
        (one for one in list_suggestions(actor, item_id) if one.item.id == other_id), None
    )
    low, high = sorted((item_id, other_id))
    known = Chance.objects.filter(first=low, second=high).first()
    if known is not None:
        return known.id
    if suggestion is None:
        raise NotFound
    facts = facts_of([low, high])
    found = Found(suggestion.relation, suggestion.score, tuple(_stored(suggestion.reasons)))
    chance = _chance(facts[low], facts[high], found, now)
    chance.is_answered = True
    chance.save(force_insert=True)
    record(actor, "commons.keep_suggestion", f"chance:{chance.id}", now=now)
    return chance.id


def _stored(reasons: Sequence[Reason]) -> Iterator[Reason]:
    """Yield the reasons; words that were written out are stems again when they are shown."""
    for reason in reasons:
        if reason.kind in (ReasonKind.WORDS, ReasonKind.METHOD):
            yield Reason(reason.kind, stems_in(*reason.values))
        else:
            yield reason


@acting
def answer_chance(
    actor: Actor, chance_id: UUID, answer: Answer, *, note: str = "", now: datetime
) -> None:
    """Say yes, not now or no for the own region; a no says why. A later answer replaces it."""
    chance = _own(actor, chance_id)
    if answer is Answer.NO and not note.strip():
        raise Invalid(_("Schrijf kort waarom het niet past."), field="note")
    ChanceAnswer.objects.update_or_create(
        chance=chance,
        region_id=actor.region_id,
        defaults={
            "answer": answer,
            "note": note.strip(),
            "answered_by": actor.person_id,
            "answered_at": now,
        },
    )
    chance.is_answered = True
    chance.save(update_fields=["is_answered"])
    record(actor, "commons.answer_chance", f"chance:{chance.id}", now=now, answer=answer)


@acting
def record_outcome(actor: Actor, chance_id: UUID, *, outcome: str, now: datetime) -> None:
    """Tell what came of a chance that at least one of the two regions said yes to."""
    chance = _own(actor, chance_id)
    if not chance.answers.filter(answer=Answer.YES).exists():
        raise Conflict(_("Zeg eerst ja: daarna kunt u vertellen wat ervan kwam."))
    if not outcome.strip():
        raise Invalid(_("Vertel wat ervan kwam."), field="outcome")
    chance.outcome, chance.outcome_at = outcome.strip(), now
    chance.save(update_fields=["outcome", "outcome_at"])
    record(actor, "commons.record_outcome", f"chance:{chance.id}", now=now)


def _own(actor: Actor, chance_id: UUID) -> Chance:
    items.check_writer(actor)
    chance = Chance.objects.select_for_update().filter(id=chance_id).first()
    if chance is None:
        raise NotFound
    if actor.region_id not in (chance.first_region_id, chance.second_region_id):
        raise NotAllowed(_("Dit is een kans van twee andere regio's; zij antwoorden."))
    return chance
