"""Six meetings of the heads council in the demo world: an assignment asked, and its result."""

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from wegwijzer.cli.demo_world.people import SYSTEM, Company, workday
from wegwijzer.programme.actions import assignments
from wegwijzer.programme.actions import council as actions
from wegwijzer.programme.actions.reference import load_programme
from wegwijzer.programme.reference.reader import read_reference
from wegwijzer.programme.rules.assignments import AssignmentContent
from wegwijzer.programme.rules.council import (
    DecisionContent,
    Effect,
    ItemContent,
    MeetingContent,
    Outcome,
    PaperContent,
    Purpose,
    SubjectKind,
    TaskContent,
)

CHAIR, SECRETARY, CONTRACTOR = "liv", "ellen", "wim"
PRESENT = (
    "Liv Landelijk (voorzitter), Hanna Hoofd, Wim Winterman, Lieke Lente, Herman Heide, Mirjam "
    "Maan, Sefa Sterren, Wouter Wolk, Dunya Dauw, Zita Zilver, Roel Regen, Ellen Expert (verslag)"
)
DECIDE, DISCUSS, INFORM = Purpose.DECIDE, Purpose.DISCUSS, Purpose.INFORM
ADOPTED, DEFERRED = Outcome.ADOPTED, Outcome.DEFERRED
HUBS = "hubs"
# Per meeting: days from now, place, and items: title, purpose, subject, intro, report,
# decision (text, outcome, effect), action (text, who, days after, done).
MEETINGS = (
    (-330, "Dijkstad", (
        ("Opdracht: knooppunten op dezelfde manier tellen", DECIDE, HUBS,
         "Havens tellen nu elk op hun eigen manier. Verplaatsing is daardoor niet te zien.",
         "De hoofden willen klein beginnen: twee cijfers, acht knooppunten, één definitie.",
         ("De opdracht aan RIEC Winterkust om twee cijfers voor acht knooppunten op dezelfde manier "
          "te tellen is afgesproken.", ADOPTED, Effect.AGREE),
         ("Lijst van knooppunten rondsturen", "Wim Winterman", 30, True)),
        ("Stand van de portefeuilles", INFORM, "", "", "Ter kennisneming.", None, None),
    )),
    (-250, "Winterhaven", (
        ("Verkenning criminele geldstromen", DECIDE, "criminele-geldstromen",
         "Wat voegt een portefeuille toe aan wat regio's al doen?",
         "Regio's doen al veel; een gezamenlijke focus ontbreekt.",
         ("Er komt een verkenning met alle regio's voordat doelen worden gesteld.", ADOPTED, Effect.NONE),
         ("Verkenning voorbereiden", "Ellen Expert", 45, True)),
    )),
    (-160, "Online", (
        ("Fenomeenbeelden mensenhandel naast elkaar", DISCUSS, "mensenhandel",
         "De inventarisatie laat zien welke regio's geen recent beeld hebben.",
         "Drie regio's maken hun beeld voortaan samen. De andere kijken mee.", None,
         ("Witte vlekken bespreken met de drie regio's zonder beeld", "Lieke Lente", 60, False)),
        ("Eigen logo per portefeuille", DECIDE, "sterk-merk",
         "Voorstel om elke portefeuille een eigen beeldmerk te geven.",
         "De hoofden vragen eerst wat het kost en of het helpt.",
         ("Het voorstel wordt aangehouden tot er een raming ligt.", DEFERRED, Effect.NONE),
         ("Raming maken", "Sefa Sterren", 40, False)),
    )),
    (-70, "Lentehoven", (
        ("Resultaat: cijfers van acht knooppunten", DECIDE, HUBS,
         "RIEC Winterkust levert de cijfers van vijf jaar op, met de definities.",
         "In twee havens daalt het cijfer terwijl het op drie kleinere plekken stijgt. Dat is een "
         "vraag aan de regio's, geen bewijs van verplaatsing.",
         ("Het resultaat is aanvaard. De cijfers worden elk jaar in februari aangevuld.", ADOPTED,
          Effect.ACCEPT),
         ("Bespreken met de regio's waar het cijfer stijgt", "Wim Winterman", 90, False)),
    )),
    (12, "Maanstad", (
        ("Focus van de portefeuille criminele geldstromen", DECIDE, "criminele-geldstromen",
         "Uit de verkenning kwamen twee speerpunten, met doelen voor twee jaar.", "", None, None),
        ("Voortgang voorkomen jonge aanwas", DISCUSS, "jonge-aanwas", "", "", None, None),
    )),
    (75, "Sterredam", (
        ("Jaarverslag: planning", DISCUSS, "", "", "", None, None),
    )),
)  # fmt: skip
PAPER = (
    "Wat wij vragen\n\nDe hoofden besluiten of deze stap wordt gezet, wie haar zet en wanneer het "
    "resultaat terugkomt.\n\nWaarom nu\n\nDe regio's hebben hier eerder om gevraagd. Wachten maakt "
    "het niet eenvoudiger: elke regio begint anders een eigen lijst.\n\nWat het kost\n\nTwee dagen "
    "per regio, en een halve dag per kwartaal om het bij te houden."
)


def make_council(company: Company, rng: Random) -> UUID:
    """Hold the meetings, each at its own moment; return the assignment that they are about."""
    started = company.now - timedelta(days=730)
    load_programme(SYSTEM, read_reference("jaarverslag-2022"), now=started)
    asked = AssignmentContent(
        title="Knooppunten op dezelfde manier tellen",
        expected="Twee cijfers over vijf jaar voor acht knooppunten, met één definitie.",
        contractor_id=company[CONTRACTOR].person_id,
        carried_out_by="Werkgroep van vier regio's en het LIEC.",
        funding="Uit de middelen van de portefeuille mainports.",
    )
    assignment = assignments.draft_assignment(
        company[SECRETARY], "mainports", asked, now=company.now - timedelta(days=340)
    )
    for days, place, items in MEETINGS:
        if days == -70:
            _deliver(company, assignment)
        _meet(company, days, place, items, assignment)
    return assignment


def _deliver(company: Company, assignment: UUID) -> None:
    wim, at = company[CONTRACTOR], company.now - timedelta(days=90)
    assignments.start_assignment(wim, assignment, now=company.now - timedelta(days=300))
    assignments.deliver_assignment(
        wim, assignment, delivery="De cijfers van acht knooppunten, met definities.", now=at
    )


def _meet(company: Company, days: int, place: str, items: tuple, assignment: UUID) -> None:  # type: ignore[type-arg]
    day = company.on(days)
    before = min(day, company.now) - timedelta(days=20)
    ellen, liv = company[SECRETARY], company[CHAIR]
    content = MeetingContent(held_date=day.date(), place=place, chair=liv.name)
    meeting = actions.plan_meeting(ellen, content, now=before)
    made = [_put(company, meeting, one, assignment, before) for one in items]
    if days < 60:
        actions.share_agenda(liv, meeting, now=before + timedelta(days=6))
    if days > 0:
        return
    for item, one in zip(made, items, strict=True):
        _minute(company, meeting, item, one, day)
    actions.close_meeting(liv, meeting, present=PRESENT, now=day + timedelta(hours=6))


def _put(company: Company, meeting: UUID, one: tuple, assignment: UUID, at: datetime) -> UUID:  # type: ignore[type-arg]
    title, purpose, about, intro, *_rest = one
    kind = SubjectKind.PORTFOLIO if about else SubjectKind.NONE
    if about == HUBS:
        kind, about = SubjectKind.ASSIGNMENT, str(assignment)
    content = ItemContent(
        title=title, purpose=purpose, intro=intro, subject_kind=kind, subject=about
    )
    item = actions.add_agenda_item(company[SECRETARY], meeting, content, now=at)
    if purpose is DECIDE:
        paper = PaperContent(title=f"Voorstel: {title[0].lower()}{title[1:]}", text=PAPER)
        actions.add_paper(company[SECRETARY], item, paper, now=at)
    return item


def _minute(company: Company, meeting: UUID, item: UUID, one: tuple, day: datetime) -> None:  # type: ignore[type-arg]
    *_about, report, decision, task = one
    ellen, liv = company[SECRETARY], company[CHAIR]
    actions.report_item(ellen, item, report, now=day)
    if decision:
        text, outcome, effect = decision
        said = DecisionContent(text=text, outcome=outcome, effect=effect)
        actions.decide(liv, item, said, now=day)
    if task:
        text, who, after, done = task
        due = workday(day + timedelta(days=after)).date()
        owner = next(one.person_id for one in company.actors.values() if one.name == who)
        content = TaskContent(text=text, owner_id=owner, due_date=due)
        made = actions.add_council_task(ellen, meeting, content, item_id=item, now=day)
        if done:
            actions.finish_council_task(ellen, made, done_on=due, note="", now=company.now)
