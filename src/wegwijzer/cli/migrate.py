"""Create or renew the tables, and what an installation cannot do without."""

import argparse

from django.core.management import call_command
from django.utils.timezone import now

from wegwijzer.kernel.actor import system_actor
from wegwijzer.network.actions import load_regions
from wegwijzer.signals.actions import load_phenomena


def run(arguments: argparse.Namespace) -> None:
    """Bring the database up to date; running it again changes nothing."""
    prepare_database()
    print("De database is bijgewerkt.")


def prepare_database(*, regions: bool = True) -> None:
    """Migrate, and load the regions and phenomena that ship with the product.

    A world that brings regions of its own asks for none.
    """
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    setting_up = system_actor("Inrichting")
    if regions:
        load_regions(setting_up, now=now())
    load_phenomena(setting_up, now=now())
