"""The way of a case, as one table that reads like the law. Bron: dossier § 5.3."""

from dataclasses import dataclass
from enum import StrEnum

from wegwijzer.kernel.errors import Conflict
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.conditions import condition, written
from wegwijzer.law.vocabulary import Phase


class CaseStatus(StrEnum):
    """Where a case stands. Bron: dossier § 5.3."""

    OPENED = "opened"
    COLLECTING = "collecting"
    ANALYSING = "analysing"
    IN_CONSULTATION = "in_consultation"
    PLANNED = "planned"
    EXECUTING = "executing"
    ESCALATED = "escalated"
    EVALUATING = "evaluating"
    CLOSING = "closing"
    CLOSED = "closed"
    DESTROYED = "destroyed"


STATUS_LABELS = {
    CaseStatus.OPENED: _("Geopend"),
    CaseStatus.COLLECTING: _("Gegevens verzamelen"),
    CaseStatus.ANALYSING: _("Analyse"),
    CaseStatus.IN_CONSULTATION: _("In casusoverleg"),
    CaseStatus.PLANNED: _("Plan van aanpak"),
    CaseStatus.EXECUTING: _("In uitvoering"),
    CaseStatus.ESCALATED: _("Opgeschaald"),
    CaseStatus.EVALUATING: _("Evaluatie"),
    CaseStatus.CLOSING: _("Afronden"),
    CaseStatus.CLOSED: _("Gesloten"),
    CaseStatus.DESTROYED: _("Vernietigd"),
}
# How far the Act says a case is. The activity runs from the first request on; after closing the
# content is shielded. Bron: Wgs art. 2.23 lid 6 en art. 1.8 lid 5 en 7.
PHASES: dict[CaseStatus, Phase] = {
    **dict.fromkeys(CaseStatus, Phase.EXECUTING),
    CaseStatus.OPENED: Phase.ACCEPTED,
    CaseStatus.CLOSED: Phase.ENDED,
    CaseStatus.DESTROYED: Phase.ENDED,
}


def phase_of(status: CaseStatus) -> Phase:
    """Return how far a case is, in the words of the Act. Bron: Wgs art. 2.23 lid 6."""
    return PHASES[status]


class CaseEvent(StrEnum):
    """What happens to a case."""

    REQUEST = "request"
    ANALYSE = "analyse"
    COLLECT_MORE = "collect_more"
    CONSULT = "consult"
    PLAN = "plan"
    NO_CAUSE = "no_cause"
    EXECUTE = "execute"
    ESCALATE = "escalate"
    RESOLVE = "resolve"
    GIVE_UP = "give_up"
    EVALUATE = "evaluate"
    WIND_UP = "wind_up"
    CLOSE = "close"
    REOPEN = "reopen"


EVENT_LABELS = {
    CaseEvent.REQUEST: _("Gegevens vragen"),
    CaseEvent.ANALYSE: _("Analyse beginnen"),
    CaseEvent.COLLECT_MORE: _("Meer gegevens verzamelen"),
    CaseEvent.CONSULT: _("Naar het casusoverleg"),
    CaseEvent.PLAN: _("Plan van aanpak vaststellen"),
    CaseEvent.NO_CAUSE: _("Geen aanleiding: afronden"),
    CaseEvent.EXECUTE: _("Uitvoering beginnen"),
    CaseEvent.ESCALATE: _("Opschalen naar de stuurgroep"),
    CaseEvent.RESOLVE: _("Verder na besluit stuurgroep"),
    CaseEvent.GIVE_UP: _("Afronden na besluit stuurgroep"),
    CaseEvent.EVALUATE: _("Evaluatie beginnen"),
    CaseEvent.WIND_UP: _("Evaluatie vastgelegd: afronden"),
    CaseEvent.CLOSE: _("Casus sluiten"),
    CaseEvent.REOPEN: _("Casus heropenen"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the table: from this state, by this event, to that state, and why."""

    source: CaseStatus
    event: CaseEvent
    target: CaseStatus
    article: str
    guard: str


ASKED = _("Aan een betrokken deelnemer zijn gegevens gevraagd.")
ANSWERED = _("Elk verzoek is beantwoord of over de termijn.")
SHOWN = _("De analyse noemt bronnen, betrouwbaarheid en wat er ontbreekt.")
AGREED = _("De deelnemers spraken doel, beoogd effect en interventies af.")
REASON = _("De reden staat op papier.")
FINISHED = _("Alle interventies zijn afgerond of gestopt.")
REACHED = _("Bereikt effect en lessen zijn beschreven.")
ORDERED = _("De deelnemers gaven last en elke leverancier stemde in.")

LID_4, LID_6, LID_7 = (f"Wgs art. 2.23 lid {number}" for number in (4, 6, 7))
KEEP = "Wgs art. 1.8 lid 7"
EVALUATION = "Wgs art. 1.7 lid 5"
_S, _E = CaseStatus, CaseEvent
# fmt: off
STEPS: tuple[Step, ...] = tuple(Step(*line) for line in (
    # van                 gebeurtenis       naar                 artikel      voorwaarde
    (_S.OPENED,           _E.REQUEST,       _S.COLLECTING,       LID_6,       ASKED),
    (_S.COLLECTING,       _E.REQUEST,       _S.COLLECTING,       LID_6,       ASKED),
    (_S.ANALYSING,        _E.REQUEST,       _S.ANALYSING,        LID_6,       ASKED),
    (_S.EXECUTING,        _E.REQUEST,       _S.EXECUTING,        LID_6,       ASKED),
    (_S.COLLECTING,       _E.ANALYSE,       _S.ANALYSING,        LID_4,       ANSWERED),
    (_S.ANALYSING,        _E.COLLECT_MORE,  _S.COLLECTING,       LID_4,       REASON),
    (_S.ANALYSING,        _E.CONSULT,       _S.IN_CONSULTATION,  LID_7,       SHOWN),
    (_S.IN_CONSULTATION,  _E.COLLECT_MORE,  _S.COLLECTING,       LID_4,       REASON),
    (_S.IN_CONSULTATION,  _E.PLAN,          _S.PLANNED,          LID_7,       AGREED),
    (_S.IN_CONSULTATION,  _E.NO_CAUSE,      _S.CLOSING,          LID_4,       REASON),
    (_S.PLANNED,          _E.EXECUTE,       _S.EXECUTING,        LID_7,       AGREED),
    (_S.EXECUTING,        _E.ESCALATE,      _S.ESCALATED,        LID_7,       REASON),
    (_S.EXECUTING,        _E.EVALUATE,      _S.EVALUATING,       EVALUATION,  FINISHED),
    (_S.ESCALATED,        _E.RESOLVE,       _S.EXECUTING,        LID_7,       REASON),
    (_S.ESCALATED,        _E.GIVE_UP,       _S.CLOSING,          LID_7,       REASON),
    (_S.EVALUATING,       _E.WIND_UP,       _S.CLOSING,          EVALUATION,  REACHED),
    (_S.CLOSING,          _E.CLOSE,         _S.CLOSED,           KEEP,        REASON),
    (_S.CLOSED,           _E.REOPEN,        _S.OPENED,           KEEP,        ORDERED),
))
# fmt: on
# What follows from a request for data, and what the participants decide together.
BY_ANOTHER_WAY = frozenset({CaseEvent.REQUEST, CaseEvent.REOPEN})
_BY_STEP = {(step.source, step.event): step for step in STEPS}


@dataclass(frozen=True, slots=True)
class Progress:
    """What a step turns on: who asks, what was written, and which requests still wait."""

    is_director: bool
    reason: str
    waiting: int = 0


def steps_from(status: CaseStatus) -> tuple[Step, ...]:
    """Return the steps that a director can take from here; the others have a page of their own."""
    return tuple(s for s in STEPS if s.source is status and s.event not in BY_ANOTHER_WAY)


def find_step(status: CaseStatus, event: CaseEvent) -> Step:
    """Return the line of the table, or refuse: there is no such step from here."""
    step = _BY_STEP.get((status, event))
    if step is None:
        raise Conflict(
            _("Dit kan nu niet, want de casus staat op ‘%(status)s’. Ververs de pagina."),
            status=STATUS_LABELS[status],
        )
    return step


def may_take(step: Step, progress: Progress) -> Verdict:
    """Judge whether a step may be taken now."""
    needs_answers = step.event is CaseEvent.ANALYSE
    return Verdict(
        EVENT_LABELS[step.event],
        (
            condition(
                "director",
                progress.is_director,
                _("U bent casusregisseur van deze casus"),
                "Wgs art. 1.8 lid 2",
                _("Vraag de casusregisseur om deze stap te zetten."),
            ),
            condition(
                "answered",
                not needs_answers or progress.waiting == 0,
                _("Geen verzoek wacht nog binnen de termijn op antwoord"),
                "Wgs art. 1.5 lid 1",
                _("Wacht op de antwoorden of tot de termijn voorbij is, of trek het verzoek in."),
            ),
            condition(
                "reason",
                written(progress.reason),
                step.guard.rstrip("."),
                step.article,
                _("Beschrijf in een zin waarom deze stap nu wordt gezet."),
            ),
        ),
    )
