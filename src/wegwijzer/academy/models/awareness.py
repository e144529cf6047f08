"""The tables of awareness meetings. Of who was there only a number is kept."""

import uuid

from django.db import models
from django.db.models import Q

from wegwijzer.academy.rules.awareness import MeetingState, Step, TargetGroup


class AwarenessMeeting(models.Model):
    """A meeting that a municipality asked for; ``on_date`` is its day, or the first one wished."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    participant = models.ForeignKey("network.Participant", models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in MeetingState])
    target_group = models.CharField(
        max_length=16, choices=[(g.value, g.value) for g in TargetGroup]
    )
    subject = models.CharField(max_length=160)
    phenomenon = models.CharField(max_length=64, blank=True)
    goal = models.TextField(blank=True)
    wished_from = models.DateField()
    wished_until = models.DateField()
    people = models.PositiveIntegerField()
    place = models.CharField(max_length=160)
    contact_name = models.CharField(max_length=120)
    contact_reach = models.CharField(max_length=160)
    on_date = models.DateField()
    day = models.DateField(null=True)
    begins = models.TimeField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    materials = models.JSONField(default=list)
    attended = models.PositiveIntegerField(null=True)
    # How many gave each mark, by the mark as text: {"4": 12}.
    marks = models.JSONField(default=dict)
    learned = models.TextField(blank=True)
    requested_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["on_date", "id"], name="academy_meeting_day"),
            models.Index(fields=["region", "state", "on_date"], name="academy_meeting_region"),
            models.Index(fields=["participant", "on_date"], name="academy_meeting_asked_by"),
        ]
        constraints = [
            models.CheckConstraint(
                name="academy_meeting_held_on_a_day",
                condition=~Q(state__in=["planned", "confirmed", "held", "evaluated"])
                | Q(day__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} on {self.on_date}"


class Speaker(models.Model):
    """Who speaks at a meeting: somebody of the network, or a guest by name."""

    id = models.BigAutoField(primary_key=True)
    meeting = models.ForeignKey(AwarenessMeeting, models.CASCADE, related_name="speakers")
    person = models.ForeignKey("network.Person", models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=160)

    def __str__(self) -> str:
        return f"{self.name} at {self.meeting_id}"


class MeetingStep(models.Model):
    """What was done with a meeting, by whom, with which words."""

    id = models.BigAutoField(primary_key=True)
    meeting = models.ForeignKey(AwarenessMeeting, models.CASCADE, related_name="steps")
    step = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Step])
    by_name = models.CharField(max_length=160)
    words = models.TextField(blank=True)
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ["taken_at", "id"]

    def __str__(self) -> str:
        return f"{self.step} of {self.meeting_id}"


class FollowUp(models.Model):
    """What was agreed after a meeting: who does what, by when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(AwarenessMeeting, models.CASCADE, related_name="follow_ups")
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=160)
    due_date = models.DateField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_date", "id"]
        indexes = [
            models.Index(
                fields=["due_date"], condition=Q(done_at__isnull=True), name="academy_followup_open"
            )
        ]

    def __str__(self) -> str:
        return self.what
