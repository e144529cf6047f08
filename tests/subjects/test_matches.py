"""Hits between dossiers: asked for one dossier, by a person, explained and logged."""

import json
from itertools import combinations
from uuid import uuid4

import pytest
from django.db import connection

from tests.subjects.facts import BSN, OTHER_BSN, facts, person
from tests.world import NOW, SYSTEM
from wegwijzer.kernel.errors import NotAllowed
from wegwijzer.logbook.models import Line
from wegwijzer.subjects import actions, finding, queries, records
from wegwijzer.subjects.models import Subject
from wegwijzer.subjects.rules import Sameness, Strength, SubjectKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(world):
    """Return two people of two participants, each with a dossier of their own."""
    return world.actor("alice"), uuid4(), world.actor("erik"), uuid4()


def add(actor, dossier, **content):
    return actions.add_subject(actor, dossier, person(actor.participant_id, **content), now=NOW)


def find(actor, dossier, *within):
    return queries.find_matches(actor, dossier, within=within, now=NOW)


def test_another_spelling_in_another_dossier_is_found_and_explained(two):
    alice, mine, erik, theirs = two
    ref = add(alice, mine, given_names="Willem", surname="Testberg", phones=("0612345678",))
    other = add(erik, theirs, given_names="Wim", surname="Tesberg", phones=("06-12345678",))

    (match,) = find(alice, mine, theirs)

    assert (match.subject_ref, match.other_ref) == (ref, other)
    assert (match.other_dossier_id, match.other_participant_id) == (theirs, erik.participant_id)
    assert match.strength is Strength.VERY_STRONG
    fields = {row.field: row for row in match.explanation}
    assert fields["Telefoonnummer"].text().startswith("Telefoonnummer gelijk")
    assert fields["Geboortedatum"].weight_label == "sterk voor"
    assert "Wim" in fields["Voornaam"].text()
    assert match.judgement is None


def test_what_the_asker_may_not_know_is_not_found(two):
    alice, mine, erik, theirs = two
    add(alice, mine, bsn=BSN)
    add(erik, theirs, bsn=BSN)

    assert find(alice, mine) == []
    assert find(alice, mine, uuid4()) == []


def test_a_query_says_as_well_what_the_asker_may_know(two):
    alice, mine, erik, theirs = two
    add(alice, mine, bsn=BSN)
    add(erik, theirs, bsn=BSN)
    known = Subject.objects.filter(dossier_id=theirs).values("dossier_id")
    unknown = Subject.objects.filter(dossier_id=uuid4()).values("dossier_id")

    for within in (known, [known], [unknown, known], known.union(unknown)):
        assert len(queries.find_matches(alice, mine, within=within, now=NOW)) == 1
        assert queries.search_dossier_ids(alice, "testberg", within=within) == [theirs]
    for within in (unknown, known.none(), [known.none(), unknown]):
        assert queries.find_matches(alice, mine, within=within, now=NOW) == []


def test_a_question_planned_for_good_hears_what_came_later_and_who_may_know(two):
    alice, mine, erik, _theirs = two
    add(alice, mine, bsn=BSN)
    for times in range(1, 12):
        theirs = uuid4()
        add(erik, theirs, bsn=BSN)
        known = Subject.objects.filter(source_id=erik.participant_id).values("dossier_id")
        nobody = Subject.objects.filter(source_id=uuid4()).values("dossier_id")

        assert len(queries.find_matches(alice, mine, within=known, now=NOW)) == times
        assert queries.find_matches(alice, mine, within=nobody, now=NOW) == []
        assert len(find(alice, mine, theirs)) == 1

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements")
            assert cursor.fetchone()[0] >= 3


def test_the_same_dossier_gives_each_pair_once(two):
    alice, mine, *_ = two
    for _ in range(3):
        add(alice, mine, bsn=BSN)

    pairs = [frozenset((row.subject_ref, row.other_ref)) for row in find(alice, mine)]

    assert len(pairs) == len(set(pairs)) == 3


def test_a_dossier_is_asked_about_with_those_that_led_to_it(two):
    alice, mine, erik, theirs = two
    led = uuid4()
    ends = [add(alice, mine, bsn=BSN), add(alice, led, bsn=BSN), add(erik, theirs, bsn=BSN)]
    add(erik, uuid4(), bsn=BSN)

    found = queries.find_matches(alice, (mine, led), within=[theirs], now=NOW)

    pairs = [frozenset((row.subject_ref, row.other_ref)) for row in found]
    assert sorted(pairs, key=hash) == sorted(map(frozenset, combinations(ends, 2)), key=hash)
    assert {row.subject_dossier_id for row in found} == {mine, led}
    actions.judge_same(
        alice, *ends[1:], for_dossier=(mine, led), within=[theirs], reason="BRP", now=NOW
    )
    (judged,) = queries.list_judgements(alice, mine)
    assert {judged.a_ref, judged.b_ref} == set(ends[1:])


def test_a_large_dossier_is_asked_about_in_parts(two):
    alice, mine, *_ = two
    for _ in range(3):
        add(alice, mine, bsn=BSN)

    first = queries.find_matches(alice, mine, within=(), now=NOW, limit=2)
    rest = queries.find_matches(alice, mine, within=(), now=NOW, limit=2, after=first.next_after)

    assert (len(first), len(rest), rest.next_after) == (3, 0, None)


def test_asking_is_logged_with_ids_only(two):
    alice, mine, erik, theirs = two
    add(alice, mine, bsn=BSN)
    add(erik, theirs, bsn=BSN)

    find(alice, mine, theirs)

    line = Line.objects.order_by("-position").first()
    assert (line.act, line.outcome, line.dossier_id) == ("subjects.find_matches", "read", mine)
    assert json.loads(line.body)["details"] == {"asked": 1, "found": 1, "skipped": []}
    assert "Testberg" not in line.body


@pytest.mark.parametrize("name", ["otto", "pia", None])
def test_only_a_person_who_processes_may_ask(world, name):
    actor = world.actor(name) if name else SYSTEM

    with pytest.raises(NotAllowed):
        queries.find_matches(actor, uuid4(), within=(), now=NOW)


def test_two_different_bsns_are_said_first_and_never_strong(two):
    alice, mine, erik, theirs = two
    twin = {"phones": ("0612345678",), "ibans": ("NL91ABNA0417164300",)}
    address = {"street": "Dorpsstraat", "house_number": "1", "postcode": "1234AB", "town": "Test"}
    add(alice, mine, bsn=BSN, **twin, **address)
    add(erik, theirs, bsn=OTHER_BSN, **twin, **address)

    for match in find(alice, mine, theirs):
        assert match.strength is Strength.POSSIBLE
        assert match.explanation[0].field == "BSN"
        assert "twee personen" in match.explanation[0].text()


def test_facts_that_are_not_stored_find_the_same(two):
    alice, mine, erik, theirs = two
    other = add(erik, theirs, bsn=BSN)
    asked = person(alice.participant_id, bsn=BSN)

    (match,) = queries.match_facts(alice, asked, for_dossier=mine, within=[theirs], now=NOW)

    assert (match.subject_ref, match.other_ref) == (None, other)
    assert Subject.objects.count() == 1


def test_a_judgement_shows_with_the_match(two):
    alice, mine, erik, theirs = two
    a, b = add(alice, mine, bsn=BSN), add(erik, theirs, bsn=BSN)
    actions.judge_same(alice, a, b, for_dossier=mine, within=[theirs], reason="BRP", now=NOW)

    (match,) = find(alice, mine, theirs)

    assert match.judgement is Sameness.SAME


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (SubjectKind.VEHICLE, {"plate": "XX-99-XX"}, {"plate": "xx99xx", "make": "Test"}),
        (SubjectKind.VESSEL, {"imo": "9074729"}, {"imo": "IMO 9074729", "vessel_name": "Ander"}),
        (SubjectKind.PHONE, {"phones": ("0612345678",)}, {"phones": ("+31 6 12345678",)}),
        (
            SubjectKind.ACCOUNT,
            {"ibans": ("NL91ABNA0417164300",)},
            {"ibans": ("nl91 abna 0417164300",)},
        ),
        (
            SubjectKind.ADDRESS,
            {"postcode": "1234 AB", "house_number": "1", "house_suffix": "a"},
            {"postcode": "1234ab", "house_number": "1", "house_suffix": "A", "town": "Test"},
        ),
    ],
)
def test_things_are_found_by_their_numbers_and_explained_alike(two, kind, one, other):
    alice, mine, erik, theirs = two
    actions.add_subject(alice, mine, facts(kind, alice.participant_id, **one), now=NOW)
    actions.add_subject(erik, theirs, facts(kind, erik.participant_id, **other), now=NOW)

    (match,) = find(alice, mine, theirs)

    assert match.strength is Strength.VERY_STRONG
    assert match.explanation[0].weight_label == "sterk voor"


def test_a_vessel_with_the_same_name_is_only_possible(two):
    alice, mine, erik, theirs = two
    for actor, dossier, number in ((alice, mine, "9074729"), (erik, theirs, "9321483")):
        told = facts(
            SubjectKind.VESSEL, actor.participant_id, vessel_name="Vrouwe Test", imo=number
        )
        actions.add_subject(actor, dossier, told, now=NOW)

    (match,) = find(alice, mine, theirs)

    assert match.strength is Strength.POSSIBLE


def test_a_key_that_many_share_is_asked_again_among_what_is_known(two, monkeypatch):
    monkeypatch.setattr(records, "most_sharing", lambda kind, rule: 3)
    alice, mine, erik, theirs = two
    add(alice, mine, bsn=BSN)
    other = add(erik, theirs, bsn=BSN)
    for _ in range(6):
        add(erik, uuid4(), bsn=BSN)

    found = find(alice, mine, theirs)

    assert [row.other_ref for row in found] == [other]
    assert found.skipped == frozenset()


def test_what_was_skipped_is_said(two, monkeypatch):
    monkeypatch.setattr(records, "most_sharing", lambda kind, rule: 3)
    alice, mine, erik, theirs = two
    add(alice, mine, bsn=BSN)
    for _ in range(6):
        add(erik, theirs, bsn=BSN)

    assert "bsn" in find(alice, mine, theirs).skipped


def test_a_dossier_of_one_takes_few_queries(two, django_assert_max_num_queries):
    alice, mine, erik, theirs = two
    for number in range(8):
        add(alice, mine, phones=(f"061234567{number}",))
        add(erik, theirs, phones=(f"061234567{number}",))

    with django_assert_max_num_queries(11):
        find(alice, mine, theirs)


def test_no_table_holds_a_bsn_in_clear(two):
    alice, mine, erik, theirs = two
    a, b = add(alice, mine, bsn=BSN), add(erik, theirs, bsn=BSN)
    actions.judge_same(alice, a, b, for_dossier=mine, within=[theirs], reason="BRP", now=NOW)
    find(alice, mine, theirs)
    queries.search_dossier_ids(alice, BSN, within=[mine])
    queries.reveal_bsn(alice, a, dossier_id=mine, reason="Controle", now=NOW)

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for value in row:
                    text = (
                        bytes(value)
                        if isinstance(value, memoryview | bytes)
                        else str(value).encode()
                    )
                    assert BSN.encode() not in text, table


def test_the_engine_and_the_database_agree_on_every_pair(two):
    alice, mine, erik, theirs = two
    spellings = ["Testberg", "Tesberg", "Testbergh", "Anders", "van Anderen"]
    dates = ["1980-05-12", "1980-12-05", "1980", "1991-01-01"]
    refs = {}
    for dossier, actor in ((mine, alice), (theirs, erik)):
        for number, surname in enumerate(spellings * 2):
            add(actor, dossier, surname=surname, birth_date=dates[number % 4], given_names="Jan")
    everything = [
        entry
        for dossier in (mine, theirs)
        for entry in finding.entries_of([dossier], after=0, limit=100)
    ]
    refs = {entry.pk: entry for entry in everything}

    expected = set()
    for a in everything:
        keys = {key.number for key in records.keys_of(a.kind, a.record)}
        for b in everything:
            shared = keys & {key.number for key in records.keys_of(b.kind, b.record)}
            inside = a.dossier_id == mine and (b.dossier_id == theirs or b.pk > a.pk)
            if (
                a.pk != b.pk
                and shared
                and inside
                and list(records.ranked(a.kind, a.record, {b.pk: b.record}))
            ):
                expected.add((a.ref, b.ref))

    assert {(row.subject_ref, row.other_ref) for row in find(alice, mine, theirs)} == expected
    assert len(refs) == 20


def test_an_explanation_shows_how_both_partners_wrote_it(two):
    alice, mine, erik, theirs = two
    for actor, dossier, given, phone in (
        (alice, mine, "Willem", "06-12345678"),
        (erik, theirs, "Wim", "0031 6 12345678"),
    ):
        add(
            actor, dossier, given_names=given, surname="Testberg", prefix="van der", phones=(phone,)
        )
    for actor, dossier, name in (
        (alice, mine, "Café Het Stille Uur"),
        (erik, theirs, "CAFE HET STILLE UUR"),
    ):
        told = facts(SubjectKind.ORGANISATION, actor.participant_id, name=name, kvk="94769703")
        actions.add_subject(actor, dossier, told, now=NOW)

    rows = {row.field: row for match in find(alice, mine, theirs) for row in match.explanation}

    assert rows["Naam"].text() == "Naam gelijk: Café Het Stille Uur."
    assert rows["Naam"].also == "CAFE HET STILLE UUR"
    assert "Willem en Wim" in rows["Voornaam"].text() and rows["Voornaam"].also == ""
    assert rows["Achternaam"].text() == "Achternaam gelijk: van der Testberg."
    assert rows["Achternaam"].also == ""
    assert rows["Geboortedatum"].text() == "Geboortedatum gelijk: 12-05-1980."
