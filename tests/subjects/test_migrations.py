"""What was kept by an earlier version is kept as this version keeps it."""

from dataclasses import asdict, replace
from importlib import import_module
from uuid import uuid4

import pytest
from django.apps import apps

from tests.subjects.facts import BSN, person
from tests.world import NOW
from wegwijzer.subjects import actions, records
from wegwijzer.subjects.models import Subject

pytestmark = pytest.mark.django_db
MIGRATION = import_module("wegwijzer.subjects.migrations.0002_records_as_rows")


def test_a_record_of_the_first_form_becomes_a_row(world):
    alice = world.actor("alice")
    told = person(alice.participant_id, bsn=BSN, postcode="1011 AB", phones=("0612345678",))
    actions.add_subject(alice, uuid4(), told, now=NOW)
    row = Subject.objects.get()
    before = replace(records._person(row.content), bsn=row.bsn_index)
    kept = {name: value for name, value in asdict(before).items() if value}
    Subject.objects.update(record=kept)

    MIGRATION.keep_rows(apps, None)

    assert Subject.objects.get().record == row.record != kept
