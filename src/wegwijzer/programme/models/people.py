"""The tables of who carries a portfolio out: members, working groups and workshops, their days."""

import uuid

from django.db import models
from django.db.models import F, Q

from wegwijzer.programme.models.portfolios import Portfolio
from wegwijzer.programme.rules.people import GroupKind, Part


class Member(models.Model):
    """Somebody who carries out or supports a portfolio, from a day until a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    portfolio = models.ForeignKey(Portfolio, models.CASCADE, related_name="members")
    person = models.ForeignKey("network.Person", models.PROTECT, related_name="+")
    participant = models.ForeignKey("network.Participant", models.PROTECT, related_name="+")
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    part = models.CharField(max_length=8, choices=[(k.value, k.value) for k in Part])
    starts_date = models.DateField()
    ends_date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "portfolio",
                "person",
                name="programme_member_once_at_a_time",
                condition=Q(ends_date__isnull=True),
            ),
            models.CheckConstraint(
                name="programme_member_ends_after_start",
                condition=Q(ends_date__isnull=True) | Q(ends_date__gte=F("starts_date")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person_id)


class Group(models.Model):
    """A working group or a Next Level Workshop of a portfolio."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    portfolio = models.ForeignKey(Portfolio, models.CASCADE, related_name="groups")
    assignment = models.ForeignKey(
        "programme.Assignment", models.SET_NULL, null=True, related_name="groups"
    )
    kind = models.CharField(max_length=16, choices=[(k.value, k.value) for k in GroupKind])
    name = models.CharField(max_length=120)
    purpose = models.TextField()
    starts_date = models.DateField()
    ends_date = models.DateField(null=True)
    outcome = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("portfolio", "name", name="programme_group_name_once"),
            models.CheckConstraint(
                name="programme_group_ends_after_start",
                condition=Q(ends_date__isnull=True) | Q(ends_date__gte=F("starts_date")),
            ),
            models.CheckConstraint(
                name="programme_group_closes_with_outcome",
                condition=Q(closed_at__isnull=True) | ~Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class GroupMember(models.Model):
    """Somebody of a region and a participant who takes part in a group."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(Group, models.CASCADE, related_name="members")
    person = models.ForeignKey("network.Person", models.PROTECT, related_name="+")
    participant = models.ForeignKey("network.Participant", models.PROTECT, related_name="+")
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    leads = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint("group", "person", name="programme_in_group_once")]

    def __str__(self) -> str:
        return str(self.person_id)


class GroupDay(models.Model):
    """A day on which a group meets, and what came of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(Group, models.CASCADE, related_name="days")
    held_date = models.DateField(db_index=True)
    place = models.CharField(max_length=120)
    subject = models.CharField(max_length=200)
    outcome = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("group", "held_date", name="programme_group_once_a_day")
        ]

    def __str__(self) -> str:
        return str(self.held_date)
