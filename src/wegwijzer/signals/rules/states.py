"""The way of a signal, as one table that reads like the law. Bron: dossier § 5.2."""

from dataclasses import dataclass
from enum import StrEnum

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import Role


class Status(StrEnum):
    """Where a signal stands. Bron: dossier § 5.2."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    IN_WEIGHING = "in_weighing"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REFERRED = "referred"
    MERGED = "merged"
    OUT_OF_PURPOSE = "out_of_purpose"
    LINKED = "linked"
    DESTROYED = "destroyed"


STATUS_LABELS = {
    Status.DRAFT: _("Concept"),
    Status.SUBMITTED: _("Ingediend"),
    Status.RETURNED: _("Teruggegeven"),
    Status.IN_WEIGHING: _("In weging"),
    Status.ACCEPTED: _("Aanvaard"),
    Status.REJECTED: _("Afgewezen"),
    Status.REFERRED: _("Verwezen"),
    Status.MERGED: _("Samengevoegd"),
    Status.OUT_OF_PURPOSE: _("Buiten het doel"),
    Status.LINKED: _("In behandeling"),
    Status.DESTROYED: _("Vernietigd"),
}


class Event(StrEnum):
    """What happens to a signal."""

    REGISTER = "register"
    CHANGE = "change"
    SUBMIT = "submit"
    RETURN = "return"
    TAKE_IN = "take_in"
    FIT_PURPOSE = "fit_purpose"
    MISS_PURPOSE = "miss_purpose"
    WEIGH = "weigh"
    ACCEPT = "accept"
    REJECT = "reject"
    REFER = "refer"
    MERGE = "merge"
    LINK = "link"
    DISCARD = "discard"
    EXPIRE = "expire"


EVENT_LABELS = {
    Event.REGISTER: _("Vastleggen"),
    Event.CHANGE: _("Wijzigen"),
    Event.SUBMIT: _("Indienen"),
    Event.RETURN: _("Teruggeven"),
    Event.TAKE_IN: _("In weging nemen"),
    Event.FIT_PURPOSE: _("Past bij het doel"),
    Event.MISS_PURPOSE: _("Past niet bij het doel"),
    Event.WEIGH: _("Wegen"),
    Event.ACCEPT: _("Aanvaarden"),
    Event.REJECT: _("Afwijzen"),
    Event.REFER: _("Verwijzen"),
    Event.MERGE: _("Samenvoegen"),
    Event.LINK: _("In behandeling nemen"),
    Event.DISCARD: _("Weggooien"),
    Event.EXPIRE: _("Vernietigen"),
}

SYSTEM = "system"
REPORTER = frozenset({Role.PARTNER_REPORTER})
COORDINATOR = frozenset({Role.SIGNAL_COORDINATOR})
TABLE = frozenset({Role.WEIGHING_MEMBER})
SEES_TABLE = TABLE | COORDINATOR
DIRECTOR = frozenset({Role.CASE_DIRECTOR, Role.SIGNAL_COORDINATOR, Role.WEIGHING_MEMBER})
NOBODY = frozenset({SYSTEM})


@dataclass(frozen=True, slots=True)
class Transition:
    """One line of the table: from this state, by this event, to that state, by whom, and why."""

    source: Status | None
    event: Event
    target: Status
    roles: frozenset[str]
    article: str
    guard: str


OWN_ORGAN = _("Namens de eigen deelnemer, en alleen wat nodig is om te beoordelen.")
COMPLETE = _("Doel en verband met georganiseerde criminaliteit zijn beschreven.")
INTAKE = _("Volledig, recent, niet dubbel, met een code voor de betrouwbaarheid van de bron.")
PURPOSE = _("De deelnemers beoordelen samen of het signaal bij het doel past.")
CRITERIA = _("Alle vier criteria zijn gewogen en wie aan tafel zaten is vastgelegd.")
NECESSARY = _("Gezamenlijke verwerking is nodig voor een van de drie werkzaamheden.")
TERM = _("De gegevens zijn niet meer nodig.")

LID_1, LID_2, LID_3, LID_4 = (f"Wgs art. 2.23 lid {number}" for number in range(1, 5))
KEEP = "Wgs art. 1.8 lid 7"
_S, _E = Status, Event
# fmt: off
TRANSITIONS: tuple[Transition, ...] = tuple(Transition(*line) for line in (
    # van               gebeurtenis      naar               wie          artikel  voorwaarde
    (None,              _E.REGISTER,     _S.DRAFT,          REPORTER,    LID_1,   OWN_ORGAN),
    (_S.DRAFT,          _E.CHANGE,       _S.DRAFT,          REPORTER,    LID_1,   OWN_ORGAN),
    (_S.DRAFT,          _E.DISCARD,      _S.DESTROYED,      REPORTER,    KEEP,    TERM),
    (_S.DRAFT,          _E.SUBMIT,       _S.SUBMITTED,      REPORTER,    LID_1,   COMPLETE),
    (_S.SUBMITTED,      _E.RETURN,       _S.RETURNED,       COORDINATOR, LID_1,   INTAKE),
    (_S.RETURNED,       _E.CHANGE,       _S.RETURNED,       REPORTER,    LID_1,   OWN_ORGAN),
    (_S.RETURNED,       _E.SUBMIT,       _S.SUBMITTED,      REPORTER,    LID_1,   COMPLETE),
    (_S.SUBMITTED,      _E.TAKE_IN,      _S.IN_WEIGHING,    COORDINATOR, LID_2,   INTAKE),
    (_S.IN_WEIGHING,    _E.FIT_PURPOSE,  _S.IN_WEIGHING,    TABLE,       LID_2,   PURPOSE),
    (_S.IN_WEIGHING,    _E.MISS_PURPOSE, _S.OUT_OF_PURPOSE, TABLE,       LID_2,   PURPOSE),
    (_S.IN_WEIGHING,    _E.WEIGH,        _S.IN_WEIGHING,    TABLE,       LID_3,   CRITERIA),
    (_S.IN_WEIGHING,    _E.ACCEPT,       _S.ACCEPTED,       TABLE,       LID_4,   CRITERIA),
    (_S.IN_WEIGHING,    _E.REJECT,       _S.REJECTED,       TABLE,       LID_3,   CRITERIA),
    (_S.IN_WEIGHING,    _E.REFER,        _S.REFERRED,       TABLE,       LID_3,   CRITERIA),
    (_S.IN_WEIGHING,    _E.MERGE,        _S.MERGED,         TABLE,       LID_3,   CRITERIA),
    (_S.ACCEPTED,       _E.LINK,         _S.LINKED,         DIRECTOR,    LID_4,   NECESSARY),
    (_S.REJECTED,       _E.EXPIRE,       _S.DESTROYED,      NOBODY,      KEEP,    TERM),
    (_S.REFERRED,       _E.EXPIRE,       _S.DESTROYED,      NOBODY,      KEEP,    TERM),
    (_S.OUT_OF_PURPOSE, _E.EXPIRE,       _S.DESTROYED,      NOBODY,      KEEP,    TERM),
))
# fmt: on
_BY_STEP = {(line.source, line.event): line for line in TRANSITIONS}

# Where a signal goes no further, and with which another may be merged.
CLOSED = frozenset({Status.REJECTED, Status.REFERRED, Status.OUT_OF_PURPOSE})
MERGES_INTO = frozenset({Status.IN_WEIGHING, Status.ACCEPTED, Status.LINKED})
OF_THE_OWNER = frozenset({Event.CHANGE, Event.SUBMIT, Event.DISCARD})
EDITABLE = frozenset(t.source for t in TRANSITIONS if t.event is Event.CHANGE)


def next_status(actor: Actor, status: Status | None, event: Event) -> Status:
    """Return where the event leads, or refuse: no such step, or not by this role."""
    line = _BY_STEP.get((status, event))
    if line is None:
        raise Conflict(
            _("Dit kan niet meer, want het signaal staat op ‘%(status)s’. Ververs de pagina."),
            status=STATUS_LABELS[status] if status else "-",
        )
    if not actor.has(*line.roles):
        raise NotAllowed(
            _("Uw rol laat ‘%(event)s’ niet toe. Vraag iemand die deze rol wel heeft."),
            event=EVENT_LABELS[event],
        )
    return line.target


def may_step(actor: Actor, status: Status, event: Event) -> bool:
    """Return whether the table of states lets this role take this step from here."""
    line = _BY_STEP.get((status, event))
    return line is not None and actor.has(*line.roles)
