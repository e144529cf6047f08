"""The requests and cases that wait."""

from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from wegwijzer.casework import queries as casework
from wegwijzer.casework.queries import CaseRow, CaseToJudge, CaseWanted
from wegwijzer.casework.rules import CaseStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.network.rules import Role
from wegwijzer.web.work.piles import SHOWN, Pile, Task, pile_of


def to_answer(actor: Actor, now: datetime) -> Pile | None:
    """Return the requests that the actor's participant was asked, the first term first."""
    rows = casework.list_open_requests(actor, now=now, limit=SHOWN)
    tasks = tuple(
        Task(
            reverse("request", args=[row.id]),
            f"{row.case_number} {row.case_title}",
            ", ".join(_(label) for label in row.categories),
            _("Te beantwoorden"),
            "warning",
            row.due_date,
            row.is_late,
        )
        for row in rows
    )
    return pile_of(_("Informatieverzoeken die op antwoord wachten"), reverse("requests"), tasks)


def to_reopen(actor: Actor, now: datetime) -> Pile | None:
    """Return the reopenings that wait for an answer of the actor's participant."""
    rows = casework.list_voices_to_give(actor, now=now)[:SHOWN]
    tasks = tuple(
        Task(
            reverse("reopening-answer", args=[row.case_id, row.capacity]),
            f"{row.case_number} {row.case_title}",
            _(row.capacity_label),
            _("Te beantwoorden"),
            "warning",
        )
        for row in rows
    )
    return pile_of(_("Gesloten casussen heropenen"), reverse("closed-cases"), tasks)


def to_advance(actor: Actor, now: datetime) -> Pile | None:
    """Return the cases under way of who does the work of them, the latest answers in front."""
    if not actor.has(Role.CASE_DIRECTOR, Role.INFORMATION_ANALYST):
        return None
    rows = casework.list_cases(actor, CaseWanted(), now=now).rows
    running = [row for row in rows if row.status not in (CaseStatus.CLOSED, CaseStatus.DESTROYED)]
    running.sort(key=lambda row: (-row.late, -row.waiting))
    tasks = tuple(_case_task(row) for row in running[:SHOWN])
    return pile_of(_("Casussen onder handen"), reverse("cases"), tasks)


def to_judge(actor: Actor, now: datetime) -> Pile | None:
    """Return the cases of who works on them where hits wait, or where nobody looked yet."""
    if not actor.has(Role.CASE_DIRECTOR, Role.INFORMATION_ANALYST):
        return None
    rows = casework.list_to_judge(actor, now=now, limit=SHOWN)
    tasks = tuple(_judge_task(row) for row in rows)
    return pile_of(_("Treffers om te beoordelen"), reverse("cases"), tasks)


def _judge_task(row: CaseToJudge) -> Task:
    looked = row.looked_at and date_format(localtime(row.looked_at), "j F Y")
    return Task(
        reverse("case-hits", args=[row.id]),
        f"{row.number} {row.title}",
        _("U zocht het laatst op %(day)s") % {"day": looked} if looked else _("U zocht nog niet"),
        _("%(number)s te beoordelen") % {"number": row.to_judge} if looked else _("Nog te zoeken"),
        "warning" if looked else "neutral",
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
