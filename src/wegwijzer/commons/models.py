"""The tables of the library. Only this package reads or writes them."""

import uuid

from django.db import models
from django.db.models import F, Q

from wegwijzer.commons.rules.chances import Answer, Relation
from wegwijzer.commons.rules.items import Kind, Status
from wegwijzer.commons.rules.recipes import AdoptionStatus
from wegwijzer.commons.rules.terms import Position, TermStatus


def _choices(kind: type) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in kind]  # type: ignore[attr-defined]


class Item(models.Model):
    """Something that one region knows, made or does, for all to use.

    ``origin`` is the item of which this one is an adaptation, ``superseded_by`` the one that
    took its place.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=_choices(Kind))
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=12, choices=_choices(Status), default=Status.DRAFT)
    version = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=160)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    portfolio = models.CharField(max_length=48, blank=True)
    place = models.CharField(max_length=120, blank=True)
    municipality_code = models.CharField(max_length=6, blank=True)
    period_from = models.DateField(null=True)
    period_to = models.DateField(null=True)
    year = models.PositiveSmallIntegerField()
    method = models.CharField(max_length=200, blank=True)
    sources = models.TextField(blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_reach = models.CharField(max_length=120, blank=True)
    may_be_called = models.BooleanField(default=False)
    materials = models.JSONField(default=list)
    # The stems of the texts, in one field: what is compared. ``ItemWord`` has them to search in.
    stems = models.TextField(blank=True)
    written_by = models.UUIDField()
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    origin = models.ForeignKey("self", models.PROTECT, null=True, related_name="adaptations")
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="commons_item_period_runs_forward",
                condition=Q(period_from__isnull=True)
                | Q(period_to__isnull=True)
                | Q(period_to__gte=F("period_from")),
            ),
            models.CheckConstraint(
                name="commons_item_published_has_a_moment",
                condition=Q(status=Status.DRAFT) | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="commons_item_superseded_by_another",
                condition=Q(superseded_by__isnull=True) | ~Q(superseded_by=F("id")),
            ),
        ]
        indexes = [
            models.Index(fields=["-changed_at", "-id"], name="commons_item_latest"),
            models.Index(fields=["status", "-changed_at", "-id"], name="commons_item_status"),
            models.Index(fields=["region", "-changed_at", "-id"], name="commons_item_region"),
            models.Index(fields=["kind", "-changed_at", "-id"], name="commons_item_kind"),
            models.Index(fields=["portfolio", "-changed_at", "-id"], name="commons_item_portfolio"),
            models.Index(fields=["year", "-changed_at", "-id"], name="commons_item_year"),
            # What there is of each kind and region is counted from this alone.
            models.Index(fields=["kind", "region", "status", "id"], name="commons_item_counted"),
        ]

    def __str__(self) -> str:
        return self.title


class ItemPhenomenon(models.Model):
    """A phenomenon of the national core that an item is about, by its slug."""

    pk = models.CompositePrimaryKey("item_id", "phenomenon")
    item = models.ForeignKey(Item, models.CASCADE, related_name="phenomena", db_index=False)
    phenomenon = models.CharField(max_length=48)

    class Meta:
        indexes = [models.Index(fields=["phenomenon", "item"], name="commons_itemphenomenon_about")]

    def __str__(self) -> str:
        return f"{self.phenomenon} of {self.item_id}"


class ItemWord(models.Model):
    """A stem by which an item is found and compared; derived, rebuilt at will."""

    pk = models.CompositePrimaryKey("item_id", "word")
    item = models.ForeignKey(Item, models.CASCADE, related_name="words", db_index=False)
    word = models.CharField(max_length=32)

    class Meta:
        indexes = [models.Index(fields=["word", "item"], name="commons_itemword_word")]

    def __str__(self) -> str:
        return f"{self.word} of {self.item_id}"


class Upload(models.Model):
    """A list that somebody uploaded, read but not taken in yet; goes when it is taken in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    uploaded_by = models.UUIDField()
    uploaded_at = models.DateTimeField()
    name = models.CharField(max_length=160)
    rows = models.JSONField(default=list)
    rejections = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.name


class RecipeText(models.Model):
    """What somebody needs to do a project elsewhere; an item with one is a recipe."""

    item = models.OneToOneField(Item, models.CASCADE, primary_key=True, related_name="recipe")
    goal = models.TextField()
    target_group = models.TextField()
    steps = models.TextField()
    partners = models.TextField(blank=True)
    cost = models.TextField(blank=True)
    legal_ground = models.TextField()
    results = models.TextField(blank=True)
    pitfalls = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"recipe of {self.item_id}"


class Adoption(models.Model):
    """A region follows the recipe of another; ``item`` is its own, adapted version."""

    item = models.OneToOneField(Item, models.CASCADE, primary_key=True, related_name="adoption")
    source = models.ForeignKey(Item, models.PROTECT, related_name="adoptions")
    status = models.CharField(max_length=12, choices=_choices(AdoptionStatus))
    plan = models.TextField(blank=True)
    # What the region does otherwise than the source, and why.
    adapted = models.TextField(blank=True)
    why = models.TextField(blank=True)
    adopted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="commons_adoption_of_another", condition=~Q(item=F("source"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.item_id} after {self.source_id}"


class AdoptionReport(models.Model):
    """What a region tells about the recipe that it follows."""

    id = models.BigAutoField(primary_key=True)
    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="reports")
    status = models.CharField(max_length=12, choices=_choices(AdoptionStatus))
    told = models.TextField()
    cost = models.TextField(blank=True)
    # Whether the region would do it again; unknown while it runs.
    again = models.BooleanField(null=True)
    reported_by = models.UUIDField()
    reported_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.status} of {self.adoption_id}"


class WordCount(models.Model):
    """In how many published items a word stands; derived, rebuilt with the chances."""

    word = models.CharField(max_length=32, primary_key=True)
    items = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.word}: {self.items}"


class Comparison(models.Model):
    """The night in which the whole library was compared: once, however many workers there are."""

    night = models.DateField(primary_key=True)
    found = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.night}: {self.found}"


class Chance(models.Model):
    """Two items of two regions to work on together, and why; the first has the lower id.

    Derived and rebuilt, except where a region has answered: then it stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    first = models.ForeignKey(Item, models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(Item, models.CASCADE, related_name="+")
    first_region = models.ForeignKey(
        "network.Region", models.PROTECT, related_name="+", db_index=False
    )
    second_region = models.ForeignKey(
        "network.Region", models.PROTECT, related_name="+", db_index=False
    )
    relation = models.CharField(max_length=8, choices=_choices(Relation))
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    found_at = models.DateTimeField()
    is_answered = models.BooleanField(default=False)
    outcome = models.TextField(blank=True)
    outcome_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="commons_chance_once"),
            models.CheckConstraint(
                name="commons_chance_of_two_regions",
                condition=~Q(first_region=F("second_region")),
            ),
        ]
        indexes = [
            models.Index(fields=["-score", "-id"], name="commons_chance_score"),
            models.Index(fields=["first_region", "-score", "-id"], name="commons_chance_of_first"),
            models.Index(
                fields=["second_region", "-score", "-id"], name="commons_chance_of_second"
            ),
            # Few are answered, of very many.
            models.Index(
                fields=["-score", "-id"],
                condition=Q(is_answered=True),
                name="commons_chance_answered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} with {self.second_id}"


class ChanceAnswer(models.Model):
    """What one of the two regions says to a chance."""

    pk = models.CompositePrimaryKey("chance_id", "region_id")
    chance = models.ForeignKey(Chance, models.CASCADE, related_name="answers", db_index=False)
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=_choices(Answer))
    note = models.TextField(blank=True)
    answered_by = models.UUIDField()
    answered_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.answer} to {self.chance_id}"


class Term(models.Model):
    """A word that every region means the same by."""

    slug = models.CharField(max_length=48, primary_key=True)
    name = models.CharField(max_length=120, unique=True)
    portfolio = models.CharField(max_length=48, blank=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class TermVersion(models.Model):
    """One text for a term, from proposal to replacement."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    term = models.ForeignKey(Term, models.PROTECT, related_name="versions", db_index=False)
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=_choices(TermStatus))
    text = models.TextField()
    explanation = models.TextField(blank=True)
    proposed_by = models.UUIDField()
    region = models.ForeignKey("network.Region", models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    consulted_until = models.DateField(null=True)
    source = models.CharField(max_length=200, blank=True)
    adopted_date = models.DateField(null=True)
    replaced_date = models.DateField(null=True)
    withdrawn_by = models.UUIDField(null=True)
    withdrawn_in = models.ForeignKey("network.Region", models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["term", "number"], name="commons_termversion_number"),
            models.UniqueConstraint(
                fields=["term"],
                condition=Q(status=TermStatus.ADOPTED),
                name="commons_termversion_one_adopted",
            ),
            models.UniqueConstraint(
                fields=["term"],
                condition=Q(status__in=[TermStatus.PROPOSED, TermStatus.CONSULTED]),
                name="commons_termversion_one_open",
            ),
            models.CheckConstraint(
                name="commons_termversion_adopted_has_source_and_day",
                condition=~Q(status=TermStatus.ADOPTED)
                | (Q(adopted_date__isnull=False) & ~Q(source="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term_id} {self.number}"


class TermResponse(models.Model):
    """What one region says to a proposed text."""

    pk = models.CompositePrimaryKey("version_id", "region_id")
    version = models.ForeignKey(
        TermVersion, models.CASCADE, related_name="responses", db_index=False
    )
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    position = models.CharField(max_length=8, choices=_choices(Position))
    comment = models.TextField(blank=True)
    answered_by = models.UUIDField()
    answered_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.position} of {self.region_id}"


class TermComment(models.Model):
    """What somebody says about a proposed text, besides the answers of the regions."""

    id = models.BigAutoField(primary_key=True)
    version = models.ForeignKey(TermVersion, models.CASCADE, related_name="comments")
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    text = models.TextField()
    said_by = models.UUIDField()
    said_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.version_id} at {self.said_at}"


class TermUse(models.Model):
    """A region works by this version from a day on."""

    pk = models.CompositePrimaryKey("version_id", "region_id")
    version = models.ForeignKey(TermVersion, models.CASCADE, related_name="uses", db_index=False)
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    from_date = models.DateField()
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.version_id} in {self.region_id}"
