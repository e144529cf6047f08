"""The tables of training programmes."""

import uuid

from django.db import models
from django.db.models import Q


class Programme(models.Model):
    """A training programme; the slug is how a role demands it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=48, unique=True)
    title = models.CharField(max_length=160)
    summary = models.TextField(blank=True)
    audience = models.CharField(max_length=200, blank=True)
    competences = models.JSONField(default=list)
    valid_months = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class Module(models.Model):
    """A part of a programme, at its place in the order; a dropped one stays in its editions."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="modules")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    summary = models.TextField(blank=True)
    materials = models.CharField(max_length=300, blank=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "position"],
                condition=Q(dropped_at__isnull=True),
                name="academy_module_position",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Funding(models.Model):
    """Who pays for a programme, by which decision."""

    id = models.BigAutoField(primary_key=True)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="funding")
    source = models.CharField(max_length=160)
    decision = models.CharField(max_length=160, blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)

    def __str__(self) -> str:
        return self.source


class Edition(models.Model):
    """A programme given once, for so many people."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="editions")
    place = models.CharField(max_length=160)
    places = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    # When its days or its place last became other than those who enrolled were told.
    moved_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancel_reason = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["starts_on", "id"], name="academy_edition_start")]
        constraints = [
            models.CheckConstraint(
                name="academy_edition_cancelled_with_a_reason",
                condition=Q(cancelled_at__isnull=True) | ~Q(cancel_reason=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} from {self.starts_on}"


class Session(models.Model):
    """The day on which a module is given in an edition."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="sessions")
    module = models.ForeignKey(Module, models.PROTECT, related_name="sessions")
    held_on = models.DateField()

    class Meta:
        ordering = ["held_on", "module__position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "module"], name="academy_session_once")
        ]

    def __str__(self) -> str:
        return f"{self.module_id} on {self.held_on}"


class Enrolment(models.Model):
    """Somebody who takes part, or waits for a place: the order tells which."""

    id = models.BigAutoField(primary_key=True)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="enrolments")
    person = models.ForeignKey("network.Person", models.CASCADE, related_name="+")
    name = models.CharField(max_length=160)
    enrolled_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    # When who waited got a place after all.
    moved_up_at = models.DateTimeField(null=True)
    evaluated = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "person"],
                condition=Q(cancelled_at__isnull=True),
                name="academy_enrolment_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.edition_id}"


class Attendance(models.Model):
    """That somebody was there."""

    id = models.BigAutoField(primary_key=True)
    session = models.ForeignKey(Session, models.CASCADE, related_name="attendance")
    person = models.ForeignKey("network.Person", models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="academy_attendance_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.session_id}"


class Evaluation(models.Model):
    """What a participant thought of an edition; it does not say who."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="evaluations")
    mark = models.PositiveSmallIntegerField()
    remark = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.mark} for {self.edition_id}"


class Certificate(models.Model):
    """That somebody followed every module, until when it counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=24, unique=True)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="certificates")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="certificates")
    person = models.ForeignKey("network.Person", models.CASCADE, related_name="+")
    name = models.CharField(max_length=160)
    issued_on = models.DateField()
    valid_until = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "person"], name="academy_certificate_once")
        ]

    def __str__(self) -> str:
        return self.number
