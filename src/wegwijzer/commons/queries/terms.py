"""Read the definitions: the list, the text in force on a day, and who has answered what."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from wegwijzer.commons.models import Term, TermResponse, TermUse, TermVersion
from wegwijzer.commons.rules.terms import OPEN, Position, TermStatus, may_change
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import reading
from wegwijzer.network.queries import RegionRow, list_headed_regions, list_regions, person_names_of

PAGE = 50


@dataclass(frozen=True, slots=True)
class TermInForce:
    """What a word means on a day: the version to count by, and to quote."""

    slug: str
    name: str
    version_id: UUID
    number: int
    text: str
    source: str
    adopted_date: date


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term in the list: what counts, and what is proposed."""

    slug: str
    name: str
    text: str
    number: int | None
    adopted_date: date | None
    used_by: int
    proposed: TermStatus | None
    until: date | None
    answered: int
    regions: int


@dataclass(frozen=True, slots=True)
class TermList:
    """A page of terms, with the keys of the pages around it."""

    rows: list[TermRow]
    after: str
    before: str


@dataclass(frozen=True, slots=True)
class RegionSays:
    """One region: what it says to the proposal, and by which version it works since when."""

    region_id: UUID
    region_name: str
    position: Position | None
    comment: str
    answered_by: str
    answered_at: datetime | None
    uses: int | None
    from_date: date | None
    note: str


@dataclass(frozen=True, slots=True)
class CommentRow:
    """What somebody said about a version."""

    text: str
    said_by: str
    region_name: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who withdrew a version, for which region, when and why; no reason when a new text came."""

    by: str
    region_name: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version with all that was said about it."""

    id: UUID
    number: int
    status: TermStatus
    text: str
    reason: str
    source: str
    proposed_by: str
    region_name: str
    proposed_at: datetime
    until: date | None
    adopted_date: date | None
    replaced_date: date | None
    answers: dict[UUID, RegionSays]
    comments: tuple[CommentRow, ...]
    withdrawal: Withdrawal | None


@dataclass(frozen=True, slots=True)
class TermPage:
    """A term: its versions, last first, and how each region stands."""

    slug: str
    name: str
    portfolio: str
    versions: tuple[VersionRow, ...]
    regions: tuple[RegionSays, ...]
    may_change: bool

    @property
    def in_force(self) -> VersionRow | None:
        """Return the version that counts now."""
        return next((one for one in self.versions if one.status is TermStatus.ADOPTED), None)

    @property
    def proposed(self) -> VersionRow | None:
        """Return the version that is open."""
        return next((one for one in self.versions if one.status in OPEN), None)


def visible_terms(actor: Actor) -> QuerySet[Term]:
    """Return every term: what a word means is open to the whole network."""
    return Term.objects.all()


def find_term(actor: Actor, slug: str, *, on: date | None = None) -> TermInForce | None:
    """Return what a word means on a day, now when no day is said, or nothing."""
    found = _counting(on).filter(term_id=slug).first()
    return _in_force(found) if found else None


def get_term(actor: Actor, slug: str, *, on: date | None = None) -> TermInForce:
    """Return what a word means on a day, now when no day is said."""
    found = find_term(actor, slug, on=on)
    if found is None:
        raise NotFound
    return found


def list_terms_in_force(actor: Actor, *, on: date | None = None) -> list[TermInForce]:
    """List what counts on a day, now when no day is said.

    The longest words come first: they win where one holds another.
    """
    rows = _counting(on).values_list(
        "term_id", "term__name", "id", "number", "text", "source", "adopted_date"
    )
    found = [
        TermInForce(slug, name, version_id, number, text, source, since)
        for slug, name, version_id, number, text, source, since in rows
        if since
    ]
    return sorted(found, key=lambda one: -len(one.name))


def _counting(on: date | None) -> QuerySet[TermVersion]:
    rows = TermVersion.objects.select_related("term")
    if on is None:
        return rows.filter(status=TermStatus.ADOPTED)
    until = Q(replaced_date__isnull=True) | Q(replaced_date__gt=on)
    return rows.filter(until, adopted_date__lte=on)


def list_terms_adopted(actor: Actor, year: int) -> list[TermInForce]:
    """List by name what was adopted in a year: of each term the last text, even if replaced."""
    rows = TermVersion.objects.filter(adopted_date__year=year).select_related("term")
    last = {row.term_id: row for row in rows.order_by("adopted_date", "number")}
    return sorted((_in_force(row) for row in last.values()), key=lambda one: one.name)


def _in_force(row: TermVersion) -> TermInForce:
    assert row.adopted_date, "a version that counts has a day"
    return TermInForce(row.term_id, row.term.name, row.id, row.number, row.text, row.source,
                       row.adopted_date)  # fmt: skip


def list_terms(
    actor: Actor, *, text: str = "", proposed: bool = False, on: date, after: str = "",
    before: str = "", limit: int = PAGE,
) -> TermList:  # fmt: skip
    """List the terms by name, all or those with an open proposal, those with a text in them."""
    rows = visible_terms(actor)
    if proposed:
        rows = rows.filter(versions__status__in=OPEN)
    if text:
        named = Q(name__icontains=text)
        rows = rows.filter(named | Q(versions__text__icontains=text)).distinct()
    found, *keys = _page(rows, after, before, limit)
    regions = len(list_headed_regions(actor, on=on))
    return TermList([_row(term, regions) for term in found], *keys)


def _page(
    rows: QuerySet[Term], after: str, before: str, limit: int
) -> tuple[list[Term], str, str]:  # fmt: skip
    """Return the terms of one page by name, and the keys of the pages around it."""
    if before:
        rows = rows.filter(slug__lt=before).order_by("-slug")
    else:
        rows = rows.order_by("slug")
        rows = rows.filter(slug__gt=after) if after else rows
    said, used = (_number_of(model) for model in (TermResponse, TermUse))
    counted = TermVersion.objects.annotate(said=said, used=used).order_by("number")
    versions = Prefetch("versions", counted)
    found = list(rows.prefetch_related(versions)[: limit + 1])
    more, found = len(found) > limit, found[:limit]
    if before:
        found.reverse()
    return (
        found,
        found[-1].slug if found and (more or before) else "",
        found[0].slug if found and (after or (before and more)) else "",
    )


def _number_of(model: type[TermResponse | TermUse]) -> Coalesce:
    """Return how many regions said something about a version, or work by it."""
    rows = model.objects.filter(version_id=OuterRef("pk")).order_by().values("version_id")
    return Coalesce(Subquery(rows.annotate(n=Count("region_id")).values("n")), 0)


def _row(term: Term, regions: int) -> TermRow:
    versions = list(term.versions.all())
    counts = next((one for one in versions if one.status == TermStatus.ADOPTED), None)
    opened = next((one for one in versions if one.status in OPEN), None)
    shown = counts or (versions[-1] if versions else None)
    return TermRow(
        term.slug,
        term.name,
        shown.text if shown else "",
        counts.number if counts else None,
        counts.adopted_date if counts else None,
        vars(counts)["used"] if counts else 0,
        TermStatus(opened.status) if opened else None,
        opened.consulted_until if opened else None,
        vars(opened)["said"] if opened else 0,
        regions,
    )


def list_waiting_terms(actor: Actor, *, on: date, limit: int = PAGE) -> list[TermRow]:
    """List the terms on which the region of the actor is consulted and has not answered."""
    answered = TermResponse.objects.filter(region_id=actor.region_id).values("version_id")
    waiting = TermVersion.objects.filter(
        status=TermStatus.CONSULTED, consulted_until__gte=on
    ).exclude(id__in=answered)
    rows = visible_terms(actor).filter(slug__in=waiting.values("term_id"))
    found, _after, _before = _page(rows, "", "", limit)
    if not found:
        return []
    regions = len(list_headed_regions(actor, on=on))
    return sorted((_row(term, regions) for term in found), key=lambda row: row.until or on)


@reading
def get_term_page(actor: Actor, slug: str, *, on: date) -> TermPage:
    """Return a term with all its versions, what was said about them, and how each region stands."""
    term = visible_terms(actor).filter(slug=slug).first()
    if term is None:
        raise NotFound
    rows = list(
        term.versions.select_related("region", "withdrawn_in").prefetch_related(
            "responses__region", "comments__region", "uses"
        ).order_by("-number")
    )  # fmt: skip
    names = person_names_of(_people(rows))
    versions = tuple(_version(row, names) for row in rows)
    uses = {use.region_id: (use, row.number) for row in reversed(rows) for use in row.uses.all()}
    opened = next((one for one in versions if one.status in OPEN), None)
    return TermPage(
        term.slug,
        term.name,
        term.portfolio,
        versions,
        tuple(
            _says(region.id, region.name, opened.answers if opened else {}, uses)
            for region in _regions(actor, on, opened, uses)
        ),
        any(
            may_change(actor, region_id=row.region_id, proposed_by=row.proposed_by)
            for row in rows
            if row.status in OPEN
        ),
    )


def _regions(
    actor: Actor, on: date, opened: VersionRow | None, uses: dict[UUID, tuple[TermUse, int]]
) -> list[RegionRow]:
    """Return the regions that can speak, and those that spoke before."""
    headed = {one.id for one in list_headed_regions(actor, on=on)}
    known = headed | set(uses) | set(opened.answers if opened else ())
    return [one for one in list_regions(on=on) if one.id in known]


def _people(rows: list[TermVersion]) -> set[UUID]:
    return {
        person
        for row in rows
        for person in (
            row.proposed_by,
            *filter(None, [row.withdrawn_by]),
            *(one.answered_by for one in row.responses.all()),
            *(one.said_by for one in row.comments.all()),
        )
    }


def _says(
    region_id: UUID, name: str, answers: dict[UUID, RegionSays],
    uses: dict[UUID, tuple[TermUse, int]],
) -> RegionSays:  # fmt: skip
    said = answers.get(region_id)
    use, number = uses.get(region_id, (None, None))
    return RegionSays(
        region_id,
        name,
        said.position if said else None,
        said.comment if said else "",
        said.answered_by if said else "",
        said.answered_at if said else None,
        number,
        use.from_date if use else None,
        use.note if use else "",
    )


def _version(row: TermVersion, names: dict[UUID, str]) -> VersionRow:
    return VersionRow(
        row.id,
        row.number,
        TermStatus(row.status),
        row.text,
        row.explanation,
        row.source,
        names.get(row.proposed_by, ""),
        row.region.name if row.region else "",
        row.proposed_at,
        row.consulted_until,
        row.adopted_date,
        row.replaced_date,
        {
            one.region_id: RegionSays(
                one.region_id, one.region.name, Position(one.position), one.comment,
                names.get(one.answered_by, ""), one.answered_at, None, None, "",
            )
            for one in sorted(row.responses.all(), key=lambda one: one.region.name)
        },
        tuple(
            CommentRow(one.text, names.get(one.said_by, ""), one.region.name, one.said_at)
            for one in sorted(row.comments.all(), key=lambda one: one.said_at)
        ),
        _withdrawal(row, names),
    )  # fmt: skip


def _withdrawal(row: TermVersion, names: dict[UUID, str]) -> Withdrawal | None:
    if row.withdrawn_by is None or row.withdrawn_at is None:
        return None
    region = row.withdrawn_in.name if row.withdrawn_in else ""
    return Withdrawal(
        names.get(row.withdrawn_by, ""), region, row.withdrawn_at, row.withdrawn_reason
    )
