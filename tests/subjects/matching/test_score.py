"""Two records compared, and why."""

import itertools
import json

from hypothesis import given
from hypothesis import strategies as st

from bench.dutch_records import organisations, persons
from wegwijzer.subjects.matching.columns import kept, opened, row_of
from wegwijzer.subjects.matching.definitions.organisation import organisation_model
from wegwijzer.subjects.matching.definitions.person import person_model
from wegwijzer.subjects.matching.keys import keys_of, row_keys
from wegwijzer.subjects.matching.normalise import organisation, person
from wegwijzer.subjects.matching.realtime import lookup, suggest
from wegwijzer.subjects.matching.record import PersonRecord, RawPerson
from wegwijzer.subjects.matching.score import Band, compare, compare_rows, scorer_for
from wegwijzer.subjects.matching.sentences import field_label, sentence_for
from wegwijzer.subjects.matching.spec import shipped, spec_from_json, spec_to_json

PEPPER = b"p" * 32
PEOPLE = [(one.subject, person(one.raw)) for one in persons(400, seed=3)]
FIRMS = [(one.subject, organisation(one.raw)) for one in organisations(200, seed=3)]
people = st.sampled_from([record for _, record in PEOPLE])
KEES = person(
    RawPerson(
        given_names="Cornelis",
        surname="Jansen-de Vries",
        birth_date="12-03-1980",
        postcode="1011AB",
        house_number="12",
        phones=("0612345678",),
        bsn="111222333",
    )
)


def test_the_models_survive_json():
    for kind in ("person", "organisation"):
        assert spec_from_json(spec_to_json(shipped(kind))) == shipped(kind)


def test_the_shipped_models_are_those_of_the_definitions():
    for untrained in (person_model(), organisation_model()):
        trained = shipped(untrained.kind)
        assert trained.keys == untrained.keys
        for one, other in zip(trained.fields, untrained.fields, strict=True):
            assert one.name == other.name
            assert [(x.label, x.conditions) for x in one.levels] == [
                (x.label, x.conditions) for x in other.levels
            ]


@given(people, people)
def test_a_row_that_was_kept_compares_and_is_found_as_before(one, other):
    spec, row = shipped("person"), row_of(one)
    again = opened("person", json.loads(json.dumps(kept(row))))
    assert row_keys(spec, again, pepper=PEPPER) == keys_of(spec, one, pepper=PEPPER)
    assert compare_rows(spec, again, row_of(other)) == compare(spec, one, other)


def test_every_outcome_has_a_name_and_a_sentence_that_fills():
    for kind in ("person", "organisation"):
        for one in shipped(kind).fields:
            assert field_label(one.name) != one.name
            assert one.levels[0].missing
            assert not one.levels[-1].conditions
            for level in one.levels[1:]:
                assert sentence_for(one.name, level.label) % {"left": "a", "right": "b"}


def test_exact_weighs_most_and_different_weighs_least():
    for kind in ("person", "organisation"):
        for one in shipped(kind).fields:
            weights = [level.weight for level in one.levels if not level.missing]
            if one.name == "household":
                assert {round(weight) for weight in weights} == {0, -10}
                continue
            assert max(weights) <= weights[0] + 1e-9
            assert min(weights) >= weights[-1] - 1e-9
            assert -20 <= weights[-1] <= 0 <= weights[0] <= 20


@given(people, people)
def test_comparing_is_the_same_both_ways_round(a, b):
    spec = shipped("person")
    assert abs(compare(spec, a, b).weight - compare(spec, b, a).weight) < 1e-12


@given(people, people)
def test_a_record_is_never_more_like_another_than_like_itself(a, b):
    spec = shipped("person")
    itself = compare(spec, a, a).weight
    shared = {one.field for one in compare(spec, a, b).fields}
    likely = sum(one.weight for one in compare(spec, a, a).fields if one.field in shared)
    other = sum(one.weight for one in compare(spec, a, b).fields)
    assert itself >= spec.prior_weight
    assert likely >= other - 4.0


def test_every_field_explains_itself_in_dutch():
    other = person(
        RawPerson(
            given_names="Kees",
            surname="de Vries",
            birth_date="1980-12-03",
            postcode="1011 ab",
            house_number="12",
            phones=("+31 6 12345678",),
            bsn="111222333",
        )
    )
    found = {one.field: one for one in compare(shipped("person"), KEES, other).fields}
    assert found["given"].text() == "Voornamen zijn vormen van dezelfde naam: Cornelis en Kees."
    assert found["birth_date"].text() == (
        "Dag en maand zijn omgewisseld: 12-03-1980 en 03-12-1980."
    )
    assert found["bsn"].text() == "BSN gelijk."
    assert found["bsn"].band is Band.STRONGLY_FOR
    assert "111222333" not in "".join(one.text() for one in found.values())


def test_what_is_missing_says_nothing():
    assert compare(shipped("person"), KEES, PersonRecord()).fields == ()


def test_keys_are_the_same_for_ever_and_differ_by_pepper():
    spec = shipped("person")
    keys = keys_of(spec, KEES, pepper=PEPPER)
    assert keys == keys_of(spec, KEES, pepper=PEPPER)
    assert all(-(2**63) <= key.number < 2**63 for key in keys)
    assert not {key.number for key in keys} & {
        key.number for key in keys_of(spec, KEES, pepper=b"q" * 32)
    }
    assert keys[0].rule == "bsn"


def _index(spec, records):
    table = {}
    for identity, record in enumerate(records):
        for key in keys_of(spec, record, pepper=PEPPER):
            table.setdefault(key.number, []).append(identity)
    return lambda keys, most: {key: table[key][:most] for key in keys if key in table}


def test_the_strongest_suggestion_is_of_the_same_subject():
    for spec, told in ((shipped("person"), PEOPLE), (shipped("organisation"), FIRMS)):
        records = [record for _, record in told]
        fetch = _index(spec, records)
        hits = right = 0
        for identity, (subject, record) in enumerate(told):
            answer = suggest(
                spec, record, pepper=PEPPER, fetch=fetch, itself=identity,
                load=lambda wanted, records=records: {one: records[one] for one in wanted},
            )  # fmt: skip
            weights = [one.comparison.weight for one in answer.suggestions]
            assert weights == sorted(weights, reverse=True)
            if answer.suggestions:
                hits += 1
                right += told[answer.suggestions[0].identity][0] == subject
        assert hits > len(told) * 0.4
        assert right > hits * 0.97


def test_a_key_that_too_many_share_is_skipped_and_named():
    spec = shipped("person")
    keys = keys_of(spec, KEES, pepper=PEPPER)
    busy = next(key for key in keys if key.rule == "date alone")
    found = lookup(spec, keys, lambda wanted, most: {busy.number: list(range(most))})
    assert found.skipped_rules == ("date alone",)
    assert found.identities == ()


def test_other_people_rarely_come_near():
    spec = shipped("person")
    weigh = scorer_for(spec).against
    rows = [(subject, row_of(record)) for subject, record in PEOPLE]
    pairs = [(a, b) for (s, a), (t, b) in itertools.combinations(rows, 2) if s != t]
    assert sum(weigh(a)(b) >= spec.suggest_at for a, b in pairs) <= len(pairs) * 0.0005
