"""The tables of casework. Only this package reads or writes them."""

import uuid

from django.db import models
from django.db.models import F, Q

from wegwijzer.casework.rules import (
    CaseStatus,
    DeliveryStatus,
    Keep,
    PartyKind,
    ReopeningStatus,
    RequestStatus,
)
from wegwijzer.law.reopening import Capacity
from wegwijzer.law.vocabulary import Activity, Category, Relation, SecrecyGround, SpecialCategory
from wegwijzer.subjects.rules import Handling, InformationReliability, SourceReliability


def _choices(kind: type) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in kind]  # type: ignore[attr-defined]


class NumberSeries(models.Model):
    """How far the numbers of one region in one year have come."""

    id = models.BigAutoField(primary_key=True)
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "year"], name="casework_numberseries_once")
        ]

    def __str__(self) -> str:
        return f"{self.region_id} {self.year}: {self.last}"


class Case(models.Model):
    """A joint case with a purpose that was fixed before data came in. Bron: Wgs art. 1.8 lid 5."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=24, unique=True)
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+", db_index=False)
    activity = models.CharField(max_length=12, choices=_choices(Activity))
    status = models.CharField(max_length=16, choices=_choices(CaseStatus))
    title = models.CharField(max_length=120)
    purpose_text = models.TextField()
    opened_by = models.ForeignKey("network.Person", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="casework_case_has_purpose", condition=~Q(purpose_text="")),
            models.CheckConstraint(
                name="casework_case_closed_at_a_moment",
                condition=~Q(status=CaseStatus.CLOSED) | Q(closed_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["region", "-changed_at", "-id"], name="casework_case_region"),
            models.Index(
                fields=["region", "status", "-changed_at", "-id"], name="casework_case_status"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class CaseSignal(models.Model):
    """A signal from which a case was opened."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.CASCADE, related_name="signals")
    signal = models.OneToOneField("signals.Signal", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.signal_id} in {self.case_id}"


class CaseParty(models.Model):
    """Who is involved in a case, and since when; the table behind every question of access.

    ``principal`` is ``participant:<id>`` or ``person:<id>``. Bron: Wgs art. 2.23 lid 5.
    """

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.CASCADE, related_name="parties", db_index=False)
    principal = models.CharField(max_length=48)
    kind = models.CharField(max_length=12, choices=_choices(PartyKind))
    participant = models.ForeignKey(
        "network.Participant", models.PROTECT, null=True, related_name="+", db_index=False
    )
    person = models.ForeignKey(
        "network.Person", models.PROTECT, null=True, related_name="+", db_index=False
    )
    ground = models.CharField(max_length=120, blank=True)
    reason = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["principal", "case"], name="casework_caseparty_principal"
            ),
            models.CheckConstraint(
                name="casework_caseparty_one_of_two",
                condition=Q(
                    kind=PartyKind.PARTICIPANT, participant__isnull=False, person__isnull=True
                )
                | Q(
                    kind__in=[PartyKind.DIRECTOR, PartyKind.ANALYST],
                    participant__isnull=True,
                    person__isnull=False,
                ),
            ),
            models.CheckConstraint(name="casework_caseparty_has_reason", condition=~Q(reason="")),
        ]
        indexes = [models.Index(fields=["case", "principal"], name="casework_caseparty_case")]

    def __str__(self) -> str:
        return f"{self.principal} in {self.case_id}"


class Decision(models.Model):
    """What was decided about a case: opened, who was involved or not any more, each step."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.CASCADE, related_name="decisions")
    what = models.CharField(max_length=24)
    target = models.CharField(max_length=160, blank=True)
    reason = models.TextField()
    decided_by = models.ForeignKey("network.Person", models.PROTECT, related_name="+")
    decided_for = models.ForeignKey("network.Participant", models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.what} of {self.case_id}"


class Reopening(models.Model):
    """A proposal to make the data of a closed case available again. Bron: Wgs art. 1.8 lid 7."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="reopenings")
    status = models.CharField(max_length=12, choices=_choices(ReopeningStatus))
    reason = models.TextField()
    proposed_by = models.ForeignKey("network.Person", models.PROTECT, related_name="+")
    proposed_for = models.ForeignKey("network.Participant", models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="casework_reopening_one_at_a_time",
                fields=["case"],
                condition=Q(status=ReopeningStatus.ASKED),
            ),
            models.CheckConstraint(name="casework_reopening_has_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="casework_reopening_ended_at_a_moment",
                condition=Q(status=ReopeningStatus.ASKED, ended_at__isnull=True)
                | (~Q(status=ReopeningStatus.ASKED) & Q(ended_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"reopening of {self.case_id}"


class ReopeningVoice(models.Model):
    """What one participant answers to a reopening, in one capacity; empty until it answered."""

    id = models.BigAutoField(primary_key=True)
    reopening = models.ForeignKey(Reopening, models.CASCADE, related_name="voices", db_index=False)
    participant = models.ForeignKey("network.Participant", models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=8, choices=_choices(Capacity))
    agrees = models.BooleanField(null=True)
    reason = models.TextField(blank=True)
    given_by = models.ForeignKey("network.Person", models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reopening", "participant", "capacity"], name="casework_voice_once"
            ),
            models.CheckConstraint(
                name="casework_voice_given_by_someone",
                condition=Q(agrees__isnull=True)
                | Q(given_by__isnull=False, given_at__isnull=False),
            ),
            models.CheckConstraint(
                name="casework_voice_refused_with_reason",
                condition=Q(agrees__isnull=True) | Q(agrees=True) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.capacity} of {self.participant_id}"


class DataRequest(models.Model):
    """What is asked of one participant, and its lawful answer. Bron: Wgs art. 1.5 lid 1."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="requests")
    participant = models.ForeignKey(
        "network.Participant", models.PROTECT, related_name="+", db_index=False
    )
    categories = models.JSONField()
    question = models.TextField()
    necessity = models.TextField()
    due_date = models.DateField()
    status = models.CharField(max_length=12, choices=_choices(RequestStatus))
    reason = models.TextField(blank=True)
    asked_by = models.ForeignKey("network.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey("network.Person", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="casework_datarequest_refused_with_reason",
                condition=~Q(status=RequestStatus.REFUSED) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="casework_datarequest_answered_by_someone",
                condition=Q(status__in=[RequestStatus.ASKED, RequestStatus.WITHDRAWN])
                | Q(answered_by__isnull=False, answered_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["participant", "status", "due_date", "id"], name="casework_request_inbox"
            )
        ]

    def __str__(self) -> str:
        return f"request {self.id}"


class Delivery(models.Model):
    """A file on its way into a case; the row is the job that a worker takes up.

    The file lies encrypted on disk under ``stored`` until it was read in. ``preview`` holds the
    columns and the first rows, sealed, and goes with the file. ``lease_until`` is how long the
    worker that has it may be silent; ``rows_done`` where another goes on.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(DataRequest, models.CASCADE, related_name="deliveries")
    filename = models.CharField(max_length=200)
    size = models.BigIntegerField()
    stored = models.CharField(max_length=80, blank=True)
    status = models.CharField(max_length=12, choices=_choices(DeliveryStatus))
    preview = models.BinaryField(null=True)
    mapping = models.JSONField(null=True)
    keep = models.CharField(max_length=12, choices=_choices(Keep), blank=True)
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    rows_good = models.PositiveIntegerField(default=0)
    rows_rejected = models.PositiveIntegerField(default=0)
    rows_mended = models.PositiveIntegerField(default=0)
    warnings = models.JSONField(default=list)
    sentence = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    delivered_by = models.ForeignKey("network.Person", models.PROTECT, related_name="+")
    designation_id = models.UUIDField(null=True)
    received_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["status", "lease_until"], name="casework_delivery_job"),
        ]

    def __str__(self) -> str:
        return f"delivery {self.id}"


class DeliveryReject(models.Model):
    """A row of a delivery that was not taken, with the reason; the row itself is sealed."""

    id = models.BigAutoField(primary_key=True)
    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="rejects", db_index=False)
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=400)
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["delivery", "row"], name="casework_reject_once")
        ]

    def __str__(self) -> str:
        return f"row {self.row} of {self.delivery_id}"


class Item(models.Model):
    """One thing that a participant provided for a case. Bron: dossier § 4, L07.

    ``published`` turns true for a whole delivery at once; ``destroy_on`` is the last day it stays.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="items", db_index=False)
    request = models.ForeignKey(DataRequest, models.CASCADE, related_name="items")
    delivery = models.ForeignKey(
        Delivery, models.CASCADE, null=True, related_name="items", db_index=False
    )
    supplier = models.ForeignKey(
        "network.Participant", models.PROTECT, related_name="+", db_index=False
    )
    subject = models.ForeignKey("subjects.Subject", models.PROTECT, null=True, related_name="+")
    category = models.CharField(max_length=32, choices=_choices(Category))
    tier = models.PositiveSmallIntegerField()
    relation = models.CharField(max_length=8, choices=_choices(Relation))
    circle_link = models.CharField(max_length=400, blank=True)
    secrecy_ground = models.CharField(max_length=10, choices=_choices(SecrecyGround))
    criminal_nature = models.BooleanField()
    special = models.CharField(max_length=32, choices=_choices(SpecialCategory))
    necessity = models.TextField(blank=True)
    source_reliability = models.CharField(max_length=1, choices=_choices(SourceReliability))
    information_reliability = models.CharField(
        max_length=1, choices=_choices(InformationReliability)
    )
    handling = models.CharField(max_length=2, choices=_choices(Handling))
    summary = models.CharField(max_length=400)
    content = models.JSONField(default=dict)
    first_processed_date = models.DateField()
    destroy_on = models.DateField()
    published = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="casework_item_special_is_lawful",
                condition=~Q(special=SpecialCategory.OTHER),
            ),
            models.CheckConstraint(
                name="casework_item_circle_has_link",
                condition=~Q(relation=Relation.CIRCLE) | ~Q(circle_link=""),
            ),
            models.CheckConstraint(
                name="casework_item_destroyed_after_first_processing",
                condition=Q(destroy_on__gt=F("first_processed_date")),
            ),
        ]
        indexes = [
            # Holds all that the row filter asks: on PostgreSQL a page is found without a row.
            models.Index(
                fields=["case", "-id"],
                include=["tier", "published", "withdrawn_at", "destroy_on"],
                name="casework_item_seen",
            ),
            models.Index(fields=["case", "category", "-id"], name="casework_item_category"),
            models.Index(fields=["case", "supplier", "-id"], name="casework_item_supplier"),
            models.Index(fields=["case", "subject"], name="casework_item_subject"),
            models.Index(fields=["destroy_on"], name="casework_item_destroy"),
            models.Index(
                fields=["delivery", "id"],
                name="casework_item_delivery",
                condition=Q(delivery__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"item {self.ref}"
