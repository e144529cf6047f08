"""What the portfolios of the demo world work towards: objectives, activities, risks, progress."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from wegwijzer.cli.demo_world.people import Company
from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.actions import course as actions
from wegwijzer.programme.actions.assignments import (
    agree_assignment,
    draft_assignment,
    name_contractor,
    start_assignment,
)
from wegwijzer.programme.actions.corrections import correct_entry
from wegwijzer.programme.actions.progress import report_progress
from wegwijzer.programme.queries.corrections import get_entry
from wegwijzer.programme.queries.course import list_origins, list_to_take
from wegwijzer.programme.rules.assignments import AssignmentContent
from wegwijzer.programme.rules.corrections import Entry
from wegwijzer.programme.rules.course import (
    ActivityContent,
    Level,
    ObjectiveContent,
    ObjectiveState,
    Origin,
    RiskContent,
)
from wegwijzer.programme.rules.progress import Course, ReportContent

LOW, MEDIUM, HIGH = Level.LOW, Level.MEDIUM, Level.HIGH
# Portfolio, what it wants, how that shows, due in so many days, in words where it comes from or
# the first origin of this sort, and what came of it when it was closed.
OBJECTIVES: tuple[tuple[str, str, str, int, str | Origin, str], ...] = (
    ("mainports", "Acht knooppunten tellen op dezelfde manier.",
     "Twee cijfers over vijf jaar, met één definitie.", -60, "Opdracht van het hoofdenoverleg.",
     "De cijfers van acht knooppunten zijn aanvaard."),
    ("mainports", "Elke regio met een knooppunt bespreekt de cijfers een keer per jaar.",
     "Een verslag per regio.", 200, "Vervolg op de cijfers van acht knooppunten.", ""),
    ("mensenhandel", "Elke regio heeft een fenomeenbeeld dat jonger is dan drie jaar.",
     "De inventarisatie telt geen witte vlek meer.", 320,
     "De inventarisatie van de fenomeenbeelden.", ""),
    ("jonge-aanwas", "De definitie is in alle regio's ingevoerd.",
     "Tien regio's hebben haar in gebruik.", 150, Origin.PLAN, ""),
    ("sterk-merk", "Brieven en rapporten van alle regio's zijn herkenbaar hetzelfde.",
     "De toets van de huisstijl vindt geen afwijkingen meer.", 260, Origin.DECISION, ""),
)  # fmt: skip
# Portfolio, which objective of it, what, first and last day, who, and what came of it.
ACTIVITIES = (
    ("mainports", 0, "Definities naast elkaar leggen", -300, -200, "RIEC Winterkust",
     "Eén definitie, met drie voorbeelden."),
    ("mainports", 1, "Cijfers bespreken in vier regio's", -30, 90, "RIEC Winterkust en het LIEC", ""),
    ("mainports", 1, "Cijfers van dit jaar ophalen", 60, 110, "Werkgroep Tellen aan de kade", ""),
    ("mensenhandel", 0, "Drie regio's maken samen een fenomeenbeeld", -90, 100, "RIEC Lentedal", ""),
    ("mensenhandel", 0, "Witte vlekken bespreken", -60, -10, "RIEC Lentedal", ""),
    ("jonge-aanwas", 0, "Definitie toelichten in tien regio's", -40, 70, "RIEC Herfstheide", ""),
)  # fmt: skip
# Portfolio, what may go wrong, chance, impact, what is done about it, by whom.
RISKS = (
    ("mainports", "Een knooppunt gaat anders registreren, waardoor jaren niet te vergelijken zijn.",
     MEDIUM, HIGH, "Elke wijziging wordt bij het cijfer vermeld.", "Wim Winterman"),
    ("mainports", "Kleinere havens doen niet mee.", MEDIUM, MEDIUM,
     "De regio's nodigen hen zelf uit.", "Pim Projectman"),
    ("mensenhandel", "Regio's zonder analist kunnen hun beeld niet bijwerken.", HIGH, MEDIUM,
     "Regio's maken samen een beeld.", "Lieke Lente"),
    ("jonge-aanwas", "Projecten die al lopen houden hun eigen omschrijving.", MEDIUM, LOW, "", ""),
)  # fmt: skip
# What Wim tells of his second assignment: days ago, how it goes, done, coming, asked, spent.
TOLD = (
    (130, Course.ON_COURSE, "Vier regio's hebben een gesprek gepland.",
     "Gesprekken voeren met de cijfers op tafel.", "", "3200"),
    (62, Course.ATTENTION, "Twee van de vier gesprekken zijn gevoerd.",
     "De andere twee gesprekken en een eerste verslag.",
     "Een zetje voor de regio die nog geen dag heeft.", "7850.50"),
)  # fmt: skip


def make_course(company: Company) -> None:
    """Set objectives with their origin, plan what is done for them, name risks, tell progress."""
    ellen = company["ellen"]
    made: dict[str, list[UUID]] = {}
    for row in OBJECTIVES:
        made.setdefault(row[0], []).append(_wanted(company, ellen, row))
    for one in list_to_take(ellen, "criminele-geldstromen")[:2]:
        content = ObjectiveContent(
            text=one.text, origin=Origin.EXPLORATION, origin_id=one.id,
            due_date=company.on(400).date(),
        )  # fmt: skip
        actions.set_objective(ellen, "criminele-geldstromen", content, now=company.now)
    _corrected(company, made["mainports"][0])
    for activity in ACTIVITIES:
        _done(company, ellen, made, activity)
    for slug, text, chance, impact, measure, who in RISKS:
        risk = RiskContent(text=text, chance=chance, impact=impact, measure=measure, who=who)
        actions.name_risk(ellen, slug, risk, now=company.now - timedelta(days=45))
    _told(company, made["mainports"][1])
    _offered(company)


def _wanted(company: Company, by: Actor, row: tuple[str, str, str, int, str | Origin, str]) -> UUID:
    slug, text, measure, days, origin, outcome = row
    now = company.now
    first = [one for one in list_origins(by, slug) if one.kind == origin][:1]
    content = ObjectiveContent(
        text=text,
        measure=measure,
        due_date=company.on(days).date(),
        origin=first[0].kind if first else Origin.OTHER,
        origin_id=first[0].id if first else None,
        origin_note="" if first else str(origin),
    )
    pk = actions.set_objective(by, slug, content, now=now - timedelta(days=330))
    if outcome:
        at = company.on(days)
        actions.close_objective(by, pk, ObjectiveState.REACHED, outcome, now=at)
    return pk


def _corrected(company: Company, objective: UUID) -> None:
    """Set right what Ellen wrote when an objective was reached."""
    ellen = company["ellen"]
    values = get_entry(ellen, Entry.OBJECTIVE, objective).values
    better = f"{values['outcome']} Twee knooppunten telden eerst anders; zij telden opnieuw."
    correct_entry(
        ellen, Entry.OBJECTIVE, objective, values | {"outcome": better},
        reason="Wij vergaten te zeggen dat twee knooppunten opnieuw telden.",
        now=company.now - timedelta(days=20),
    )  # fmt: skip


def _done(company: Company, by: Actor, made: dict[str, list[UUID]], row: tuple) -> None:  # type: ignore[type-arg]
    slug, number, title, first, last, who, outcome = row
    content = ActivityContent(
        title=title, starts_date=company.on(first).date(),
        ends_date=company.on(last).date(), who=who, objective_id=made[slug][number],
    )  # fmt: skip
    pk = actions.plan_activity(by, slug, content, now=company.on(min(first, 0)))
    if outcome:
        actions.finish_activity(by, pk, outcome, now=company.on(last))


def _told(company: Company, objective: UUID) -> None:
    """Let Wim carry out a second assignment that runs, and tell how it goes: now once too few."""
    wim, now = company["wim"], company.now
    asked = AssignmentContent(
        title="Cijfers bespreken met de regio's",
        expected="Per regio een verslag: wat zien wij, wat verklaart het, wat gaan wij doen?",
        contractor_id=wim.person_id,
        carried_out_by="Accountmanagers van vier regio's.",
        funding="Uit de middelen van de portefeuille mainports, besluit van dit voorjaar.",
        budget=Decimal(18_000),
        due_date=company.on(120).date(),
        objective_ids=frozenset({objective}),
    )
    first = replace(asked, contractor_id=company["hanna"].person_id)
    made = draft_assignment(company["ellen"], "mainports", first, now=now - timedelta(days=190))
    agree_assignment(company["liv"], made, now=now - timedelta(days=180))
    name_contractor(
        company["hanna"], made, wim.person_id, now=now - timedelta(days=175),
        reason="Wim heeft de cijfers verzameld en kent de gesprekspartners.",
    )  # fmt: skip
    start_assignment(wim, made, now=now - timedelta(days=170))
    for days, course, done, coming, wish, spent in TOLD:
        report = ReportContent(
            course=course, done=done, coming=coming, asked=wish, spent=Decimal(spent)
        )
        report_progress(wim, made, report, now=now - timedelta(days=days))


def _offered(company: Company) -> None:
    """Let Hanna offer to carry something out that stands on no agenda yet."""
    hanna = company["hanna"]
    asked = AssignmentContent(
        title="Wegwijs voor loodsverhuurders",
        expected="Een handreiking waarmee een verhuurder weet wie hij binnenlaat en wie hij belt.",
        contractor_id=hanna.person_id,
        carried_out_by="Twee accountmanagers en een jurist.",
        due_date=company.on(200).date(),
    )
    draft_assignment(hanna, "mainports", asked, now=company.now - timedelta(days=4))
