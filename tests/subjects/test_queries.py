"""Searching, statements, and what the register of personal data finds and erases."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from tests.subjects.facts import BSN, OTHER_BSN, facts, person
from tests.world import NOW, SYSTEM
from wegwijzer.kernel.errors import Conflict, Invalid, NotFound
from wegwijzer.kernel.personal_data import SOURCES
from wegwijzer.subjects import actions, queries
from wegwijzer.subjects.models import BlockingKey, SearchToken, Statement, Subject
from wegwijzer.subjects.rules import StatementFacts, SubjectKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(world):
    return world.actor("alice")


def state(actor, ref, dossier, field, value, **more):
    told = StatementFacts(
        field=field,
        value=value,
        source_participant_id=actor.participant_id,
        first_processed_date=date(2026, 3, 1),
    )
    return actions.add_statement(actor, ref, told, dossier_id=dossier, now=NOW, **more)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Testberg", True),
        ("willem TESTBERG", True),
        ("Wíllem", True),
        ("test", True),
        ("tes", False),
        ("Testberg Piet", False),
        ("06 12345678", True),
        ("+31 6 1234 5678", True),
        ("NL91 ABNA 0417 1643 00", True),
        (BSN, True),
        (OTHER_BSN, False),
        ("Dorpsstraat", True),
        ("1234ab", True),
        ("w.t@example.org", True),
        ("", False),
        ("%", False),
        ("van der", False),
    ],
)
def test_words_numbers_and_beginnings_find_a_dossier(alice, text, found):
    dossier = uuid4()
    told = person(
        alice.participant_id,
        bsn=BSN,
        phones=("0612345678",),
        ibans=("NL91ABNA0417164300",),
        emails=("w.t@example.org",),
        street="Dorpsstraat",
        postcode="1234AB",
    )
    actions.add_subject(alice, dossier, told, now=NOW)

    assert queries.search_dossier_ids(alice, text, within=[dossier]) == ([dossier] if found else [])
    assert queries.search_dossier_ids(alice, text, within=[uuid4()]) == []


def test_a_number_plate_is_found_however_it_is_written(alice):
    dossier = uuid4()
    actions.add_subject(
        alice, dossier, facts(SubjectKind.VEHICLE, alice.participant_id, plate="XX-99-XX"), now=NOW
    )

    assert queries.search_dossier_ids(alice, "xx 99 xx", within=[dossier]) == [dossier]


def test_listing_takes_as_many_queries_for_many_as_for_one(alice, django_assert_num_queries):
    dossier = uuid4()
    many = [person(alice.participant_id, surname=f"Test{n}", bsn=BSN) for n in range(90)]
    actions.add_subjects(alice, dossier, many, now=NOW)

    with django_assert_num_queries(2):
        rows = queries.list_subjects(alice, dossier)
    assert len(rows) == 90
    assert queries.list_subjects(alice, dossier, after=rows[79].pk) == rows[80:]


def test_a_later_statement_has_its_own_source_and_makes_a_match(world, alice):
    erik = world.actor("erik")
    mine, theirs = uuid4(), uuid4()
    ref = actions.add_subject(alice, mine, person(alice.participant_id, birth_date=""), now=NOW)
    actions.add_subject(erik, theirs, person(erik.participant_id, bsn=BSN), now=NOW)
    state(erik, ref, mine, "bsn", BSN)

    (match,) = queries.find_matches(alice, mine, within=[theirs], now=NOW)

    assert match.subject_ref == ref
    (row,) = queries.list_statements(alice, mine)
    assert (row.value, row.source_name) == ("***0019", "Belastingdienst")


def test_a_statement_is_superseded_never_overwritten(alice):
    dossier = uuid4()
    ref = actions.add_subject(alice, dossier, person(alice.participant_id), now=NOW)
    old = state(alice, ref, dossier, "phones", "0612345678")
    new = state(alice, ref, dossier, "phones", "0687654321", supersedes=old)

    rows = {row.id: row for row in queries.list_statements(alice, dossier)}
    assert (rows[old].value, rows[old].superseded) == ("+31612345678", True)
    assert (rows[new].value, rows[new].superseded) == ("+31687654321", False)
    assert queries.search_dossier_ids(alice, "0612345678", within=[dossier]) == []
    assert queries.search_dossier_ids(alice, "0687654321", within=[dossier]) == [dossier]
    with pytest.raises(Conflict):
        state(alice, ref, dossier, "phones", "0611111111", supersedes=old)


def test_a_statement_needs_a_known_field_a_real_value_and_the_right_dossier(alice):
    dossier = uuid4()
    ref = actions.add_subject(alice, dossier, person(alice.participant_id), now=NOW)

    for field, value in (("shoe_size", "44"), ("bsn", "1"), ("phones", " ")):
        with pytest.raises(Invalid):
            state(alice, ref, dossier, field, value)
    with pytest.raises(NotFound):
        state(alice, ref, uuid4(), "town", "Test")


def test_what_was_derived_can_be_rebuilt_the_same(alice):
    dossier = uuid4()
    ref = actions.add_subject(alice, dossier, person(alice.participant_id, bsn=BSN), now=NOW)
    state(alice, ref, dossier, "phones", "0612345678")

    def derived():
        return (
            set(BlockingKey.objects.values_list("subject_id", "h")),
            set(SearchToken.objects.values_list("subject_id", "token")),
            list(Subject.objects.values_list("record", "bsn_index")),
        )

    before = derived()
    BlockingKey.objects.all().delete()
    SearchToken.objects.all().delete()

    assert actions.rebuild_index(SYSTEM, now=NOW) == 1
    assert derived() == before


def test_the_register_finds_and_erases_a_person(alice):
    dossier = uuid4()
    old = person(alice.participant_id, bsn=BSN, first_processed_date=date(2020, 1, 1))
    gone = actions.add_subject(alice, dossier, old, now=NOW)
    stays = actions.add_subject(alice, dossier, person(alice.participant_id, bsn=BSN), now=NOW)
    state(alice, stays, dossier, "bsn", BSN)
    source = SOURCES["subjects.Subject"]

    assert set(source.find(BSN)) == set(source.find("Testberg")) == {str(gone), str(stays)}
    assert len(list(SOURCES["subjects.Statement"].find(BSN))) == 1
    assert source.erase_before(datetime(2021, 1, 1, tzinfo=UTC)) == 1
    assert set(source.find(BSN)) == {str(stays)}
    assert SOURCES["subjects.Statement"].erase_before(datetime(2027, 1, 1, tzinfo=UTC)) == 1
    assert not Statement.objects.exists()
