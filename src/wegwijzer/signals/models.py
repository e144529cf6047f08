"""The tables of signals. Only this package reads or writes them."""

import uuid

from django.db import models
from django.db.models import F, Q

from wegwijzer.signals.rules import (
    Decision,
    IntakeOutcome,
    RejectionReason,
    Status,
    Weight,
)
from wegwijzer.subjects.rules import Handling, InformationReliability, SourceReliability


def _choices(kind: type) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in kind]  # type: ignore[attr-defined]


class Phenomenon(models.Model):
    """A form of crime; the national core, or what one region added to it for a time.

    ``core`` is the phenomenon of the national core by which a regional one is compared.
    Bron: dossier § 8.
    """

    slug = models.CharField(max_length=48, primary_key=True)
    name = models.CharField(max_length=120)
    region = models.ForeignKey("network.Region", models.PROTECT, null=True, related_name="+")
    core = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="signals_phenomenon_ends_after_start",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="signals_phenomenon_core_or_regional",
                condition=Q(region__isnull=True, core__isnull=True)
                | Q(region__isnull=False, core__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class NumberSeries(models.Model):
    """How far the numbers of one region in one year have come."""

    id = models.BigAutoField(primary_key=True)
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "year"], name="signals_numberseries_once")
        ]

    def __str__(self) -> str:
        return f"{self.region_id} {self.year}: {self.last}"


class Signal(models.Model):
    """A report by one participant, and where it stands. Bron: Wgs art. 1.1 en 2.23.

    ``blocks`` holds what the reporter typed about subjects, sealed, until the intake check is
    done; the subjects themselves are in ``subjects``, under the id of the signal.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=24, unique=True)
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+", db_index=False)
    participant = models.ForeignKey(
        "network.Participant", models.PROTECT, related_name="+", db_index=False
    )
    reporter = models.ForeignKey("network.Person", models.PROTECT, related_name="+")
    status = models.CharField(max_length=16, choices=_choices(Status), default=Status.DRAFT)

    title = models.CharField(max_length=120, blank=True)
    description = models.TextField(blank=True)
    phenomenon = models.ForeignKey(Phenomenon, models.PROTECT, null=True, related_name="+")
    place = models.CharField(max_length=120, blank=True)
    municipality_code = models.CharField(max_length=6, blank=True)
    period_from = models.DateField(null=True)
    period_to = models.DateField(null=True)
    ground = models.CharField(max_length=80, blank=True)
    purpose_text = models.TextField(blank=True)
    organised_crime_text = models.TextField(blank=True)
    interventions_text = models.TextField(blank=True)
    source_reliability = models.CharField(
        max_length=1, choices=_choices(SourceReliability), blank=True
    )
    information_reliability = models.CharField(
        max_length=1, choices=_choices(InformationReliability), blank=True
    )
    handling = models.CharField(max_length=2, choices=_choices(Handling), blank=True)
    blocks = models.BinaryField(null=True)

    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    weighed_at = models.DateTimeField(null=True)
    first_processed_date = models.DateField()
    expires_on = models.DateField(null=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    dossier_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="signals_signal_submitted_is_complete",
                condition=Q(status__in=[Status.DRAFT, Status.DESTROYED])
                | (
                    Q(submitted_at__isnull=False, phenomenon__isnull=False)
                    & ~Q(purpose_text="")
                    & ~Q(organised_crime_text="")
                ),
            ),
            models.CheckConstraint(
                name="signals_signal_merged_into_another",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["region", "status", "-created_at", "-id"], name="signals_signal_status"
            ),
            models.Index(fields=["region", "-created_at", "-id"], name="signals_signal_region"),
            models.Index(
                fields=["participant", "region", "-created_at", "-id"], name="signals_signal_organ"
            ),
            models.Index(
                fields=["participant", "status", "-created_at", "-id"], name="signals_signal_own"
            ),
            models.Index(
                fields=["region", "status", "-weighed_at", "-id"], name="signals_signal_weighed"
            ),
            models.Index(
                fields=["dossier_id"],
                name="signals_signal_dossier",
                condition=models.Q(dossier_id__isnull=False),
            ),
            models.Index(
                fields=["region", "phenomenon", "-created_at", "-id"],
                name="signals_signal_phenomenon",
            ),
            models.Index(
                fields=["expires_on"],
                name="signals_signal_expires",
                condition=Q(expires_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class SignalWord(models.Model):
    """A word of the title or the place by which a signal is found; derived, rebuilt at will."""

    pk = models.CompositePrimaryKey("signal_id", "word")
    signal = models.ForeignKey(Signal, models.CASCADE, related_name="words", db_index=False)
    word = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["word", "signal"], name="signals_signalword_word")]

    def __str__(self) -> str:
        return f"{self.word} of {self.signal_id}"


class IntakeCheck(models.Model):
    """What the coordinator decided about a report that was submitted, and why."""

    id = models.BigAutoField(primary_key=True)
    signal = models.ForeignKey(Signal, models.CASCADE, related_name="checks")
    outcome = models.CharField(max_length=12, choices=_choices(IntakeOutcome))
    reason = models.TextField(blank=True)
    checked_by = models.ForeignKey("network.Person", models.PROTECT, related_name="+")
    checked_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.outcome} of {self.signal_id}"


class Weighing(models.Model):
    """What the participants at the table judged and decided. Bron: Wgs art. 2.23 lid 2 tot 4."""

    signal = models.OneToOneField(Signal, models.CASCADE, primary_key=True, related_name="weighing")
    started_at = models.DateTimeField()
    fits_purpose = models.BooleanField(null=True)
    purpose_text = models.TextField(blank=True)
    purpose_by = models.ForeignKey("network.Person", models.PROTECT, null=True, related_name="+")
    purpose_for = models.ForeignKey(
        "network.Participant", models.PROTECT, null=True, related_name="+"
    )
    purpose_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, choices=_choices(Decision), blank=True)
    rejection = models.CharField(max_length=24, choices=_choices(RejectionReason), blank=True)
    referred_to = models.CharField(max_length=160, blank=True)
    necessity = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey("network.Person", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="signals_weighing_decided_by_someone",
                condition=Q(outcome="")
                | (
                    Q(decided_by__isnull=False, decided_at__isnull=False, fits_purpose=True)
                    & ~Q(reason="")
                ),
            ),
            models.CheckConstraint(
                name="signals_weighing_rejected_with_reason",
                condition=~Q(outcome=Decision.REJECTED) | ~Q(rejection=""),
            ),
        ]

    def __str__(self) -> str:
        return f"weighing of {self.signal_id}"


class CriterionJudgement(models.Model):
    """How one participant weighs one of the four criteria. Bron: Wgs art. 2.23 lid 3."""

    id = models.BigAutoField(primary_key=True)
    weighing = models.ForeignKey(Weighing, models.CASCADE, related_name="criteria", db_index=False)
    criterion = models.CharField(max_length=1)
    weight = models.CharField(max_length=8, choices=_choices(Weight))
    explanation = models.TextField()
    participant = models.ForeignKey("network.Participant", models.PROTECT, related_name="+")
    judged_by = models.ForeignKey("network.Person", models.PROTECT, related_name="+")
    judged_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["weighing", "criterion", "participant"],
                name="signals_criterionjudgement_once",
            ),
            models.CheckConstraint(
                name="signals_criterionjudgement_explained", condition=~Q(explanation="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion} of {self.weighing_id}"


class Attendance(models.Model):
    """Who took part in the weighing, on behalf of which participant."""

    id = models.BigAutoField(primary_key=True)
    weighing = models.ForeignKey(
        Weighing, models.CASCADE, related_name="attendance", db_index=False
    )
    participant = models.ForeignKey("network.Participant", models.PROTECT, related_name="+")
    person = models.ForeignKey("network.Person", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["weighing", "person", "participant"], name="signals_attendance_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.weighing_id}"
