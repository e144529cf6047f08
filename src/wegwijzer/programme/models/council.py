"""The tables of the meetings of the heads council."""

import uuid

from django.db import models
from django.db.models import Q

from wegwijzer.programme.rules.council import (
    Effect,
    MeetingStatus,
    Outcome,
    Purpose,
    SubjectKind,
)


class Meeting(models.Model):
    """A meeting of the heads council."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    held_date = models.DateField()
    place = models.CharField(max_length=120)
    chair = models.CharField(max_length=120)
    status = models.CharField(
        max_length=8,
        choices=[(k.value, k.value) for k in MeetingStatus],
        default=MeetingStatus.DRAFT,
    )
    present = models.TextField(blank=True)
    shared_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["-held_date", "-id"], name="programme_meeting_date")]

    def __str__(self) -> str:
        return str(self.held_date)


class AgendaItem(models.Model):
    """An item of the agenda, with what was said about it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    purpose = models.CharField(max_length=8, choices=[(k.value, k.value) for k in Purpose])
    intro = models.TextField(blank=True)
    subject_kind = models.CharField(
        max_length=10, choices=[(k.value, k.value) for k in SubjectKind], blank=True
    )
    subject = models.CharField(max_length=48, blank=True)
    report = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("meeting", "position", name="programme_agenda_one_place"),
            models.CheckConstraint(
                name="programme_agenda_subject_is_whole",
                condition=Q(subject_kind="", subject="") | (~Q(subject_kind="") & ~Q(subject="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Paper(models.Model):
    """A paper at an item of the agenda: its text, or where it lies."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="papers")
    title = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    url = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class Decision(models.Model):
    """What the council decided on an item; a decision stays as it was taken."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="decisions")
    number = models.CharField(max_length=12, unique=True)
    text = models.TextField()
    outcome = models.CharField(max_length=8, choices=[(k.value, k.value) for k in Outcome])
    effect = models.CharField(
        max_length=8, choices=[(k.value, k.value) for k in Effect], blank=True
    )
    decided_date = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["-decided_date", "-id"], name="programme_decision_date")]

    def __str__(self) -> str:
        return self.number


class DecisionCount(models.Model):
    """The number of the last decision of a year: who decides takes it, so no two are the same."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.year}-{self.last}"


class CouncilTask(models.Model):
    """An action that the council agreed on: who does what, by when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="tasks")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="tasks")
    text = models.CharField(max_length=300)
    who = models.CharField(max_length=120)
    owner = models.ForeignKey("network.Person", models.PROTECT, null=True, related_name="+")
    due_date = models.DateField()
    done_date = models.DateField(null=True)
    done_note = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["done_date", "due_date", "id"], name="programme_task_due")]

    def __str__(self) -> str:
        return self.text
