"""The tables of the tests, made straight from the models: many times as fast as by migrating.

``tests/cli/test_migrate.py`` holds that the migrations make the very same. On PostgreSQL the whole
suite runs on what the migrations made.
"""

from importlib import import_module

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection


def create() -> None:
    """Fill an empty SQLite database with every table, without migrating."""
    settings.MIGRATION_MODULES = dict.fromkeys(apps.app_configs)
    call_command("migrate", verbosity=0, run_syncdb=True)
    add_what_models_do_not_say()


def create_on_either() -> None:
    """Fill an empty database of either kind with every table."""
    if connection.vendor == "sqlite":
        create()
    else:
        call_command("migrate", verbosity=0)


def add_what_models_do_not_say() -> None:
    """Begin the chain of the logbook, and let the database refuse to change it."""
    chain = import_module("wegwijzer.logbook.migrations.0002_lines_are_never_changed")
    chain.start_chain(apps, connection.schema_editor())
