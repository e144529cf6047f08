"""What was kept by an earlier version is kept as this version keeps it."""

from dataclasses import asdict, replace
from importlib import import_module
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import connection

from tests.subjects.facts import BSN, person
from tests.world import NOW
from wegwijzer.subjects import actions, records
from wegwijzer.subjects.models import BlockingKey, Subject

pytestmark = pytest.mark.django_db
ROWS = import_module("wegwijzer.subjects.migrations.0002_records_as_rows")
PLACES = import_module("wegwijzer.subjects.migrations.0003_keys_know_their_dossier")


def test_a_record_of_the_first_form_becomes_a_row(world):
    alice = world.actor("alice")
    told = person(alice.participant_id, bsn=BSN, postcode="1011 AB", phones=("0612345678",))
    actions.add_subject(alice, uuid4(), told, now=NOW)
    row = Subject.objects.get()
    before = replace(records._person(row.content), bsn=row.bsn_index)
    kept = {name: value for name, value in asdict(before).items() if value}
    Subject.objects.update(record=kept)

    ROWS.keep_rows(apps, None)

    assert Subject.objects.get().record == row.record != kept


def test_a_key_takes_the_dossier_of_its_subject(world):
    alice = world.actor("alice")
    dossiers = [uuid4(), uuid4()]
    for dossier in dossiers:
        actions.add_subject(alice, dossier, person(alice.participant_id), now=NOW)
    BlockingKey.objects.update(dossier_id=UUID(int=0))

    with connection.cursor() as cursor:
        cursor.execute(PLACES.FILL)

    lies_in = dict(Subject.objects.values_list("id", "dossier_id"))
    keys = list(BlockingKey.objects.values_list("subject_id", "dossier_id"))
    assert {place for _subject, place in keys} == set(dossiers)
    assert all(lies_in[subject] == place for subject, place in keys)
