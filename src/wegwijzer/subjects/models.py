"""The tables of who is who. Only this package reads or writes them."""

import uuid

from django.db import models
from django.db.models import F, Q

from wegwijzer.subjects.rules import (
    Handling,
    InformationReliability,
    Sameness,
    SourceReliability,
    SubjectKind,
    SubjectRole,
)


class Subject(models.Model):
    """What one participant says about one person or thing in one dossier.

    The same person in two dossiers, or from two participants, is two subjects; a human judges
    whether they are one. ``content`` is what the source says, without the BSN; ``record`` is the
    same in the form that is compared, derived and rebuilt at will.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    dossier_id = models.UUIDField()
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in SubjectKind])
    role = models.CharField(max_length=12, choices=[(r.value, r.value) for r in SubjectRole])
    relation = models.CharField(max_length=24, blank=True)
    circle_link = models.CharField(max_length=400, blank=True)
    source = models.ForeignKey(
        "network.Participant", models.PROTECT, related_name="+", db_index=False
    )
    source_reliability = models.CharField(
        max_length=1, choices=[(c.value, c.value) for c in SourceReliability]
    )
    information_reliability = models.CharField(
        max_length=1, choices=[(c.value, c.value) for c in InformationReliability]
    )
    handling = models.CharField(max_length=2, choices=[(c.value, c.value) for c in Handling])
    first_processed_date = models.DateField()
    content = models.JSONField()
    record = models.JSONField()
    bsn_secret = models.BinaryField(null=True)
    bsn_index = models.CharField(max_length=32, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["dossier_id", "id"], name="subjects_subject_dossier"),
            models.Index(fields=["first_processed_date"], name="subjects_subject_processed"),
            models.Index(
                fields=["bsn_index"], name="subjects_subject_bsn", condition=~Q(bsn_index="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"


class BlockingKey(models.Model):
    """A keyed hash that subjects share when they may be the same; derived, rebuilt at will.

    With the dossier in the index, who may not know of a subject is passed over unread.
    """

    pk = models.CompositePrimaryKey("subject_id", "h")
    subject = models.ForeignKey(Subject, models.CASCADE, related_name="+", db_index=False)
    h = models.BigIntegerField()
    dossier_id = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["h", "subject", "dossier_id"], name="subjects_blockingkey_place")
        ]

    def __str__(self) -> str:
        return f"{self.h} of {self.subject_id}"


class SearchToken(models.Model):
    """A word or a number by which a subject is found; derived, rebuilt at will."""

    pk = models.CompositePrimaryKey("subject_id", "token")
    subject = models.ForeignKey(Subject, models.CASCADE, related_name="+", db_index=False)
    token = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["token", "subject"], name="subjects_searchtoken_token")]

    def __str__(self) -> str:
        return f"{self.token} of {self.subject_id}"


class Statement(models.Model):
    """A fact that was added later, with a source of its own; superseded, never overwritten.

    ``value`` is sealed when the field is one that is kept secret (the BSN).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.ForeignKey(Subject, models.CASCADE, related_name="statements")
    field = models.CharField(max_length=24)
    value = models.CharField(max_length=400, blank=True)
    secret = models.BinaryField(null=True)
    source = models.ForeignKey("network.Participant", models.PROTECT, related_name="+")
    source_reliability = models.CharField(
        max_length=1, choices=[(c.value, c.value) for c in SourceReliability]
    )
    information_reliability = models.CharField(
        max_length=1, choices=[(c.value, c.value) for c in InformationReliability]
    )
    handling = models.CharField(max_length=2, choices=[(c.value, c.value) for c in Handling])
    first_processed_date = models.DateField()
    added_by = models.ForeignKey("network.Person", models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    superseded_by = models.OneToOneField(
        "self", models.SET_NULL, null=True, related_name="supersedes"
    )

    class Meta:
        indexes = [
            models.Index(fields=["first_processed_date"], name="subjects_statement_processed")
        ]

    def __str__(self) -> str:
        return f"{self.field} of {self.subject_id}"


class Judgement(models.Model):
    """What a human decided about two records, asked for one dossier; the latest one counts."""

    id = models.BigAutoField(primary_key=True)
    ref = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    a = models.ForeignKey(Subject, models.CASCADE, related_name="+")
    b = models.ForeignKey(Subject, models.CASCADE, related_name="+")
    sameness = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Sameness])
    reason = models.CharField(max_length=1000)
    dossier_id = models.UUIDField()
    judged_by = models.ForeignKey("network.Person", models.PROTECT, related_name="+")
    judged_for = models.ForeignKey("network.Participant", models.PROTECT, related_name="+")
    judged_at = models.DateTimeField()
    undone_by = models.ForeignKey("network.Person", models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="subjects_judgement_in_order", condition=Q(a__lt=F("b"))),
        ]
        indexes = [models.Index(fields=["dossier_id"], name="subjects_judgement_dossier")]

    def __str__(self) -> str:
        return f"{self.sameness}: {self.a_id} and {self.b_id}"
