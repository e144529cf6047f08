"""What waits for an actor: one function for each sort of work, from every context that has work."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.casework import queries as casework
from wegwijzer.casework.queries import CaseRow, CaseWanted
from wegwijzer.casework.rules import CaseStatus
from wegwijzer.commons import queries as commons
from wegwijzer.commons.rules.recipes import ADOPTION_LABELS, MAKERS
from wegwijzer.exploration import queries as exploring
from wegwijzer.exploration.rules.sessions import Stage
from wegwijzer.kernel.actor import Actor
from wegwijzer.network.rules import Role
from wegwijzer.signals import queries as signals
from wegwijzer.signals.queries import Wanted
from wegwijzer.signals.rules import CRITERIA, Status

SHOWN = 8
# So long a report on a recipe of the own region is news.
NEWS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: where, what, how it stands, and by when."""

    url: str
    title: str
    detail: str
    status: str
    kind: str = "neutral"
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """Tasks of one sort, with where to find all of them."""

    title: str
    all_url: str
    tasks: tuple[Task, ...]

    @property
    def has_terms(self) -> bool:
        """Return whether any of the tasks has a last day."""
        return any(task.due_on for task in self.tasks)


Source = Callable[[Actor, datetime], Pile | None]


def piles_for(actor: Actor, now: datetime) -> list[Pile]:
    """Return everything that waits for the actor, sort by sort."""
    return [pile for source in WORK_SOURCES if (pile := source(actor, now)) is not None]


def to_answer(actor: Actor, now: datetime) -> Pile | None:
    """Return the requests that the actor's participant was asked, the first term first."""
    rows = casework.list_open_requests(actor, now=now, limit=SHOWN)
    tasks = tuple(
        Task(
            reverse("request", args=[row.id]),
            f"{row.case_number} {row.case_title}",
            ", ".join(_(label) for label in row.categories),
            _("Te laat") if row.is_late else _("Te beantwoorden"),
            "danger" if row.is_late else "warning",
            row.due_date,
        )
        for row in rows
    )
    return _pile(_("Informatieverzoeken die op antwoord wachten"), reverse("requests"), tasks)


def to_complete(actor: Actor, now: datetime) -> Pile | None:
    """Return the signals of the actor's participant that came back or weren't submitted."""
    if not actor.has(Role.PARTNER_REPORTER):
        return None
    back = _signals(actor, Status.RETURNED, "signal-edit", _("Teruggegeven"), "warning")
    drafts = _signals(actor, Status.DRAFT, "signal-edit", _("Concept"), "neutral")
    return _pile(_("Signalen om aan te vullen"), reverse("signals"), (back + drafts)[:SHOWN])


def to_take_in(actor: Actor, now: datetime) -> Pile | None:
    """Return the submitted signals that wait for the intake check."""
    if not actor.has(Role.SIGNAL_COORDINATOR):
        return None
    tasks = _signals(actor, Status.SUBMITTED, "signal-intake", _("Te toetsen"), "info")
    return _pile(_("Signalen bij de intake"), _list_url(Status.SUBMITTED), tasks)


def to_weigh(actor: Actor, now: datetime) -> Pile | None:
    """Return what stands on the weighing table, the longest waiting first."""
    if not actor.has(Role.WEIGHING_MEMBER):
        return None
    tasks = tuple(
        Task(
            reverse("weigh", args=[row.signal.id]),
            f"{row.signal.number} {row.signal.title}",
            row.signal.participant_name,
            _("%(judged)s van 4 criteria") % {"judged": row.criteria_judged},
            "warning" if row.criteria_judged < len(CRITERIA) else "info",
        )
        for row in signals.list_weighing_table(actor, limit=SHOWN).rows
    )
    return _pile(_("Op de weegtafel"), reverse("weighing-table"), tasks)


def to_open(actor: Actor, now: datetime) -> Pile | None:
    """Return the accepted signals from which a case can be opened."""
    if not actor.has(Role.CASE_DIRECTOR):
        return None
    tasks = _signals(actor, Status.ACCEPTED, "signal", _("Aanvaard"), "success")
    return _pile(_("Aanvaard: open een casus"), _list_url(Status.ACCEPTED), tasks)


def to_advance(actor: Actor, now: datetime) -> Pile | None:
    """Return the cases under way of who does the work of them, the latest answers in front."""
    if not actor.has(Role.CASE_DIRECTOR, Role.INFORMATION_ANALYST):
        return None
    rows = casework.list_cases(actor, CaseWanted(), now=now).rows
    running = [row for row in rows if row.status not in (CaseStatus.CLOSED, CaseStatus.DESTROYED)]
    running.sort(key=lambda row: (-row.late, -row.waiting))
    tasks = tuple(_case_task(row) for row in running[:SHOWN])
    return _pile(_("Casussen onder handen"), reverse("cases"), tasks)


def to_define(actor: Actor, now: datetime) -> Pile | None:
    """Return the definitions on which the region of the head is consulted."""
    if not actor.has(Role.RIEC_HEAD):
        return None
    tasks = tuple(
        Task(
            reverse("term", args=[row.slug]),
            row.name,
            _("%(answered)s van %(total)s regio's antwoordden")
            % {"answered": row.answered, "total": row.regions},
            _("Te beantwoorden"),
            "warning",
            row.until,
        )
        for row in commons.list_waiting_terms(actor, on=now.date(), limit=SHOWN)
    )
    title = _("Definities die op het antwoord van uw regio wachten")
    return _pile(title, reverse("terms"), tasks)


def told_of_recipes(actor: Actor, now: datetime) -> Pile | None:
    """Return what other regions told lately about the recipes of the actor's region."""
    if not actor.has(*MAKERS):
        return None
    tasks = tuple(
        Task(
            reverse("recipe", args=[row.item.id]),
            f"{row.item.title} · {row.item.region_name}",
            row.told,
            _(ADOPTION_LABELS[row.status]),
            "info",
        )
        for row in commons.list_new_reports(actor, since=now - NEWS, limit=SHOWN)
    )
    return _pile(_("Nieuwe terugmeldingen over uw recepten"), reverse("recipes"), tasks)


def to_explore(actor: Actor, now: datetime) -> Pile | None:
    """Return the explorations that wait for notes, or for the vote of the actor's region."""
    tasks = tuple(
        Task(
            reverse("exploration-vote" if row.stage is Stage.VOTING else "exploration",
                    args=[row.id]),
            row.title,
            _("Geef uw stippen") if row.stage is Stage.VOTING
            else _("De verkenning is open: voeg uw notities toe"),
            _("Stemmen") if row.stage is Stage.VOTING else _("Verzamelen"),
            "warning" if row.stage is Stage.VOTING else "info",
        )
        for row in exploring.list_to_do(actor, limit=SHOWN)
    )  # fmt: skip
    return _pile(_("Verkenningen die op u wachten"), reverse("explorations"), tasks)


# What has a term comes first. A context with work adds its function here.
WORK_SOURCES: tuple[Source, ...] = (
    to_answer,
    to_define,
    to_complete,
    to_take_in,
    to_weigh,
    to_open,
    to_advance,
    told_of_recipes,
)


def _signals(actor: Actor, status: Status, to: str, badge: str, kind: str) -> tuple[Task, ...]:
    """Return the newest signals in one state; what is still the reporter's only of one's own."""
    own = actor.participant_id if status in (Status.DRAFT, Status.RETURNED) else None
    rows = signals.list_signals(actor, Wanted(status=status, participant_id=own), limit=SHOWN).rows
    return tuple(
        Task(
            reverse(to, args=[row.id]),
            f"{row.number} {row.title}".strip(),
            row.phenomenon,
            badge,
            kind,
        )
        for row in rows
    )


def _case_task(row: CaseRow) -> Task:
    told = {"waiting": row.waiting, "late": row.late}
    waits = _("Open verzoeken: %(waiting)s, over de termijn: %(late)s") % told
    return Task(
        reverse("case", args=[row.id]),
        f"{row.number} {row.title}",
        waits if row.waiting else _("Geen open verzoeken"),
        _(row.status_label),
        "danger" if row.late else "info",
    )


def _list_url(status: Status) -> str:
    return f"{reverse('signals')}?status={status.value}"


def _pile(title: str, all_url: str, tasks: tuple[Task, ...]) -> Pile | None:
    return Pile(title, all_url, tasks) if tasks else None
