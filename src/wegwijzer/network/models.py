"""The tables of the network. Only this package reads or writes them."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from wegwijzer.network.rules import ClearanceKind, RegionKind, Role


def _ends_after_start(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name, condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))
    )


class Region(models.Model):
    """A regional centre (RIEC) or the national one (LIEC), for as long as it exists."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in RegionKind])
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [_ends_after_start("network_region_ends_after_start")]

    def __str__(self) -> str:
        return self.name


class Participant(models.Model):
    """An organ that takes part by law; of a municipality the mayor and the executive are two.

    Bron: Wgs art. 2.19 lid 1. ``region`` is empty for an organ that takes part in every region.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=24)
    name = models.CharField(max_length=160, unique=True)
    region = models.ForeignKey(Region, models.PROTECT, null=True, related_name="+")
    municipality_code = models.CharField(max_length=6, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [_ends_after_start("network_participant_ends_after_start")]

    def __str__(self) -> str:
        return self.name


class PersonManager(models.Manager["Person"]):
    """Find a person by the name they sign in with."""

    def get_by_natural_key(self, email: str) -> "Person":
        """Return the person with this e-mail address, whatever its capitals."""
        return self.get(email__iexact=email)


class Person(AbstractBaseUser):
    """Someone who can sign in. Signing in gives no right: a designation does."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=24, blank=True)
    is_active = models.BooleanField(default=True)
    # Goes up to end every session of this person; a new password does so by itself.
    sign_in_round = models.PositiveIntegerField(default=0)

    objects = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Return what a session holds on to: the password and the round of signing in."""
        held = f"{self.sign_in_round}:{self.password}"
        return salted_hmac("wegwijzer.session", held, secret=secret, algorithm="sha256").hexdigest()


class SecondStepReset(models.Model):
    """A reset of somebody's second step: who asked, who confirmed, and how each knew them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="resets")
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_how = models.CharField(max_length=400)
    asked_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    confirmed_how = models.CharField(max_length=400, blank=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="network_reset_is_the_work_of_two",
                condition=Q(confirmed_by__isnull=True)
                | (~Q(confirmed_by=F("asked_by")) & ~Q(confirmed_by=F("person"))),
            ),
            models.CheckConstraint(
                name="network_reset_confirmed_at_a_moment",
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"second step of {self.person_id}"


class Designation(models.Model):
    """A participant designates one of its people for one region. Bron: Wgs art. 1.4 lid 3."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="designations")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [_ends_after_start("network_designation_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.participant_id} in {self.region_id}"


class RoleGrant(models.Model):
    """The region gives a designated person a role, for a time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    designation = models.ForeignKey(Designation, models.CASCADE, related_name="grants")
    role = models.CharField(max_length=32, choices=[(r.value, r.value) for r in Role])
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [_ends_after_start("network_rolegrant_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.role} of {self.designation_id}"


class Clearance(models.Model):
    """A screening or a training that a person holds until a day. Bron: Wgs art. 1.8 lid 3 en 9."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="clearances")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in ClearanceKind])
    reference = models.CharField(max_length=120)
    # Of a training: which programme, by its slug. A role may ask for one.
    programme = models.CharField(max_length=48, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [_ends_after_start("network_clearance_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"


class RoleDemand(models.Model):
    """That a role counts only for who holds a valid certificate of a training programme.

    Bron: Wgs art. 1.8 lid 9.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    role = models.CharField(max_length=32, choices=[(r.value, r.value) for r in Role])
    programme = models.CharField(max_length=48)
    title = models.CharField(max_length=160)
    starts_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["role", "programme"], name="network_demand_once")
        ]

    def __str__(self) -> str:
        return f"{self.role} asks for {self.programme}"
