"""Five years of carrying portfolios out: objectives, activities, risks, progress, groups."""

from datetime import timedelta
from typing import Any

from wegwijzer.network.models import Participant
from wegwijzer.programme.models import (
    Activity,
    AgendaItem,
    Assignment,
    Group,
    GroupDay,
    GroupMember,
    Member,
    Objective,
    Paper,
    ProgressReport,
    Risk,
)
from wegwijzer.programme.rules.course import Level, ObjectiveState, Origin
from wegwijzer.programme.rules.people import GroupKind, Part
from wegwijzer.programme.rules.progress import Course


def add_course(crowd: Any, text: str, each: int = 25) -> None:
    """Add objectives with activities to every portfolio, and risks; half of all is done."""
    objectives, activities, risks, levels = [], [], [], list(Level)
    for portfolio in crowd.portfolios:
        for n in range(each):
            at, is_done = crowd.at(n, each), n % 2 == 0
            closed = at.date() if is_done else None
            objective = Objective(
                portfolio=portfolio, text=f"Doelstelling {n}. {text[:150]}", measure=text[:100],
                due_date=at.date(), origin=Origin.OTHER, recorded_at=at, closed_date=closed,
                state=ObjectiveState.REACHED if is_done else ObjectiveState.OPEN,
                outcome=text if is_done else "",
            )  # fmt: skip
            objectives.append(objective)
            activities += [
                Activity(
                    portfolio=portfolio, objective=objective, title=f"Activiteit {n}-{turn}",
                    starts_date=at.date(), ends_date=at.date() + timedelta(days=60 * (turn + 1)),
                    who=f"Regio {turn}", done_date=closed, outcome=text if is_done else "",
                )
                for turn in range(4)
            ]  # fmt: skip
            risks.append(
                Risk(
                    portfolio=portfolio, text=text[:200], chance=levels[n % 3],
                    impact=levels[n // 3 % 3], measure=text, who="Hoofd", recorded_at=at,
                    closed_date=closed, outcome=text if is_done else "",
                )
            )  # fmt: skip
    for model, rows in ((Objective, objectives), (Activity, activities), (Risk, risks)):
        model.objects.bulk_create(rows)


def add_progress(text: str, each: int = 6) -> None:
    """Add what contractors told of their assignments, and a paper at every item of an agenda."""
    courses = list(Course)
    ProgressReport.objects.bulk_create(
        ProgressReport(
            assignment=one, course=courses[n % len(courses)], done=text, coming=text, asked="",
            reported_at=one.changed_at + timedelta(days=30 * n), reported_by="Hanna Hoofd",
        )
        for one in Assignment.objects.all() for n in range(each)
    )  # fmt: skip
    Paper.objects.bulk_create(
        Paper(item=one, title=f"Stuk {n}", text=text * 4, added_at=one.meeting.shared_at)
        for one in AgendaItem.objects.filter(meeting__shared_at__isnull=False).select_related(
            "meeting"
        )
        for n in range(2)
    )


def add_people(crowd: Any, text: str, groups: int = 12) -> None:
    """Add members to every portfolio, and groups with members and days."""
    organ = Participant.objects.values_list("id", flat=True)[0]
    kinds, parts = list(GroupKind), list(Part)
    for portfolio in crowd.portfolios:
        for n, person in enumerate(crowd.people):
            Member.objects.create(
                portfolio=portfolio, person_id=person, participant_id=organ, part=parts[n % 3],
                region_id=crowd.regions[n % 10], starts_date=crowd.at(n, 60).date(),
            )  # fmt: skip
        for n in range(groups):
            at = crowd.at(n, groups)
            group = Group.objects.create(
                portfolio=portfolio, kind=kinds[n % 2], name=f"Groep {n}", purpose=text,
                starts_date=at.date(),
            )  # fmt: skip
            GroupMember.objects.bulk_create(
                GroupMember(group=group, person_id=one, participant_id=organ,
                            region_id=crowd.regions[turn % 10], leads=turn == 0)
                for turn, one in enumerate(crowd.rng.sample(crowd.people, 12))
            )  # fmt: skip
            GroupDay.objects.bulk_create(
                GroupDay(group=group, held_date=at.date() + timedelta(days=90 * turn),
                         place="Utrecht", subject=f"Bijeenkomst {turn}", outcome=text)
                for turn in range(10)
            )  # fmt: skip
