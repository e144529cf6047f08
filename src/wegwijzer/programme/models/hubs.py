"""The tables of hubs and their yearly figures."""

import uuid

from django.db import models
from django.db.models import Q

from wegwijzer.programme.models.corrections import SetRight
from wegwijzer.programme.rules.hubs import FIRST_YEAR, LAST_YEAR, HubKind, NoteKind


class Hub(models.Model):
    """A place that a portfolio thinks in: a port, an airport, an auction."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=16, choices=[(k.value, k.value) for k in HubKind])
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    place = models.CharField(max_length=120, blank=True)
    municipality_code = models.CharField(max_length=6, blank=True)
    summary = models.TextField(blank=True)
    partners = models.JSONField(default=list)
    version = models.PositiveSmallIntegerField(default=1)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class HubPortfolio(models.Model):
    """A portfolio that thinks in this hub."""

    id = models.BigAutoField(primary_key=True)
    hub = models.ForeignKey(Hub, models.CASCADE, related_name="portfolios")
    portfolio = models.CharField(max_length=48, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("hub", "portfolio", name="programme_hub_once_a_portfolio")
        ]

    def __str__(self) -> str:
        return self.portfolio


class HubNote(models.Model):
    """An initiative or an obstacle at a hub: an item of the library, or a line of its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey(Hub, models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in NoteKind])
    text = models.CharField(max_length=300, blank=True)
    item_id = models.UUIDField(null=True)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="programme_hub_note_says_something",
                condition=~Q(text="") | Q(item_id__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.text


class Indicator(models.Model):
    """What is counted at hubs, with the definition by which it is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)
    definition = models.TextField()
    unit = models.CharField(max_length=40)
    portfolio = models.CharField(max_length=48, blank=True, db_index=True)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class HubFigure(models.Model):
    """The figure of one hub in one year."""

    id = models.BigAutoField(primary_key=True)
    hub = models.ForeignKey(Hub, models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="figures")
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=14, decimal_places=2)
    source = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)
    breaks_series = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint("hub", "indicator", "year", name="programme_figure_unique"),
            models.CheckConstraint(name="programme_figure_of_nought_up", condition=Q(value__gte=0)),
            models.CheckConstraint(
                name="programme_figure_of_a_year",
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["indicator", "year"], name="programme_figure_year")]

    def __str__(self) -> str:
        return f"{self.year}: {self.value}"


class FigureCorrection(SetRight):
    """What stood there before a figure was set right."""

    id = models.BigAutoField(primary_key=True)
    figure = models.ForeignKey(HubFigure, models.CASCADE, related_name="corrections")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="programme_figure_correction_has_a_reason", condition=~Q(reason="")
            )
        ]
