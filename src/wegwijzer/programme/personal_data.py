"""Which personal data the programme keeps: only names of colleagues, never of whom a case is on."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db.models import Model, Q

from wegwijzer.kernel.personal_data import Source, register
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.programme.models import (
    Activity,
    Assignment,
    AssignmentStep,
    ContractorChange,
    Correction,
    CouncilTask,
    FigureCorrection,
    GroupMember,
    Meeting,
    Member,
    PortfolioStep,
    ProgressReport,
    Risk,
)

Find = Callable[[str], Iterator[str]]

# Without any data about a person: names of places and subjects, texts about work, figures.
WITHOUT = (
    "AgendaItem",
    "Decision",
    "DecisionCount",
    "Goal",
    "Group",
    "GroupDay",
    "Hub",
    "HubFigure",
    "HubNote",
    "HubPortfolio",
    "Indicator",
    "Objective",
    "Paper",
    "Plan",
    "Portfolio",
    "Result",
)


def find_meetings(reference: str) -> Iterator[str]:
    """Yield the meetings that name this person as the chair or as present."""
    name = reference.strip()
    found = Meeting.objects.filter(Q(chair__iexact=name) | Q(present__icontains=name))
    return (str(one) for one in found.values_list("id", flat=True).iterator()) if name else iter(())


def _by_name(model: type[Model], *fields: str) -> Find:
    """Return how rows of a table are found by the name of a colleague in one of these fields."""

    def find(reference: str) -> Iterator[str]:
        """Yield the rows that name this person."""
        name, named = reference.strip(), Q()
        for field in fields:
            named |= Q(**{f"{field}__iexact": name})
        rows = model._default_manager.filter(named)
        return (str(one) for one in rows.values_list("id", flat=True).iterator())

    return find


def find_nothing(reference: str) -> Iterator[str]:
    """Yield nothing: no person is named here."""
    return iter(())


def erase_nothing(moment: datetime) -> int:
    """Erase nothing by age: what the network decided is kept as long as its archive."""
    return 0


DECIDED = (
    _("Besluiten van het hoofdenoverleg vastleggen, met wie voorzit en wie wat doet."),
    _("Zolang het archief van het hoofdenoverleg wordt bewaard."),
)
COMMISSIONED = (
    _("Weten wie een opdracht uitvoert en wie welke stap zette."),
    _("Zolang het archief van het hoofdenoverleg wordt bewaard."),
)
CARRIED_OUT = (
    _("Weten welke collega's aan een portefeuille werken, uit welke regio en namens wie."),
    _("Zolang de portefeuille in het archief van het netwerk staat."),
)
NAMED: tuple[tuple[str, Find, tuple[str, str]], ...] = (
    ("Meeting", find_meetings, DECIDED),
    ("CouncilTask", _by_name(CouncilTask, "who", "owner__name"), DECIDED),
    ("Assignment", _by_name(Assignment, "contractor", "contractor_person__name"), COMMISSIONED),
    ("AssignmentStep", _by_name(AssignmentStep, "taken_by"), COMMISSIONED),
    (
        "ContractorChange",
        _by_name(ContractorChange, "before", "after", "changed_by"),
        COMMISSIONED,
    ),
    ("ProgressReport", _by_name(ProgressReport, "reported_by"), COMMISSIONED),
    ("Correction", _by_name(Correction, "corrected_by"), COMMISSIONED),
    ("FigureCorrection", _by_name(FigureCorrection, "corrected_by"), COMMISSIONED),
    ("Activity", _by_name(Activity, "who"), CARRIED_OUT),
    ("Risk", _by_name(Risk, "who"), CARRIED_OUT),
    ("PortfolioStep", _by_name(PortfolioStep, "taken_by"), COMMISSIONED),
    ("Member", _by_name(Member, "person__name"), CARRIED_OUT),
    ("GroupMember", _by_name(GroupMember, "person__name"), CARRIED_OUT),
)


def register_sources() -> None:
    """Add the tables of this context to the register of processing."""
    for name, find, (purpose, term) in NAMED:
        register(
            Source(f"programme.{name}", purpose, term, "AVG art. 6 lid 1 onder e", find,
                   erase_nothing)
        )  # fmt: skip
    for name in WITHOUT:
        register(
            Source(
                f"programme.{name}",
                _("Samen sturen op doelen; hierin staan geen gegevens over personen."),
                _("Zolang het programma van nut is."),
                "-",
                find_nothing,
                erase_nothing,
            )
        )
