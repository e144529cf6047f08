"""The tables of the tests, made straight from the models: many times as fast as by migrating.

``tests/cli/test_migrate.py`` holds that the migrations make the very same. On PostgreSQL the whole
suite runs on what the migrations made.
"""

from django.core.management import call_command
from django.db import connection

from wegwijzer.cli.migrate import create_tables


def create_on_either() -> None:
    """Fill an empty database of either kind with every table."""
    if connection.vendor == "sqlite":
        create_tables()
    else:
        call_command("migrate", verbosity=0)
