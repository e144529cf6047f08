"""Make the whole demo world, in one go and always the same."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

from django.db import transaction
from django.utils.timezone import now as clock

from wegwijzer.cli.demo_world.academy import make_academy
from wegwijzer.cli.demo_world.annual_report import make_annual_reports
from wegwijzer.cli.demo_world.awareness import make_awareness
from wegwijzer.cli.demo_world.cases import make_cases
from wegwijzer.cli.demo_world.commons import make_library
from wegwijzer.cli.demo_world.council import make_council
from wegwijzer.cli.demo_world.course import make_course
from wegwijzer.cli.demo_world.exploration import make_explorations
from wegwijzer.cli.demo_world.groups import make_groups
from wegwijzer.cli.demo_world.hubs import make_hubs
from wegwijzer.cli.demo_world.people import Company, make_people
from wegwijzer.cli.demo_world.recipes import make_recipes
from wegwijzer.cli.demo_world.reopenings import make_reopenings
from wegwijzer.cli.demo_world.reports import make_signals
from wegwijzer.cli.demo_world.terms import make_terms

SEED = 2022


def make_demo_world(
    now: datetime | None = None, *, tell: Callable[[str], None] = lambda words: None
) -> Company:
    """Fill an empty database, and tell what is being made.

    ``now`` is the day the world is at, today when not said.
    """
    moment = now or clock().astimezone(UTC).replace(hour=9, minute=0, second=0, microsecond=0)
    rng = Random(SEED)
    # One transaction: a world that was half made is worse than none, and it is much faster.
    with transaction.atomic():
        tell("  Regio's, organen en mensen")
        company = make_people(moment)
        tell("  Signalen, en hoe zij zijn gewogen")
        signals = make_signals(company, rng)
        tell("  Casussen, met vragen en antwoorden")
        make_cases(company, rng, signals)
        make_reopenings(company)
        make_recipes(company, Random(SEED + 2))
        make_terms(company, Random(SEED + 3))
        tell("  De bibliotheek, en waar regio's kunnen samenwerken")
        make_library(company, Random(SEED + 1))
        tell("  Verkenningen, portefeuilles, opleiding en jaarverslagen")
        make_explorations(company, Random(SEED + 4))
        make_hubs(company, Random(SEED + 5))
        assignment = make_council(company, Random(SEED + 6))
        make_groups(company, assignment)
        make_course(company)
        make_academy(company)
        make_awareness(company, Random(SEED + 8))
        make_annual_reports(company, Random(SEED + 9))
    return company
