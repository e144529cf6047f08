"""Load the facts of a public document that is shipped with the product, and report on its year."""

import argparse
from datetime import date

from django.db import transaction
from django.utils.timezone import now as clock

from wegwijzer.annual_report.actions import write_reference_report
from wegwijzer.annual_report.queries import find_report
from wegwijzer.annual_report.rules.states import ReportKind
from wegwijzer.commons.actions import add_item
from wegwijzer.commons.queries import Wanted, list_items
from wegwijzer.commons.rules.items import Content, Kind
from wegwijzer.kernel.actor import Actor, system_actor
from wegwijzer.network.queries import list_regions
from wegwijzer.network.rules import RegionKind
from wegwijzer.programme.actions.reference import load_programme
from wegwijzer.programme.reference.reader import Reference, read_reference


def run(arguments: argparse.Namespace) -> int:
    """Load one reference; again changes nothing."""
    reference = read_reference(arguments.slug)
    actor = system_actor("Bron")
    with transaction.atomic():
        added = load_programme(actor, reference, now=clock())
        added += load_library(actor, reference)
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
