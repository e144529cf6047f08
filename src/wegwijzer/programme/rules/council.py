"""The heads council: who prepares and reads a meeting, what a decision and an action need."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import Role


class MeetingStatus(StrEnum):
    """Where a meeting stands: prepared, shared with the network, held and minuted."""

    DRAFT = "draft"
    SHARED = "shared"
    HELD = "held"


MEETING_STATUS_LABELS = {
    MeetingStatus.DRAFT: _("Conceptagenda"),
    MeetingStatus.SHARED: _("Agenda gedeeld"),
    MeetingStatus.HELD: _("Gehouden"),
}


class Purpose(StrEnum):
    """What the council is asked to do with an item of the agenda."""

    INFORM = "inform"
    DISCUSS = "discuss"
    DECIDE = "decide"


PURPOSE_LABELS = {
    Purpose.INFORM: _("Ter informatie"),
    Purpose.DISCUSS: _("Ter bespreking"),
    Purpose.DECIDE: _("Ter besluitvorming"),
}


class SubjectKind(StrEnum):
    """What an item of the agenda is about."""

    NONE = ""
    PORTFOLIO = "portfolio"
    ASSIGNMENT = "assignment"


class Outcome(StrEnum):
    """What the council did with a proposal."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    DEFERRED = "deferred"


OUTCOME_LABELS = {
    Outcome.ADOPTED: _("Aangenomen"),
    Outcome.REJECTED: _("Niet aangenomen"),
    Outcome.DEFERRED: _("Aangehouden"),
}


class Effect(StrEnum):
    """What an adopted decision does to the assignment that the item is about."""

    NONE = ""
    AGREE = "agree"
    ACCEPT = "accept"
    RETURN = "return"
    WITHDRAW = "withdraw"


EFFECT_LABELS = {
    Effect.NONE: _("Geen gevolg voor een opdracht"),
    Effect.AGREE: _("De opdracht is afgesproken"),
    Effect.ACCEPT: _("Het resultaat van de opdracht is aanvaard"),
    Effect.RETURN: _("Het resultaat gaat terug naar de opdrachtnemer"),
    Effect.WITHDRAW: _("De opdracht is ingetrokken"),
}

SECRETARIES = frozenset({Role.HEADS_COUNCIL, Role.LIEC_STAFF})
FURTHEST_BACK = timedelta(days=366)
MOST_ITEMS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingContent:
    """When and where the council meets, and who is in the chair."""

    held_date: date
    place: str
    chair: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemContent:
    """An item of the agenda: what is asked, and about which portfolio or assignment."""

    title: str
    purpose: Purpose
    intro: str = ""
    subject_kind: SubjectKind = SubjectKind.NONE
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperContent:
    """A paper at an item: its text here, or a link to where it lies."""

    title: str
    text: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionContent:
    """What was decided, in one sentence that can be read without the minutes."""

    text: str
    outcome: Outcome
    effect: Effect = Effect.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskContent:
    """Who does what, and by when: a person of the network, or in words who does it outside."""

    text: str
    due_date: date
    who: str = ""
    owner_id: UUID | None = None


def may_prepare(actor: Actor) -> bool:
    """Return whether the actor sits in the heads council, or is its secretary."""
    return actor.has(*SECRETARIES, "system")


def check_prepares(actor: Actor) -> None:
    """Refuse who neither sits in the heads council nor is its secretary."""
    if not may_prepare(actor):
        raise NotAllowed(
            _(
                "Alleen leden van het hoofdenoverleg en medewerkers van het LIEC "
                "schrijven aan deze vergadering. U kunt haar lezen."
            )
        )


def check_meeting(content: MeetingContent, today: date) -> None:
    """Refuse a meeting to which nobody could come, or of which the day is a slip of the hand."""
    if content.held_date < today - FURTHEST_BACK:
        raise Invalid(_("Deze dag is langer dan een jaar geleden. Controleer de datum."),
                      field="held_date")  # fmt: skip
    if not content.place.strip():
        raise Invalid(_("Zeg waar het overleg is, of dat het online is."), field="place")
    if not content.chair.strip():
        raise Invalid(_("Noem wie het overleg voorzit."), field="chair")


def check_item(content: ItemContent) -> None:
    """Refuse an item without a title, or about something that is not named."""
    if not content.title.strip():
        raise Invalid(_("Geef het agendapunt een titel."), field="title")
    if bool(content.subject_kind) != bool(content.subject):
        raise Invalid(_("Kies waar het punt over gaat, of laat het leeg."), field="subject")


def check_paper(content: PaperContent) -> None:
    """Refuse a paper that can't be read: without words, or with a link no browser should open."""
    if not content.title.strip():
        raise Invalid(_("Geef het stuk een titel."), field="title")
    if content.url and not content.url.startswith(("https://", "http://")):
        raise Invalid(_("Een link begint met https://. Controleer het adres."), field="url")
    if not content.text.strip() and not content.url:
        raise Invalid(_("Plak de tekst van het stuk, of geef een link."), field="text")


def check_open(status: MeetingStatus) -> None:
    """Refuse to change the agenda of a meeting that was held."""
    if status is MeetingStatus.HELD:
        raise Conflict(_("Dit overleg is gehouden; agenda en verslag liggen vast."))


def check_share(status: MeetingStatus, items: int) -> None:
    """Refuse to share an agenda twice, or an empty one."""
    if status is not MeetingStatus.DRAFT:
        raise Conflict(_("Deze agenda is al gedeeld."))
    if items == 0:
        raise Invalid(_("De agenda is leeg. Voeg eerst een punt toe."))


def check_minuted(status: MeetingStatus, on: date, held_date: date) -> None:
    """Refuse a decision or a report of a meeting that is still to come, or was closed."""
    check_open(status)
    if status is MeetingStatus.DRAFT:
        raise Conflict(_("Deel eerst de agenda. Daarna legt u vast wat is besloten."))
    if on < held_date:
        raise Conflict(_("Dit overleg moet nog komen. Leg besluiten vast op de dag zelf of erna."))


def check_decision(content: DecisionContent, purpose: Purpose, subject_kind: SubjectKind) -> None:
    """Refuse a decision nobody asked for, or one with an effect on what the item isn't about."""
    if len(content.text.strip()) < 10:
        raise Invalid(_("Schrijf het besluit in een hele zin."), field="text")
    if purpose is not Purpose.DECIDE:
        raise Invalid(
            _("Dit punt stond niet ter besluitvorming. Wijzig eerst het agendapunt."), field="text"
        )
    if content.effect and subject_kind is not SubjectKind.ASSIGNMENT:
        raise Invalid(_("Dit punt gaat niet over een opdracht."), field="effect")
    if content.effect and content.outcome is not Outcome.ADOPTED:
        raise Invalid(
            _("Alleen een aangenomen besluit heeft gevolg voor een opdracht."), field="effect"
        )


def check_task(content: TaskContent, held_date: date) -> None:
    """Refuse an action that nobody does, or that was due before it was agreed."""
    if not content.text.strip():
        raise Invalid(_("Zeg wat er gedaan moet worden."), field="text")
    if content.owner_id is None and not content.who.strip():
        raise Invalid(_("Kies wie dit doet, of schrijf een naam op."), field="who")
    if content.due_date < held_date:
        raise Invalid(_("Kies een dag na het overleg."), field="due_date")


def check_close(status: MeetingStatus, on: date, held_date: date, undecided: list[str]) -> None:
    """Refuse to close a meeting that leaves an item for decision without one."""
    check_minuted(status, on, held_date)
    if undecided:
        raise Invalid(
            _("Leg eerst het besluit vast bij: %(titles)s."),
            titles=", ".join(undecided),
        )


def decision_number(year: int, place: int) -> str:
    """Return under which number a decision is kept: the year, and its place in that year."""
    return f"{year}-{place:02d}"
