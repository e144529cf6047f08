"""Create or renew the tables, and what an installation cannot do without."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.apps import apps
from django.core.management import call_command
from django.db import connection
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
    with no_time_limit():
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    setting_up = system_actor("Inrichting")
    if regions:
        load_regions(setting_up, now=now())
    load_phenomena(setting_up, now=now())


def create_tables() -> None:
    """Fill an empty SQLite database straight from the models: many times as fast as by migrating.

    The migrations count as done, so that later ones follow on these tables.
    ``tests/cli/test_migrate.py`` holds that they make the very same.
    """
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            editor.create_model(model)
    add_what_models_do_not_say()
    call_command("migrate", verbosity=0, interactive=False, fake=True)


def add_what_models_do_not_say() -> None:
    """Begin the chain of the logbook, and let the database refuse to change it."""
    chain = import_module("wegwijzer.logbook.migrations.0002_lines_are_never_changed")
    chain.start_chain(apps, connection.schema_editor())


@contextmanager
def no_time_limit() -> Iterator[None]:
    """Let a statement take as long as it must: a large table takes minutes to change."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        yield
        cursor.execute("RESET statement_timeout")
