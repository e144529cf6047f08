"""The roles of the network and what a designation needs before it counts."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.law.access import Work
from wegwijzer.law.vocabulary import ParticipantKind


class RegionKind(StrEnum):
    """A regional centre or the national one."""

    RIEC = "riec"
    LIEC = "liec"


class Role(StrEnum):
    """What a designated person does in the network. Bron: dossier § 6."""

    PARTNER_REPORTER = "partner_reporter"
    SIGNAL_COORDINATOR = "signal_coordinator"
    WEIGHING_MEMBER = "weighing_member"
    CASE_DIRECTOR = "case_director"
    INFORMATION_ANALYST = "information_analyst"
    DATA_SUPPLIER = "data_supplier"
    INTERVENTION_OWNER = "intervention_owner"
    STEERING_MEMBER = "steering_member"
    LEGALITY_COMMITTEE_MEMBER = "legality_committee_member"
    COORDINATING_DPO = "coordinating_dpo"
    PRIVACY_OFFICER = "privacy_officer"
    CONTACT_POINT_OFFICER = "contact_point_officer"
    AUDITOR = "auditor"
    SUPPORT_ENGINEER = "support_engineer"
    RIEC_HEAD = "riec_head"
    HEADS_COUNCIL = "heads_council"
    PORTFOLIO_LEAD = "portfolio_lead"
    PROJECT_LEAD = "project_lead"
    LIEC_STAFF = "liec_staff"
    ACCOUNT_MANAGER = "account_manager"
    MUNICIPAL_FINANCE_OFFICER = "municipal_finance_officer"
    TRAINER = "trainer"
    TRAINEE = "trainee"
    PARTICIPANT_ADMIN = "participant_admin"
    ACCESS_MANAGER = "access_manager"


ROLE_LABELS = {
    Role.PARTNER_REPORTER: _("Melder"),
    Role.SIGNAL_COORDINATOR: _("Signaalcoördinator"),
    Role.WEIGHING_MEMBER: _("Lid weegoverleg"),
    Role.CASE_DIRECTOR: _("Casusregisseur"),
    Role.INFORMATION_ANALYST: _("Informatieanalist"),
    Role.DATA_SUPPLIER: _("Informatieleverancier"),
    Role.INTERVENTION_OWNER: _("Uitvoerder interventie"),
    Role.STEERING_MEMBER: _("Lid stuurgroep"),
    Role.LEGALITY_COMMITTEE_MEMBER: _("Lid rechtmatigheidsadviescommissie"),
    Role.COORDINATING_DPO: _("Coördinerend functionaris gegevensbescherming"),
    Role.PRIVACY_OFFICER: _("Privacyfunctionaris"),
    Role.CONTACT_POINT_OFFICER: _("Contactpunt betrokkenen"),
    Role.AUDITOR: _("Privacy-auditor"),
    Role.SUPPORT_ENGINEER: _("Beheerder"),
    Role.RIEC_HEAD: _("RIEC-hoofd"),
    Role.HEADS_COUNCIL: _("Lid RIEC-LIEC-hoofdenoverleg"),
    Role.PORTFOLIO_LEAD: _("Portefeuillehouder"),
    Role.PROJECT_LEAD: _("Projectleider"),
    Role.LIEC_STAFF: _("Medewerker LIEC"),
    Role.ACCOUNT_MANAGER: _("Accountmanager"),
    Role.MUNICIPAL_FINANCE_OFFICER: _("Invorderingsambtenaar"),
    Role.TRAINER: _("Opleider"),
    Role.TRAINEE: _("Cursist"),
    Role.PARTICIPANT_ADMIN: _("Aanwijzer namens een deelnemer"),
    Role.ACCESS_MANAGER: _("Toegangsbeheerder RIEC"),
}

# The roles that process personal data, that test whether it is lawful, and that keep the system
# running. Bron: Wgs art. 1.8 lid 2. A role in none of the three gives no access to a dossier.
PROCESSING_ROLES = frozenset(
    {
        Role.PARTNER_REPORTER,
        Role.SIGNAL_COORDINATOR,
        Role.WEIGHING_MEMBER,
        Role.CASE_DIRECTOR,
        Role.INFORMATION_ANALYST,
        Role.DATA_SUPPLIER,
        Role.INTERVENTION_OWNER,
    }
)
LEGALITY_ROLES = frozenset(
    {
        Role.LEGALITY_COMMITTEE_MEMBER,
        Role.COORDINATING_DPO,
        Role.PRIVACY_OFFICER,
        Role.CONTACT_POINT_OFFICER,
        Role.AUDITOR,
    }
)
SUPPORT_ROLES = frozenset({Role.SUPPORT_ENGINEER})
WORK = {
    Work.PROCESSING: PROCESSING_ROLES,
    Work.LEGALITY_TESTING: LEGALITY_ROLES,
    Work.SUPPORT: SUPPORT_ROLES,
}
# Who keeps the rights of others: the one designates, the other gives roles.
MANAGERS = frozenset({Role.PARTICIPANT_ADMIN, Role.ACCESS_MANAGER})


# Who works at the bureau of a RIEC, and who at a municipality itself: a mayor designates both, as
# the Act knows no RIEC among the participants.
BUREAU = frozenset(
    {
        Role.SIGNAL_COORDINATOR,
        Role.CASE_DIRECTOR,
        Role.INFORMATION_ANALYST,
        Role.PRIVACY_OFFICER,
        Role.CONTACT_POINT_OFFICER,
        Role.RIEC_HEAD,
        Role.PORTFOLIO_LEAD,
        Role.PROJECT_LEAD,
        Role.LIEC_STAFF,
        Role.ACCOUNT_MANAGER,
        Role.TRAINER,
        Role.ACCESS_MANAGER,
    }
)
MUNICIPAL_ROLES = frozenset(
    {
        Role.PARTNER_REPORTER,
        Role.DATA_SUPPLIER,
        Role.INTERVENTION_OWNER,
        Role.MUNICIPAL_FINANCE_OFFICER,
    }
)
MUNICIPAL = frozenset({ParticipantKind.MAYOR, ParticipantKind.MUNICIPAL_EXECUTIVE})


def works_for(kind: str, roles: Set[str], *, participant: str, region: str) -> str:
    """Return where somebody works as colleagues say it: at the RIEC, or at a participant."""
    is_bureau = not BUREAU.isdisjoint(roles) and MUNICIPAL_ROLES.isdisjoint(roles)
    return region if kind in MUNICIPAL and is_bureau else participant


def work_of(roles: Set[str]) -> frozenset[Work]:
    """Return for what work of the Act somebody with these roles is designated."""
    return frozenset(work for work, those in WORK.items() if not those.isdisjoint(roles))


class ClearanceKind(StrEnum):
    """What a person must hold before a designation counts. Bron: Wgs art. 1.8 lid 3 en 9."""

    SCREENING = "screening"
    TRAINING = "training"


CLEARANCE_LABELS = {
    ClearanceKind.SCREENING: _("Screening"),
    ClearanceKind.TRAINING: _("Opleiding"),
}


class SignIn(StrEnum):
    """What happens at the door, as the logbook keeps it."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    NOT_RECOGNISED = "not_recognised"
    WRONG_CODE = "wrong_code"
    LOCKED_OUT = "locked_out"
    BLOCKED = "blocked"


REFUSED_SIGN_INS = frozenset(SignIn) - {SignIn.SIGNED_IN, SignIn.SIGNED_OUT}


# How long a reset of the second step waits for the second manager.
RESET_WAITS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Reset:
    """A reset of somebody's second step that one manager asked for."""

    person_id: UUID
    asked_by_id: UUID
    asked_at: datetime

    def runs(self, now: datetime) -> bool:
        """Return whether it can still be confirmed."""
        return self.asked_at <= now < self.asked_at + RESET_WAITS


def check_identified(how: str) -> str:
    """Return how a manager knew that it is the person who asks, or refuse too few words."""
    how = how.strip()
    if not 10 <= len(how) <= 400:
        raise Invalid(
            _("Schrijf in een zin hoe u vaststelde dat deze persoon het zelf vraagt."), field="how"
        )
    return how


def check_may_confirm(reset: Reset, person_id: UUID, *, now: datetime) -> None:
    """Refuse the manager who asked, the person it is about, and a request that waited too long."""
    if person_id in (reset.asked_by_id, reset.person_id):
        raise NotAllowed(_("Een ander dan wie het vroeg bevestigt dit. Vraag een collega."))
    if not reset.runs(now):
        raise Conflict(_("Dit verzoek is ouder dan een dag en geldt niet meer. Vraag het opnieuw."))


@dataclass(frozen=True, slots=True)
class Period:
    """From a day up to and including another; an open end is None."""

    starts_on: date
    ends_on: date | None

    def covers(self, day: date) -> bool:
        """Return whether the day lies in the period."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def check_period(period: Period) -> None:
    """Refuse a period that ends before it starts."""
    if period.ends_on is not None and period.ends_on < period.starts_on:
        raise Invalid(_("De einddatum ligt vóór de begindatum. Kies een latere."), field="ends_on")


def check_within(inner: Period, outer: Period) -> None:
    """Refuse a role that reaches outside its designation: no right outlives its ground."""
    starts_too_early = inner.starts_on < outer.starts_on
    ends_too_late = outer.ends_on is not None and (
        inner.ends_on is None or inner.ends_on > outer.ends_on
    )
    if starts_too_early or ends_too_late:
        raise Invalid(
            _("De rol valt buiten de looptijd van de aanwijzing. Kies data daarbinnen."),
            field="ends_on",
        )
