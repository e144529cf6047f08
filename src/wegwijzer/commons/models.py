"""The tables of the library. Only this package reads or writes them."""

import uuid

from django.db import models
from django.db.models import F, Q

from wegwijzer.commons.rules.items import Kind, Status


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
            models.Index(fields=["status", "-changed_at", "-id"], name="commons_item_status"),
            models.Index(fields=["region", "-changed_at", "-id"], name="commons_item_region"),
            models.Index(fields=["kind", "-changed_at", "-id"], name="commons_item_kind"),
            models.Index(fields=["portfolio", "-changed_at", "-id"], name="commons_item_portfolio"),
            models.Index(fields=["year", "-changed_at", "-id"], name="commons_item_year"),
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
