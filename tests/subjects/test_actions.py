"""Adding, finding and removing subjects."""

from dataclasses import replace
from uuid import uuid4

import pytest

from tests.subjects.facts import BSN, facts, person
from tests.world import NOW
from wegwijzer.kernel.errors import Invalid, NotAllowed
from wegwijzer.logbook.models import Line
from wegwijzer.subjects import actions, queries
from wegwijzer.subjects.models import BlockingKey, SearchToken, Subject
from wegwijzer.subjects.rules import Handling, SourceReliability, SubjectKind

pytestmark = pytest.mark.django_db


def test_a_subject_is_listed_as_it_was_told(world):
    alice = world.actor("alice")
    dossier = uuid4()

    ref = actions.add_subject(
        alice,
        dossier,
        person(
            alice.participant_id,
            bsn=BSN,
            phones=("06 12 34 56 78",),
            source_reliability=SourceReliability.B,
            handling=Handling.H2,
        ),
        now=NOW,
    )

    (row,) = queries.list_subjects(alice, dossier)
    assert row.ref == ref
    assert row.title == "Willem van der Testberg"
    assert dict(row.lines)["Geboortedatum"] == "12-05-1980"
    assert dict(row.lines)["Telefoon"] == "+31612345678"
    assert dict(row.lines)["BSN"] == "***0019"
    assert row.source_name == "Politie Voorbeeld"
    assert (row.source_reliability, row.handling) == ("B", "H2")


def test_another_dossier_shows_nothing(world):
    alice = world.actor("alice")
    actions.add_subject(alice, uuid4(), person(alice.participant_id), now=NOW)

    assert queries.list_subjects(alice, uuid4()) == []


@pytest.mark.parametrize("name", ["otto", "pia", "hugo"])
def test_who_does_not_process_adds_nothing(world, name):
    actor = world.actor(name)

    with pytest.raises(NotAllowed):
        actions.add_subject(actor, uuid4(), person(actor.participant_id), now=NOW)

    assert not Subject.objects.exists()
    assert Line.objects.filter(act="subjects.add_subject", outcome="refused").exists()


def test_an_impossible_number_is_refused_with_its_field(world):
    alice = world.actor("alice")

    with pytest.raises(Invalid) as refusal:
        actions.add_subject(alice, uuid4(), person(alice.participant_id, bsn="999990018"), now=NOW)

    assert refusal.value.field == "bsn"


def test_many_are_added_in_the_order_given_or_not_at_all(world):
    alice = world.actor("alice")
    dossier = uuid4()
    many = [person(alice.participant_id, surname=f"Test{number}") for number in range(120)]

    keys = actions.add_subjects(alice, dossier, many, now=NOW)

    rows = queries.list_subjects(alice, dossier, limit=200)
    assert [row.pk for row in rows] == keys
    assert [row.title[-7:].lstrip("erg ") for row in rows][-1] == "Test119"
    with pytest.raises(Invalid):
        actions.add_subjects(alice, dossier, [*many, replace(many[0], bsn="1")], now=NOW)
    assert Subject.objects.filter(dossier_id=dossier).count() == 120


def test_removing_leaves_nothing_behind(world):
    alice = world.actor("alice")
    dossier, other = uuid4(), uuid4()
    for place in (dossier, other):
        actions.add_subject(alice, place, person(alice.participant_id, bsn=BSN), now=NOW)

    assert actions.remove_subjects(alice, dossier, now=NOW) == 1

    assert Subject.objects.get().dossier_id == other
    left = set(Subject.objects.values_list("id", flat=True))
    assert set(SearchToken.objects.values_list("subject_id", flat=True)) <= left
    assert set(BlockingKey.objects.values_list("subject_id", flat=True)) <= left


def test_the_bsn_is_shown_to_who_asks_with_a_reason_and_the_look_is_logged(world):
    alice = world.actor("alice")
    dossier = uuid4()
    ref = actions.add_subject(alice, dossier, person(alice.participant_id, bsn=BSN), now=NOW)

    with pytest.raises(Invalid):
        queries.reveal_bsn(alice, ref, dossier_id=dossier, reason="", now=NOW)
    shown = queries.reveal_bsn(alice, ref, dossier_id=dossier, reason="Controle BRP", now=NOW)

    assert shown == BSN
    line = Line.objects.order_by("-position").first()
    assert (line.act, line.outcome, line.dossier_id) == ("subjects.reveal_bsn", "read", dossier)
    assert BSN not in line.body


@pytest.mark.parametrize(
    ("kind", "content", "title"),
    [
        (
            SubjectKind.ORGANISATION,
            {"name": "Bakkerij Test B.V.", "kvk": "1234567"},
            "Bakkerij Test B.V.",
        ),
        (
            SubjectKind.ADDRESS,
            {"street": "Dorpsstraat", "house_number": "1", "postcode": "1234ab", "town": "Test"},
            "Dorpsstraat 1, 1234 AB Test",
        ),
        (SubjectKind.VEHICLE, {"plate": "xx-99-xx"}, "XX99XX"),
        (SubjectKind.VESSEL, {"imo": "IMO 9074729", "vessel_name": "Testschip"}, "Testschip"),
        (SubjectKind.PHONE, {"phones": ("0612345678",)}, "+31612345678"),
        (SubjectKind.ACCOUNT, {"ibans": ("NL91 ABNA 0417 1643 00",)}, "NL91ABNA0417164300"),
    ],
)
def test_each_kind_has_a_title(world, kind, content, title):
    alice = world.actor("alice")
    dossier = uuid4()

    actions.add_subject(alice, dossier, facts(kind, alice.participant_id, **content), now=NOW)

    assert queries.list_subjects(alice, dossier)[0].title == title
