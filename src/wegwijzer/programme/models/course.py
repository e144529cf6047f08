"""The tables of objectives, activities, risks, and of how assignments go."""

import uuid

from django.db import models
from django.db.models import F, Q

from wegwijzer.programme.models.portfolios import Assignment, Portfolio
from wegwijzer.programme.rules.course import Level, ObjectiveState, Origin
from wegwijzer.programme.rules.progress import Course

_LEVELS = [(k.value, k.value) for k in Level]


class Objective(models.Model):
    """What a portfolio wants to have reached; ``origin_id`` is a copy, without a foreign key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    portfolio = models.ForeignKey(Portfolio, models.PROTECT, related_name="objectives")
    text = models.TextField()
    measure = models.TextField(blank=True)
    due_date = models.DateField(null=True)
    origin = models.CharField(max_length=12, choices=[(k.value, k.value) for k in Origin])
    origin_id = models.UUIDField(null=True)
    origin_note = models.CharField(max_length=300, blank=True)
    state = models.CharField(
        max_length=8,
        choices=[(k.value, k.value) for k in ObjectiveState],
        default=ObjectiveState.OPEN,
    )
    outcome = models.TextField(blank=True)
    closed_date = models.DateField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "portfolio",
                "origin_id",
                name="programme_objective_taken_once",
                condition=Q(origin=Origin.EXPLORATION),
            ),
            models.CheckConstraint(
                name="programme_objective_has_an_origin",
                condition=Q(origin=Origin.OTHER) | Q(origin_id__isnull=False),
            ),
            models.CheckConstraint(
                name="programme_objective_closes_with_outcome",
                condition=Q(state=ObjectiveState.OPEN, closed_date__isnull=True)
                | (~Q(state=ObjectiveState.OPEN) & Q(closed_date__isnull=False) & ~Q(outcome="")),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Activity(models.Model):
    """What is done for a portfolio, from a day until a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    portfolio = models.ForeignKey(Portfolio, models.PROTECT, related_name="activities")
    objective = models.ForeignKey(Objective, models.SET_NULL, null=True, related_name="activities")
    title = models.CharField(max_length=200)
    starts_date = models.DateField()
    ends_date = models.DateField(null=True)
    who = models.CharField(max_length=160, blank=True)
    done_date = models.DateField(null=True)
    outcome = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="programme_activity_ends_after_start",
                condition=Q(ends_date__isnull=True) | Q(ends_date__gte=F("starts_date")),
            ),
            models.CheckConstraint(
                name="programme_activity_done_with_outcome",
                condition=Q(done_date__isnull=True) | ~Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Risk(models.Model):
    """What may go wrong with a portfolio, and what is done about it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    portfolio = models.ForeignKey(Portfolio, models.PROTECT, related_name="risks")
    text = models.TextField()
    chance = models.CharField(max_length=6, choices=_LEVELS)
    impact = models.CharField(max_length=6, choices=_LEVELS)
    measure = models.TextField(blank=True)
    who = models.CharField(max_length=160, blank=True)
    recorded_at = models.DateTimeField()
    closed_date = models.DateField(null=True)
    outcome = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="programme_risk_closes_with_outcome",
                condition=Q(closed_date__isnull=True) | ~Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class ProgressReport(models.Model):
    """How an assignment goes, as its contractor told it; what was told stays as it was."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="reports")
    course = models.CharField(max_length=10, choices=[(k.value, k.value) for k in Course])
    done = models.TextField()
    coming = models.TextField()
    asked = models.TextField(blank=True)
    spent = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    reported_at = models.DateTimeField()
    reported_by = models.CharField(max_length=120)

    class Meta:
        indexes = [
            models.Index(fields=["assignment", "-reported_at"], name="programme_report_latest")
        ]

    def __str__(self) -> str:
        return self.course
