"""Who carries the portfolios of the demo world out: people of regions and partners, in groups."""

from datetime import timedelta
from uuid import UUID

from wegwijzer.cli.demo_world.people import Company
from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.actions import people as actions
from wegwijzer.programme.rules.people import DayContent, GroupContent, GroupKind, Part

LEAD, STAFF, SUPPORT, PARTNER = Part.LEAD, Part.STAFF, Part.SUPPORT, Part.PARTNER
# Per portfolio who works on it, since how many days, and who no longer does.
MEMBERS: dict[str, tuple[tuple[str, Part, int], ...]] = {
    "mainports": (("wim", LEAD, 700), ("pim", STAFF, 650), ("kees", PARTNER, 400),
                  ("sofie", SUPPORT, 300)),
    "mensenhandel": (("lieke", LEAD, 690), ("dirk", PARTNER, 420), ("fleur", PARTNER, 210)),
    "jonge-aanwas": (("hanna", LEAD, 710), ("pim", STAFF, 500), ("carla", PARTNER, 120)),
    "criminele-geldstromen": (("ellen", LEAD, 330), ("bram", PARTNER, 300), ("rik", SUPPORT, 90)),
    "integrale-informatiepositie": (("liv", LEAD, 720), ("sofie", STAFF, 500), ("olga", STAFF, 480)),
    "bestuurlijke-weerbaarheid": (("mirjam", LEAD, 680), ("wil", PARTNER, 150)),
    "actualisatie-werkprocessen": (("herman", LEAD, 640), ("joost", PARTNER, 610)),
    "sterk-merk": (("sefa", LEAD, 600),),
}  # fmt: skip
FORMER = (("jonge-aanwas", "dunya", 620, 130), ("mainports", "ties", 600, 200))
# Portfolio, form, name, purpose, who (the first leads), first and last day, its days (day, place,
# subject, what came of it), and what the whole brought about when it was rounded off.
GROUPS = (
    ("mainports", GroupKind.WORKING_GROUP, "Tellen aan de kade",
     "Twee cijfers over acht knooppunten, met één definitie.",
     ("wim", "pim", "kees", "mirjam", "roel"), -300, -80,
     ((-280, "Winterhaven", "Welke cijfers tellen elk jaar?",
       "Twee cijfers gekozen: uithalers en aangetroffen partijen."),
      (-190, "Online", "Definities naast elkaar", "Eén definitie, met drie voorbeelden."),
      (-110, "Winterhaven", "Cijfers van vijf jaar", "Acht knooppunten zijn gevuld.")),
     "Acht knooppunten tellen op dezelfde manier; elk jaar in februari komt er een jaar bij."),
    ("mensenhandel", GroupKind.NEXT_LEVEL, "Signalen in de zorg",
     "Met artsen en gemeenten ontdekken waar signalen blijven liggen.",
     ("lieke", "dirk", "fleur", "carla"), -120, None,
     ((-95, "Lentehoven", "Wie ziet wat?", "Vier plekken waar een signaal stokt."),
      (-20, "Online", "Proef met twee wijkteams", ""),
      (18, "Lentehoven", "Wat werkt in de proef?", "")),
     ""),
    ("jonge-aanwas", GroupKind.NEXT_LEVEL, "Van definitie naar project",
     "Projecten van tien regio's naast de nieuwe definitie leggen en kiezen wat overdraagbaar is.",
     ("hanna", "pim", "zita", "roel", "wouter"), -60, 120,
     ((-40, "Zilverwijk", "Welke projecten zijn er?", "Elf projecten, drie met een evaluatie."),
      (9, "Online", "Drie recepten schrijven", "")),
     ""),
    ("actualisatie-werkprocessen", GroupKind.WORKING_GROUP, "Eén werkwijze, twee processen",
     "De werkwijze integraal samenwerken beproeven in de casusaanpak en bij knelpunten.",
     ("herman", "joost", "sefa"), 20, 200, (), ""),
)  # fmt: skip


def make_groups(company: Company, assignment: UUID) -> None:
    """Put people on the portfolios and let the groups meet; the first works on the assignment."""
    ellen, now = company["ellen"], company.now
    for slug, rows in MEMBERS.items():
        for who, part, days in rows:
            _join(ellen, company, slug, who, part, days)
    for slug, who, joined, left in FORMER:
        member = _join(ellen, company, slug, who, STAFF, joined)
        actions.end_member(ellen, slug, member, now=now - timedelta(days=left))
    for number, row in enumerate(GROUPS):
        _form(company, row, assignment if number == 0 else None)


def _join(by: Actor, company: Company, slug: str, who: str, part: Part, days: int) -> UUID:
    moment = company.on(-days)
    return actions.add_member(by, slug, company[who].person_id, part, now=moment)


def _form(company: Company, row: tuple, assignment: UUID | None) -> None:  # type: ignore[type-arg]
    slug, kind, name, purpose, people, first, last, days, outcome = row
    ellen, at = company["ellen"], company.on(min(first, 0))
    content = GroupContent(
        kind=kind, name=name, purpose=purpose, starts_date=company.on(first).date(),
        ends_date=None if last is None else company.on(last).date(), assignment_id=assignment,
    )  # fmt: skip
    group = actions.add_group(ellen, slug, content, now=at)
    for number, who in enumerate(people):
        actions.add_group_member(ellen, group, company[who].person_id, leads=number == 0, now=at)
    lead = company[people[0]]
    for when, place, subject, said in days:
        day = DayContent(held_date=company.on(when).date(), place=place, subject=subject)
        made = actions.plan_group_day(lead, group, day, now=at)
        if said:
            actions.report_group_day(lead, group, made, said, now=company.on(when))
    if outcome:
        actions.close_group(lead, group, outcome, now=company.on(last))
