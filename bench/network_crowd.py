"""Five years of ten regions working together, in bulk: all that the pages of the network show."""

from datetime import datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from bench.programme_crowd import add_course, add_people, add_progress
from wegwijzer.academy.models import (
    Attendance,
    AwarenessMeeting,
    Certificate,
    Edition,
    Enrolment,
    Evaluation,
    FollowUp,
    Programme,
    Session,
)
from wegwijzer.academy.models import Module as TrainingModule
from wegwijzer.academy.rules.awareness import MeetingState, TargetGroup
from wegwijzer.annual_report.actions import start_report
from wegwijzer.annual_report.models import Chapter, Remark, Section, SectionVersion
from wegwijzer.annual_report.rules.states import ReportKind, Scope
from wegwijzer.cli.demo_world.people import Company
from wegwijzer.commons.models import (
    Adoption,
    AdoptionReport,
    Item,
    RecipeText,
    Term,
    TermComment,
    TermResponse,
    TermUse,
    TermVersion,
)
from wegwijzer.commons.rules.items import Kind, Status
from wegwijzer.commons.rules.recipes import AdoptionStatus
from wegwijzer.commons.rules.terms import Position, TermStatus
from wegwijzer.exploration.models import Ballot, Cluster, Dots, Focus, Note, Objective
from wegwijzer.exploration.models import Session as Exploration
from wegwijzer.exploration.rules.sessions import USUAL_KINDS, Stage
from wegwijzer.programme.models import (
    AgendaItem,
    Assignment,
    AssignmentStep,
    CouncilTask,
    Decision,
    Hub,
    HubFigure,
    HubNote,
    HubPortfolio,
    Indicator,
    Meeting,
    Plan,
    Portfolio,
    Result,
)
from wegwijzer.programme.rules.assignments import AssignmentState
from wegwijzer.programme.rules.council import MeetingStatus, Outcome, Purpose
from wegwijzer.programme.rules.hubs import HubKind, NoteKind
from wegwijzer.programme.rules.portfolios import ResultKind

YEARS = 5
TEXT = "De regio's legden naast elkaar wat zij zagen en kozen samen wat eerst kon. " * 6
BATCH = 5_000


class Crowd:
    """Who and where, and the days of five years."""

    def __init__(self, company: Company, rng: Random) -> None:
        self.company, self.rng, self.now = company, rng, company.now
        self.regions = [one for code, one in company.regions.items() if code != "LIEC"]
        self.people: list[UUID] = [
            one.person_id for one in company.actors.values() if one.person_id
        ]
        self.portfolios = list(Portfolio.objects.order_by("position"))
        self.years = range(company.now.year - YEARS + 1, company.now.year + 1)

    def at(self, number: int, many: int) -> datetime:
        """Return the moment of one of many things that are spread over the years."""
        return self.now - timedelta(days=365 * YEARS) * ((number + 1) / (many + 1))

    def fill(self) -> None:
        """Make everything."""
        self.programme()
        self.council()
        add_course(self, TEXT)
        add_progress(TEXT)
        add_people(self, TEXT)
        self.hubs()
        self.explorations()
        self.training()
        self.awareness()
        self.terms()
        self.recipes()
        self.reports()

    def programme(self, each: int = 50) -> None:
        """Add assignments with their steps, results and plans to every portfolio."""
        assignments, steps = [], []
        states = list(AssignmentState)
        for portfolio in self.portfolios:
            for number in range(each):
                at = self.at(number, each)
                made = Assignment(
                    portfolio=portfolio, title=f"Opdracht {number} van {portfolio.name}",
                    expected=TEXT, contractor=f"Hoofd van regio {number % 10}",
                    contractor_person_id=self.rng.choice(self.people),
                    region_id=self.regions[number % 10], state=states[number % len(states)],
                    due_date=at.date(), changed_at=at,
                )  # fmt: skip
                assignments.append(made)
                steps += [
                    AssignmentStep(assignment=made, state=state, note=TEXT, taken_at=at,
                                   taken_by="Hanna Hoofd")
                    for state in states[:4]
                ]  # fmt: skip
        Assignment.objects.bulk_create(assignments, BATCH)
        AssignmentStep.objects.bulk_create(steps, BATCH)
        kinds = list(ResultKind)
        spread = [
            (one, year, n) for one in self.portfolios for year in self.years for n in range(40)
        ]
        Result.objects.bulk_create(
            [
                Result(portfolio=one, kind=kinds[n % len(kinds)], year=year, recorded_at=self.now,
                       text=f"Resultaat {n} van {year}. {TEXT[:120]}", evidence="Verslag")
                for one, year, n in spread
            ], BATCH,
        )  # fmt: skip
        Plan.objects.bulk_create(
            [Plan(portfolio=one, year=year, text=TEXT, recorded_at=self.now)
             for one, year, n in spread if n < 5], BATCH,
        )  # fmt: skip

    def council(self, meetings: int = 60, items: int = 10) -> None:
        """Add meetings with agenda, decisions and tasks."""
        for number in range(meetings):
            at = self.at(number, meetings)
            meeting = Meeting.objects.create(
                held_date=at.date(), place="Utrecht", chair="Hanna Hoofd", shared_at=at,
                status=MeetingStatus.HELD, present="Alle hoofden", closed_at=at,
            )  # fmt: skip
            agenda = AgendaItem.objects.bulk_create(
                AgendaItem(meeting=meeting, position=n + 1, title=f"Punt {n}", intro=TEXT,
                           purpose=Purpose.DECIDE, report=TEXT)
                for n in range(items)
            )  # fmt: skip
            Decision.objects.bulk_create(
                Decision(item=one, number=f"B{number}-{one.position}", text=TEXT,
                         outcome=Outcome.ADOPTED, decided_date=at.date())
                for one in agenda
            )  # fmt: skip
            CouncilTask.objects.bulk_create(
                CouncilTask(meeting=meeting, item=one, text=f"Werk {one.title} uit", who="Sanne",
                            owner_id=self.rng.choice(self.people), due_date=at.date(),
                            done_date=None if number < 6 else at.date())
                for one in agenda
            )  # fmt: skip

    def hubs(self, hubs: int = 80, indicators: int = 12) -> None:
        """Add hubs with notes and a figure of every indicator in every year."""
        kinds = list(HubKind)
        places = Hub.objects.bulk_create(
            Hub(name=f"Knooppunt {n}", kind=kinds[n % len(kinds)], place=f"Plaats {n}",
                region_id=self.regions[n % 10], summary=TEXT, partners=["Douane", "Politie"],
                changed_at=self.now)
            for n in range(hubs)
        )  # fmt: skip
        counted = Indicator.objects.bulk_create(
            Indicator(name=f"Telling {n}", definition=TEXT, unit="aantal", changed_at=self.now)
            for n in range(indicators)
        )
        HubPortfolio.objects.bulk_create(
            HubPortfolio(hub=hub, portfolio=one.slug)
            for number, hub in enumerate(places)
            for one in {self.portfolios[0], self.portfolios[number % len(self.portfolios)]}
        )
        HubNote.objects.bulk_create(
            [HubNote(hub=hub, kind=kind, text=f"Regel {n}", added_at=self.now)
             for hub in places for kind in NoteKind for n in range(15)], BATCH,
        )  # fmt: skip
        HubFigure.objects.bulk_create(
            [HubFigure(hub=hub, indicator=one, year=year, value=self.rng.randint(0, 900),
                       source="Telling", recorded_at=self.now)
             for hub in places for one in counted for year in self.years], BATCH,
        )  # fmt: skip

    def explorations(self, sessions: int = 100, notes: int = 300, clusters: int = 24) -> None:
        """Add explorations: notes in clusters, ballots, focus and objectives."""
        for number in range(sessions):
            at = self.at(number, sessions)
            stage = list(Stage)[1 + number % 5]
            session = Exploration.objects.create(
                title=f"Verkenning {number}", question=TEXT[:140], stage=stage,
                portfolio=self.portfolios[number % len(self.portfolios)].slug,
                kinds=[{"slug": one.slug, "label": one.label} for one in USUAL_KINDS],
                opened_by=self.rng.choice(self.people), created_at=at, held_at=at,
                closed_at=at if stage is Stage.CLOSED else None,
            )  # fmt: skip
            heaps = Cluster.objects.bulk_create(
                Cluster(session=session, name=f"Groep {n}", created_at=at) for n in range(clusters)
            )
            Note.objects.bulk_create(
                Note(session=session, text=f"Notitie {n}: {TEXT[:100]}", created_at=at,
                     kind=USUAL_KINDS[n % len(USUAL_KINDS)].slug, region_id=self.regions[n % 10],
                     written_by=self.rng.choice(self.people), cluster=heaps[n % clusters])
                for n in range(notes)
            )  # fmt: skip
            ballots = Ballot.objects.bulk_create(
                Ballot(session=session, voter_id=one, cast_by=self.people[0], cast_at=at)
                for one in self.regions
            )
            Dots.objects.bulk_create(
                Dots(ballot=one, cluster=heap, number=1)
                for one in ballots
                for heap in self.rng.sample(heaps, 5)
            )
            self._focus(session, heaps, at)

    def _focus(self, session: Any, heaps: list[Any], at: datetime) -> None:
        for n in range(3):
            focus = Focus.objects.create(session=session, statement=TEXT, created_at=at)
            focus.clusters.set(heaps[n * 3 : n * 3 + 3])
            Objective.objects.bulk_create(
                Objective(focus=focus, text=TEXT, created_at=at) for _n in range(3)
            )

    def training(self, programmes: int = 12, editions: int = 25, people: int = 30) -> None:
        """Add programmes with editions, enrolments, attendance, certificates."""
        for number in range(programmes):
            programme = Programme.objects.create(
                slug=f"opleiding-{number}", title=f"Opleiding {number}", summary=TEXT,
                competences=["Analyseren"], valid_months=36, added_at=self.now,
            )  # fmt: skip
            modules = TrainingModule.objects.bulk_create(
                TrainingModule(programme=programme, position=n + 1, title=f"Deel {n}", summary=TEXT)
                for n in range(4)
            )
            for turn in range(editions):
                # A fifth is still to come.
                at = self.at(turn, editions) + timedelta(days=365)
                self._edition(programme, modules, at, f"{number}-{turn}", people)

    def _edition(
        self, programme: Any, modules: list[Any], at: datetime, name: str, people: int
    ) -> None:
        edition = Edition.objects.create(
            programme=programme, place=f"Zaal {name}", places=20, starts_on=at.date()
        )
        days = Session.objects.bulk_create(
            Session(edition=edition, module=one, held_on=at.date() + timedelta(days=7 * n))
            for n, one in enumerate(modules)
        )
        there = self.rng.sample(self.people, people)
        Enrolment.objects.bulk_create(
            Enrolment(edition=edition, person_id=one, name=f"Naam {n}", enrolled_at=at)
            for n, one in enumerate(there)
        )
        if at >= self.now:
            return
        Attendance.objects.bulk_create(
            Attendance(session=day, person_id=one) for day in days for one in there[:20]
        )
        Evaluation.objects.bulk_create(
            Evaluation(edition=edition, mark=8, remark="Leerzaam.") for _n in range(10)
        )
        Certificate.objects.bulk_create(
            Certificate(number=f"M-{name}-{n}", programme=programme, edition=edition, person_id=one,
                        name=f"Naam {n}", issued_on=at.date(),
                        valid_until=at.date() + timedelta(days=1095))
            for n, one in enumerate(there[:20])
        )  # fmt: skip

    def awareness(self, meetings: int = 5_000) -> None:
        """Add awareness meetings with a follow-up each."""
        groups = list(TargetGroup)
        towns = [one for key, one in self.company.organs.items() if key.startswith("mayor")]
        made = []
        for n in range(meetings):
            day = self.at(n, meetings).date() + timedelta(days=90)
            made.append(AwarenessMeeting(
                region_id=self.regions[n % 10], participant_id=towns[n % len(towns)],
                state=MeetingState.EVALUATED if day < self.now.date() else MeetingState.PLANNED,
                target_group=groups[n % len(groups)], subject=f"Bijeenkomst {n}", goal=TEXT,
                wished_from=day, wished_until=day, people=30, place="Raadzaal",
                contact_name="Griffie", contact_reach="griffie@voorbeeld.example",
                on_date=day, day=day, begins=time(19), minutes=90, attended=28,
                marks={"4": 12}, learned=TEXT, requested_at=self.now,
            ))  # fmt: skip
        AwarenessMeeting.objects.bulk_create(made, BATCH)
        FollowUp.objects.bulk_create(
            [
                FollowUp(meeting=one, what="Herhalen", who="Griffie", due_date=one.day)
                for one in made
            ],
            BATCH,
        )

    def terms(self, terms: int = 200) -> None:
        """Add terms with an adopted version, a replaced one, and what each region said."""
        for n in range(terms):
            at = self.at(n, terms)
            term = Term.objects.create(
                slug=f"begrip-{n}", name=f"Begrip {n}", created_at=at,
                portfolio=self.portfolios[n % len(self.portfolios)].slug,
            )  # fmt: skip
            versions = TermVersion.objects.bulk_create(
                TermVersion(term=term, number=number, status=status, text=TEXT, source="Besluit",
                            proposed_by=self.people[0], proposed_at=at,
                            adopted_date=at.date(), replaced_date=None)
                for number, status in ((1, TermStatus.REPLACED), (2, TermStatus.ADOPTED))
            )  # fmt: skip
            for one in versions:
                TermResponse.objects.bulk_create(
                    TermResponse(version=one, region_id=region, position=Position.AGREE,
                                 comment=TEXT, answered_by=self.people[0], answered_at=at)
                    for region in self.regions
                )  # fmt: skip
                TermUse.objects.bulk_create(
                    TermUse(version=one, region_id=region, from_date=at.date())
                    for region in self.regions
                )
                TermComment.objects.bulk_create(
                    TermComment(version=one, region_id=self.regions[0], text=TEXT,
                                said_by=self.people[0], said_at=at)
                    for _n in range(5)
                )  # fmt: skip

    def recipes(self, recipes: int = 500) -> None:
        """Make recipes of projects of the library, each adopted by another region."""
        found = list(Item.objects.filter(kind=Kind.PROJECT, status=Status.PUBLISHED)[: 2 * recipes])
        sources, copies = found[::2], found[1::2]
        RecipeText.objects.bulk_create(
            [RecipeText(item=one, goal=TEXT, target_group="Jongeren", steps=TEXT, legal_ground=TEXT)
             for one in found], BATCH,
        )  # fmt: skip
        # Every tenth source is taken over by ten.
        adoptions = [
            Adoption(item=copy, source=sources[n - n % 10], status=AdoptionStatus.RUNNING,
                     plan=TEXT, adopted_at=self.at(n, recipes))
            for n, copy in enumerate(copies)
        ]  # fmt: skip
        Adoption.objects.bulk_create(adoptions, BATCH)
        AdoptionReport.objects.bulk_create(
            [AdoptionReport(adoption=one, status=AdoptionStatus.RUNNING, told=TEXT,
                            reported_by=self.people[0], reported_at=self.now)
             for one in adoptions for _n in range(3)], BATCH,
        )  # fmt: skip

    def reports(self) -> None:
        """Begin the report of each region, the network and the public in each year; write them."""
        heads = {one.region_id: one for one in self.company.actors.values() if one.has("riec_head")}
        for year in self.years:
            for region in self.regions:
                start_report(heads[region], year, Scope(ReportKind.REGION, region), now=self.now)
            for kind in (ReportKind.NETWORK, ReportKind.PUBLIC):
                start_report(self.company["ellen"], year, Scope(kind, None), now=self.now)
        sections = [
            Section(chapter=one, position=50 + n, heading=f"Deel {n}", body=TEXT * 2, version=3,
                    changed_by_name="Ellen Expert", changed_at=self.now)
            for one in Chapter.objects.all() for n in range(4)
        ]  # fmt: skip
        Section.objects.bulk_create(sections, BATCH)
        SectionVersion.objects.bulk_create(
            [SectionVersion(section=one, number=n, heading=one.heading, body=TEXT,
                            written_by=self.people[0], written_by_name="Ellen Expert",
                            written_at=self.now)
             for one in sections for n in (1, 2, 3)], BATCH,
        )  # fmt: skip
        Remark.objects.bulk_create(
            [Remark(section=one, text=TEXT, made_by_name="Lieke Lente", made_at=self.now)
             for one in sections], BATCH,
        )  # fmt: skip
