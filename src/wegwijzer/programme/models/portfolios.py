"""The tables of goals, portfolios, assignments, results and plans."""

import uuid

from django.db import models

from wegwijzer.programme.rules.assignments import AssignmentState
from wegwijzer.programme.rules.portfolios import PortfolioState, ResultKind


class Goal(models.Model):
    """A strategic goal of the network."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.CharField(max_length=48, unique=True)
    name = models.CharField(max_length=120)
    why = models.TextField(blank=True)
    target_groups = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return self.name


class Portfolio(models.Model):
    """A theme on which the network works together."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="portfolios")
    slug = models.CharField(max_length=48, unique=True)
    name = models.CharField(max_length=120)
    aim = models.TextField(blank=True)
    partners = models.JSONField(default=list)
    state = models.CharField(max_length=12, choices=[(k.value, k.value) for k in PortfolioState])
    position = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return self.name


class Assignment(models.Model):
    """What the heads council asks of a contractor."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    portfolio = models.ForeignKey(Portfolio, models.PROTECT, related_name="assignments")
    title = models.CharField(max_length=160)
    expected = models.TextField()
    contractor = models.CharField(max_length=160)
    contractor_person = models.ForeignKey(
        "network.Person", models.PROTECT, null=True, related_name="+"
    )
    carried_out_by = models.TextField(blank=True)
    funding = models.TextField(blank=True)
    budget = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    region = models.ForeignKey("network.Region", models.PROTECT, null=True, related_name="+")
    state = models.CharField(
        max_length=10,
        choices=[(k.value, k.value) for k in AssignmentState],
        default=AssignmentState.DRAFTED,
    )
    due_date = models.DateField(null=True)
    delivery = models.TextField(blank=True)
    changed_at = models.DateTimeField()
    objectives = models.ManyToManyField("programme.Objective", related_name="assignments")

    class Meta:
        indexes = [models.Index(fields=["state", "due_date"], name="programme_assignment_state")]

    def __str__(self) -> str:
        return self.title


class PortfolioStep(models.Model):
    """When a portfolio went from one state to another, by whom and why."""

    id = models.BigAutoField(primary_key=True)
    portfolio = models.ForeignKey(Portfolio, models.CASCADE, related_name="steps")
    state = models.CharField(max_length=12, choices=[(k.value, k.value) for k in PortfolioState])
    note = models.TextField(blank=True)
    taken_at = models.DateTimeField()
    taken_by = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.state


class AssignmentStep(models.Model):
    """When an assignment took a step, by whom, and with what words: a delivery, a reason."""

    id = models.BigAutoField(primary_key=True)
    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="steps")
    state = models.CharField(max_length=10, choices=[(k.value, k.value) for k in AssignmentState])
    note = models.TextField(blank=True)
    taken_at = models.DateTimeField()
    taken_by = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.state


class ContractorChange(models.Model):
    """When another was to carry an assignment out, who did until then, by whom and why."""

    id = models.BigAutoField(primary_key=True)
    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="contractor_changes")
    before = models.CharField(max_length=160)
    after = models.CharField(max_length=160)
    reason = models.CharField(max_length=300, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.after


class Result(models.Model):
    """What a portfolio reached in a year."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    portfolio = models.ForeignKey(Portfolio, models.PROTECT, related_name="results")
    objective = models.ForeignKey(
        "programme.Objective", models.SET_NULL, null=True, related_name="results"
    )
    kind = models.CharField(max_length=24, choices=[(k.value, k.value) for k in ResultKind])
    year = models.PositiveSmallIntegerField()
    text = models.TextField()
    evidence = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["year", "recorded_at"], name="programme_result_year")]

    def __str__(self) -> str:
        return self.text


class Plan(models.Model):
    """What a portfolio means to do in a year."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    portfolio = models.ForeignKey(Portfolio, models.CASCADE, related_name="plans")
    year = models.PositiveSmallIntegerField()
    text = models.TextField()
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.text
