"""The tables of exploring together. Only this package reads or writes them."""

import uuid

from django.db import models
from django.db.models import F, Q

from wegwijzer.exploration.rules.sessions import Stage, Voters


def _choices(kind: type) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in kind]  # type: ignore[attr-defined]


class Session(models.Model):
    """One exploration. ``version`` goes up with every change: who polls asks only for that."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=160)
    portfolio = models.CharField(max_length=48, blank=True)
    question = models.TextField()
    held_at = models.DateTimeField(null=True)
    stage = models.CharField(max_length=12, choices=_choices(Stage), default=Stage.PREPARED)
    version = models.PositiveIntegerField(default=1)
    kinds = models.JSONField(default=list)
    everybody_arranges = models.BooleanField(default=False)
    voters = models.CharField(max_length=12, choices=_choices(Voters), default=Voters.REGIONS)
    dots = models.PositiveSmallIntegerField(default=5)
    most_per_cluster = models.PositiveSmallIntegerField(default=3)
    open_to_all = models.BooleanField(default=True)
    conclusion = models.TextField(blank=True)
    opened_by = models.UUIDField()
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="exploration_session_closed_has_a_moment",
                condition=~Q(stage=Stage.CLOSED) | Q(closed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="exploration_session_dots_fit",
                condition=Q(most_per_cluster__lte=F("dots"), most_per_cluster__gte=1),
            ),
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="exploration_session_created"),
        ]

    def __str__(self) -> str:
        return self.title


class Chair(models.Model):
    """Somebody who leads a session."""

    pk = models.CompositePrimaryKey("session_id", "person_id")
    session = models.ForeignKey(Session, models.CASCADE, related_name="chairs", db_index=False)
    person_id = models.UUIDField()

    def __str__(self) -> str:
        return f"{self.person_id} of {self.session_id}"


class RegionInvitation(models.Model):
    """A region that was asked to take part."""

    pk = models.CompositePrimaryKey("session_id", "region_id")
    session = models.ForeignKey(Session, models.CASCADE, related_name="regions", db_index=False)
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.region_id} in {self.session_id}"


class PersonInvitation(models.Model):
    """A person who was asked to take part."""

    pk = models.CompositePrimaryKey("session_id", "person_id")
    session = models.ForeignKey(Session, models.CASCADE, related_name="people", db_index=False)
    person_id = models.UUIDField(db_index=True)

    def __str__(self) -> str:
        return f"{self.person_id} in {self.session_id}"


class Cluster(models.Model):
    """Notes that belong together; one that was merged stays, to say where its notes came from."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(Session, models.CASCADE, related_name="clusters")
    name = models.CharField(max_length=120)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="sources")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="exploration_cluster_merged_into_another",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Note(models.Model):
    """What one participant wrote for a region; ``named`` when the writer wants to be named."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(Session, models.CASCADE, related_name="notes")
    text = models.CharField(max_length=280)
    kind = models.CharField(max_length=32)
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="+")
    written_by = models.UUIDField()
    named = models.BooleanField(default=False)
    cluster = models.ForeignKey(Cluster, models.SET_NULL, null=True, related_name="notes")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="sources")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="exploration_note_merged_into_another",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Ballot(models.Model):
    """The dots of one voter, a region or a person; ``version`` tells a second vote from a first."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(Session, models.CASCADE, related_name="ballots", db_index=False)
    voter_id = models.UUIDField()
    cast_by = models.UUIDField()
    cast_at = models.DateTimeField()
    version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint("session", "voter_id", name="exploration_ballot_once"),
        ]

    def __str__(self) -> str:
        return f"{self.voter_id} in {self.session_id}"


class Dots(models.Model):
    """How many dots of a ballot one cluster got."""

    pk = models.CompositePrimaryKey("ballot_id", "cluster_id")
    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="dots", db_index=False)
    cluster = models.ForeignKey(Cluster, models.CASCADE, related_name="dots")
    number = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"{self.number} for {self.cluster_id}"


class Focus(models.Model):
    """What the regions choose to work on, from one or more clusters."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(Session, models.CASCADE, related_name="focus")
    statement = models.TextField()
    created_at = models.DateTimeField()
    clusters = models.ManyToManyField(Cluster, related_name="focus")

    def __str__(self) -> str:
        return self.statement


class Objective(models.Model):
    """What the regions want to have reached, from one focus: all of it, or the notes it names."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    focus = models.ForeignKey(Focus, models.CASCADE, related_name="objectives")
    text = models.TextField()
    created_at = models.DateTimeField()
    notes = models.ManyToManyField(Note, related_name="objectives")

    def __str__(self) -> str:
        return self.text
