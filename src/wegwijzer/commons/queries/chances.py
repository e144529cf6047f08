"""Chances to work together: found for one item at once, and for the whole library by a job."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from wegwijzer.commons.comparing import counts_of, facts_and_words_of, to_compare, word_use
from wegwijzer.commons.models import Chance, ChanceAnswer, Item, ItemPhenomenon
from wegwijzer.commons.queries.items import visible_items
from wegwijzer.commons.rules.chances import (
    Answer,
    Found,
    Reason,
    ReasonKind,
    Relation,
    chance_between,
)
from wegwijzer.commons.rules.items import Status
from wegwijzer.commons.rules.similarity import likeness_to, shared_words
from wegwijzer.commons.rules.words import written
from wegwijzer.commons.shown import ItemRow, row_of
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import reading

PAGE = 20
MOST_SUGGESTED = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another region's item that goes with this one, and why."""

    item: ItemRow
    relation: Relation
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What a region said."""

    region_id: UUID
    region_name: str
    answer: Answer
    note: str
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class ChanceRow:
    """A chance with both items, the reasons and what the regions said."""

    id: UUID
    first: ItemRow
    second: ItemRow
    relation: Relation
    score: float
    reasons: tuple[Reason, ...]
    answers: tuple[AnswerRow, ...]
    outcome: str
    outcome_at: datetime | None
    is_own: bool


@dataclass(frozen=True, slots=True)
class ChanceList:
    """A page of chances, the strongest first; ``after`` is empty on the last."""

    rows: list[ChanceRow]
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChancesWanted:
    """By what chances are narrowed; ``answer`` None is what the own region has not answered."""

    answer: Answer | None = None
    everywhere: bool = False
    phenomenon: str = ""


@reading
def list_suggestions(actor: Actor, item_id: UUID) -> list[Suggestion]:
    """List what other regions have that goes with this item, the best first."""
    item = visible_items(actor).filter(id=item_id).first()
    if item is None:
        raise NotFound
    own = item.stems.split()
    counts = counts_of(own)
    ids = to_compare(item, own, counts)
    use = word_use(counts, ids)
    compared = facts_and_words_of([item.id, *ids])
    facts, _own = compared.pop(item.id)
    alike = likeness_to(own, [words for _facts, words in compared.values()], use)
    found = []
    for (other, (theirs, words)), likeness in zip(compared.items(), alike, strict=True):
        shared = shared_words(own, words, use)
        chance = chance_between(facts, theirs, alike=likeness, shared=shared)
        if chance is not None:
            found.append((other, chance))
    found.sort(key=lambda pair: (-pair[1].score, pair[0]))
    return _suggestions(item, found[:MOST_SUGGESTED])


def _suggestions(item: Item, found: Sequence[tuple[UUID, Found]]) -> list[Suggestion]:
    ids = [other for other, _chance in found]
    items = Item.objects.filter(id__in=ids).select_related("region").prefetch_related("phenomena")
    by_id = {other.id: other for other in items}
    return [
        Suggestion(
            row_of(by_id[other]),
            chance.relation,
            chance.score,
            _readable(chance.reasons, item, by_id[other]),
        )
        for other, chance in found
    ]


def _readable(reasons: Iterable[Reason], *both: Item) -> tuple[Reason, ...]:
    """Return the reasons with words as they were written instead of their stems."""
    texts = [part for one in both for part in (one.title, one.method, one.summary, one.body)]
    return tuple(_as_written(reason, texts) for reason in reasons)


def _as_written(reason: Reason, texts: Sequence[str]) -> Reason:
    if reason.kind not in (ReasonKind.WORDS, ReasonKind.METHOD):
        return reason
    shown = written(frozenset(reason.values), *texts)
    return Reason(reason.kind, tuple(shown.get(stem, stem) for stem in reason.values))


def visible_chances(actor: Actor, wanted: ChancesWanted) -> QuerySet[Chance]:
    """Return the chances of published items; those of the own region unless said otherwise."""
    public = Item.objects.filter(status=Status.PUBLISHED)
    rows = Chance.objects.filter(
        Exists(public.filter(id=OuterRef("first_id"))),
        Exists(public.filter(id=OuterRef("second_id"))),
    )
    if not wanted.everywhere:
        rows = rows.filter(Q(first_region=actor.region_id) | Q(second_region=actor.region_id))
    if wanted.phenomenon:
        about = ItemPhenomenon.objects.filter(
            item_id=OuterRef("first_id"), phenomenon=wanted.phenomenon
        )
        rows = rows.filter(Exists(about))
    said = ChanceAnswer.objects.filter(chance_id=OuterRef("pk"))
    if not wanted.everywhere:
        said = said.filter(region_id=actor.region_id)
    if wanted.answer is not None:
        return rows.filter(Exists(said.filter(answer=wanted.answer)), is_answered=True)
    return rows.filter(~Exists(said))


def list_chances(
    actor: Actor, wanted: ChancesWanted = ChancesWanted(), *, after: str = "", limit: int = PAGE
) -> ChanceList:
    """List chances, the strongest first."""
    rows = visible_chances(actor, wanted).order_by("-score", "-id")
    if after:
        rows = rows.filter(_weaker(after))
    own = actor.region_id
    # Of one region each side apart: for either there is an index by strength, for both none.
    sides = (
        [rows]
        if wanted.everywhere
        else [rows.filter(first_region=own), rows.filter(second_region=own)]
    )
    # Which, by the index of strength alone; what they say is fetched after.
    pairs = [pair for side in sides for pair in side.values_list("score", "id")[: limit + 1]]
    ids = [one for _score, one in sorted(pairs, reverse=True)[: limit + 1]]
    known = {chance.id: chance for chance in _with_items(Chance.objects.filter(id__in=ids[:limit]))}
    found = [known[one] for one in ids[:limit]]
    last = f"{found[-1].score!r}_{found[-1].id.hex}" if len(ids) > limit else ""
    return ChanceList([_chance_row(actor, chance) for chance in found], last)


def list_waiting_chances(actor: Actor, *, limit: int) -> list[ChanceRow]:
    """List the chances to which another region said yes and the own region nothing yet."""
    agreed = ChanceAnswer.objects.filter(chance_id=OuterRef("pk"), answer=Answer.YES)
    rows = visible_chances(actor, ChancesWanted()).filter(Exists(agreed), is_answered=True)
    found = _with_items(rows).order_by("-score", "-id")[:limit]
    return [_chance_row(actor, chance) for chance in found]


@reading
def get_chance(actor: Actor, chance_id: UUID) -> ChanceRow:
    """Return one chance with what both regions said."""
    chance = _with_items(Chance.objects.filter(id=chance_id)).first()
    if chance is None:
        raise NotFound
    return _chance_row(actor, chance)


def count_chances(actor: Actor) -> dict[str, int]:
    """Count the chances of the own region, by what it said; unanswered under an empty text.

    What is unanswered is counted up to 1,001.
    """
    public = {"chance__first__status": Status.PUBLISHED, "chance__second__status": Status.PUBLISHED}
    said = ChanceAnswer.objects.filter(region_id=actor.region_id, **public)
    open_ones = visible_chances(actor, ChancesWanted()).values("pk")[:1_001].count()
    counted = dict(said.values_list("answer").annotate(Count("answer")))
    return {"": open_ones, **{answer.value: counted.get(answer, 0) for answer in Answer}}


def _with_items(rows: QuerySet[Chance]) -> QuerySet[Chance]:
    return rows.select_related("first__region", "second__region").prefetch_related(
        "first__phenomena", "second__phenomena", "answers__region"
    )


def _chance_row(actor: Actor, chance: Chance) -> ChanceRow:
    reasons = [Reason(ReasonKind(kind), tuple(values)) for kind, values in chance.reasons]
    return ChanceRow(
        chance.id,
        row_of(chance.first),
        row_of(chance.second),
        Relation(chance.relation),
        chance.score,
        _readable(reasons, chance.first, chance.second),
        tuple(
            AnswerRow(one.region_id, one.region.name, Answer(one.answer), one.note, one.answered_at)
            for one in sorted(chance.answers.all(), key=lambda one: one.answered_at)
        ),
        chance.outcome,
        chance.outcome_at,
        actor.region_id in (chance.first_region_id, chance.second_region_id),
    )


def _weaker(key: str) -> Q:
    score, _dash, hexed = key.partition("_")
    try:
        strength, pk = float(score), UUID(hexed)
    except ValueError:
        raise Invalid(_("Deze plek in de lijst bestaat niet. Begin vooraan.")) from None
    return Q(score__lt=strength) | Q(score=strength, id__lt=pk)
