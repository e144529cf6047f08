"""Load the facts of a public document that is shipped with the product, and report on its year."""

import argparse
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now as clock

from wegwijzer.academy.actions.programmes import load_programme as load_training_programme
from wegwijzer.academy.rules.training import FundingContent, ModuleContent, ProgrammeContent
from wegwijzer.annual_report.actions import write_reference_report
from wegwijzer.annual_report.queries import find_report
from wegwijzer.annual_report.rules.states import ReportKind
from wegwijzer.commons.actions import add_item, propose_term
from wegwijzer.commons.queries import Wanted, list_items, list_terms
from wegwijzer.commons.rules.items import Content, Kind
from wegwijzer.commons.rules.terms import Proposal
from wegwijzer.exploration.actions import invite_people, open_session
from wegwijzer.exploration.queries import list_sessions
from wegwijzer.exploration.rules.sessions import OPENERS, Setup
from wegwijzer.kernel.actor import Actor, system_actor
from wegwijzer.network.queries import list_people, list_regions
from wegwijzer.network.rules import RegionKind
from wegwijzer.programme.actions.reference import load_programme
from wegwijzer.programme.reference.reader import Reference, read_reference

# What a source says of the money for a training.
FUNDING = {"obtained": "Verkregen.", "asked": "Aangevraagd."}


def run(arguments: argparse.Namespace) -> int:
    """Load one reference; again changes nothing."""
    reference = read_reference(arguments.slug)
    actor = system_actor("Bron")
    with transaction.atomic():
        added = load_programme(actor, reference, now=clock())
        added += load_library(actor, reference)
        added += load_terms(actor, reference)
        added += load_explorations(actor, reference)
        added += load_training(actor, reference)
        if find_report(actor, year=reference.year, kind=ReportKind.NETWORK) is None:
            write_reference_report(actor, reference, now=clock())
            added += 1
    print(f"{reference.title}: {added} toegevoegd.")
    return 0


def load_library(actor: Actor, reference: Reference) -> int:
    """Publish what was made, for all regions, as work of the national centre; return how much."""
    regions = list_regions(on=clock().date())
    national = next((one for one in regions if one.kind is RegionKind.LIEC), None)
    if national is None:
        return 0
    wanted = Wanted(region_id=national.id, year=reference.year)
    known = {row.title for row in list_items(actor, wanted, limit=500).rows}
    items = [one for one in reference.items if one.title not in known]
    for one in items:
        content = Content(
            kind=Kind(one.kind),
            title=one.title,
            summary=one.summary,
            portfolio=one.portfolio,
            period_from=date(reference.year, 1, 1),
            period_to=date(reference.year, 12, 31),
            sources=reference.source,
        )
        add_item(actor, content, now=clock(), region_id=national.id, publish=True)
    return len(items)


def load_terms(actor: Actor, reference: Reference) -> int:
    """Propose the terms that the source names; its text is for the regions to fill in.

    What the source does not quote is never adopted here: a proposal says so itself.
    """
    known = {row.slug for row in list_terms(actor, on=clock().date(), limit=500).rows}
    terms = [one for one in reference.terms if one.slug not in known]
    for one in terms:
        proposal = Proposal(
            name=one.name,
            text=one.text or "De bron geeft de tekst van deze definitie niet; vul haar hier in.",
            source=reference.source,
            reason=one.note,
            portfolio=one.portfolio,
        )
        propose_term(actor, proposal, now=clock())
    return len(terms)


def load_explorations(actor: Actor, reference: Reference) -> int:
    """Prepare the explorations that the source plans, led by who may begin one in the network.

    Without such people there is nobody to lead; loading again prepares it once there are.
    """
    chairs = _leaders(actor)
    if not chairs:
        return 0
    added = 0
    for one in reference.explorations:
        known = list_sessions(actor, portfolio=one.portfolio, limit=500).rows
        if one.title in {row.title for row in known}:
            continue
        setup = Setup(title=one.title, question=" ".join(one.asks), portfolio=one.portfolio)
        session = open_session(actor, setup, now=clock())
        invite_people(actor, session, chairs, chair=True, now=clock())
        added += 1
    return added


def load_training(actor: Actor, reference: Reference) -> int:
    """Add the training that the source describes, with its modules and how it is paid for.

    What the source does not name is said to be missing, never made up.
    """
    told = reference.training
    content = ProgrammeContent(
        slug=told.slug,
        title=told.title,
        summary=told.modules_note,
        audience=told.audience,
        modules=tuple(ModuleContent(title=one) for one in told.modules),
        funding=(
            FundingContent(
                source=f"{FUNDING[told.funding_state]} {told.funding_note}",
                decision=reference.source,
            ),
        ),
    )
    return int(load_training_programme(actor, content, now=clock()))


def _leaders(actor: Actor) -> list[UUID]:
    """Return who of all regions may begin an exploration."""
    today = clock().date()
    return [
        person.id
        for region in list_regions(on=today)
        for person in list_people(actor, on=today, region_id=region.id)
        if not OPENERS.isdisjoint(person.roles)
    ]
