"""The pages of signals: keep at any moment, submit, check, weigh, and find nothing of others."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.signals import made
from tests.signals.made import LONG, NOW
from tests.world import SYSTEM
from wegwijzer.network.models import Person
from wegwijzer.signals import actions
from wegwijzer.signals.models import Signal
from wegwijzer.signals.queries import find_hits, list_present_today
from wegwijzer.signals.rules import SHORTEST

REPORT = {
    "title": "Loods met afgeplakte ramen",
    "phenomenon": "car_trade",
    "description": LONG * 2,
    "interventions_text": "",
    "place": "Voorbeeldstad",
    "period_from": "2026-01-10",
    "period_to": "",
    "ground": "Politiewet 2012 art. 3",
    "purpose_text": LONG,
    "organised_crime_text": LONG,
    "source_reliability": "B",
    "information_reliability": "2",
    "handling": "H0",
    "blocks": "0",
}
PERSON = {
    "blocks": "1",
    "subjects-0-kind": "person",
    "subjects-0-role": "subject",
    "subjects-0-surname": "Voorbeeldman",
    "subjects-0-given_names": "Bram",
}


@pytest.fixture
def page(world, client, settings):
    """Sign in as somebody and ask for a page."""
    actions.load_phenomena(SYSTEM, now=NOW)
    backend = settings.AUTHENTICATION_BACKENDS[0]

    def ask(who, name, *args, data=None, query=""):
        client.force_login(Person.objects.get(name=who), backend=backend)
        url = reverse(name, args=args) + query
        return client.get(url) if data is None else client.post(url, data)

    return ask


def only() -> Signal:
    return Signal.objects.get()


def test_a_draft_is_kept_with_only_a_title(page):
    answer = page("alice", "signal-new", data={"title": "Iets", "blocks": "0", "do": "save"})

    assert answer.status_code == 302
    assert only().title == "Iets"
    assert page("alice", "signal", only().id).status_code == 200


def test_a_button_adds_a_block_and_loses_nothing(page):
    answer = page("alice", "signal-new", data=REPORT | PERSON | {"do": "add:vehicle"})
    again = page("alice", "signal-edit", only().id)

    assert answer["Location"].endswith("#block-2")
    assert b'name="subjects-1-plate"' in again.content
    assert b"Voorbeeldman" in again.content
    assert b"Loods met afgeplakte ramen" in again.content


def test_a_block_is_taken_away_again(page):
    page("alice", "signal-new", data=REPORT | PERSON | {"do": "add:victim"})
    sent = (
        REPORT | PERSON | {"blocks": "2", "subjects-1-kind": "person", "subjects-1-role": "victim"}
    )
    page("alice", "signal-edit", only().id, data=sent | {"do": "remove:0"})

    again = page("alice", "signal-edit", only().id).content
    assert b"Voorbeeldman" not in again
    assert b'value="victim"' in again


def test_submitting_names_everything_that_is_missing_and_keeps_the_draft(page):
    wrong = PERSON | {"subjects-0-bsn": "123456789"}
    sent = REPORT | wrong | {"purpose_text": "", "ground": "", "do": "submit"}

    answer = page("alice", "signal-new", data=sent)
    shown = page("alice", "signal-edit", only().id, query="?nazien=ja").content.decode()

    assert answer["Location"].endswith("?nazien=ja#error-summary")
    assert only().status == "draft"
    assert 'href="#id_purpose_text"' in shown
    assert 'href="#id_ground"' in shown
    assert 'href="#id_subjects-0-bsn"' in shown


def test_a_signal_goes_from_form_to_decision_through_the_pages(page, world):
    page("alice", "signal-new", data=REPORT | PERSON | {"do": "submit"})
    signal = only().id
    page("dora", "signal-intake", signal, data={"do": "take", "remark": ""})
    for key in "abcd":
        told = {"do": f"criterion:{key}", "weight": "heavy", "explanation": LONG}
        page("bob", "weigh", signal, data=told)
    present = [str(world.designations[name]) for name in ("alice", "bob")]
    page("bob", "weigh", signal, data={"do": "present", "present": present})
    page("bob", "weigh", signal, data={"do": "purpose", "fits": "yes", "reason": LONG})
    shown = page("bob", "weigh", signal).content.decode()
    told = {"do": "decide:accepted", "reason": LONG, "necessity": LONG}
    page("bob", "weigh", signal, data=told)

    assert "disabled" not in shown
    assert only().status == "accepted"


def test_what_the_law_refuses_is_not_offered_and_not_done(page, world):
    signal = made.in_weighing(world)

    shown = page("bob", "weigh", signal).content.decode()
    told = {"do": "decide:accepted", "reason": LONG, "necessity": LONG}
    answer = page("bob", "weigh", signal, data=told)

    assert shown.count("disabled aria-describedby") == 4
    assert answer.status_code == 403
    assert Signal.objects.get(id=signal).status == "in_weighing"


def test_what_accepting_needs_is_asked_at_its_field(page, world):
    signal = made.weighed(world)

    answer = page("bob", "weigh", signal, data={"do": "decide:accepted", "reason": LONG})

    assert answer.status_code == 422
    assert "necessity" in answer.context["forms"]["decide"].errors
    assert Signal.objects.get(id=signal).status == "in_weighing"


def test_a_returned_signal_says_why(page, world):
    signal = made.submitted(world)

    refused = page("dora", "signal-intake", signal, data={"do": "return", "reason": "kort"})
    page(
        "dora",
        "signal-intake",
        signal,
        data={"do": "return", "reason": "Vertel wie het zag en wanneer."},
    )

    assert refused.status_code == 422
    assert b"Vertel wie het zag" in page("alice", "signal-edit", signal).content


def test_a_hit_is_judged_from_the_table(page, world):
    made.in_weighing(world, "alice")
    signal = made.in_weighing(world, "bob")
    match = find_hits(world.actor("bob"), signal, now=NOW).rows[0].match
    args = ("signal-hit", signal, match.subject_ref, match.other_ref)

    assert page("bob", *args).status_code == 200
    answer = page("bob", *args, data={"sameness": "same", "reason": LONG}, query="?tafel=ja")

    assert answer["Location"] == reverse("weigh", args=[signal])
    assert page("bob", "signal-hits", signal).status_code == 200
    assert b"Oordeel intrekken" in page("bob", *args).content
    page("bob", *args, data={"do": "undo"})
    assert find_hits(world.actor("bob"), signal, now=NOW).rows[0].match.judgement is None
    assert b"Oordeel intrekken" not in page("bob", *args).content


@pytest.mark.parametrize(
    "name", ["signal", "signal-edit", "signal-discard", "signal-intake", "signal-hits", "weigh"]
)
def test_another_participants_id_is_the_same_as_one_that_does_not_exist(page, world, name):
    signal = made.submitted(world)

    for who in ("bob", "carol", "zoe", "otto", "pia"):
        there, absent = page(who, name, signal), page(who, name, uuid4())
        assert (there.status_code, absent.status_code) == (404, 404)
        assert made_equal(there.content, signal) == made_equal(absent.content, None)


def made_equal(content: bytes, signal) -> bytes:
    """Leave out what differs in any two answers: the token of the form and the address."""
    return re.sub(rb'(value|token|next|csrf)[^>]*"[^"]{20,}"|[0-9a-f-]{36}', b"", content)


@pytest.mark.parametrize(
    "query",
    ["?status=x", "?participant=x", "?since=gisteren", "?after=x", "?before=1", "?phenomenon=x",
     "?q=" + "a" * 300, "?until=2026-13-01"],
)  # fmt: skip
def test_a_value_that_cannot_be_is_a_400(page, query):
    assert page("alice", "signals", query=query).status_code == 400


@pytest.mark.parametrize("wish", ["x", "add:x", "add:"])
def test_a_button_that_does_not_exist_is_a_400(page, wish):
    assert page("alice", "signal-new", data=REPORT | {"do": wish}).status_code == 400


def test_the_list_narrows_and_says_what_to_do_when_it_is_empty(page, world):
    made.submitted(world)

    assert b"ON-2026-0001" in page("alice", "signals", query="?status=submitted").content
    assert b"ON-2026-0001" not in page("alice", "signals", query="?status=rejected").content
    assert b"ON-2026-0001" not in page("carol", "signals").content


def test_only_a_reporter_starts_a_signal_and_only_the_table_sees_the_agenda(page):
    assert page("fons", "signal-new").status_code == 403
    assert page("carol", "weighing-table").status_code == 403
    assert page("bob", "weighing-table").status_code == 200


def test_a_draft_is_thrown_away_after_asking(page, world):
    signal = made.drafted(world)

    assert page("alice", "signal-discard", signal).status_code == 200
    page("alice", "signal-discard", signal, data={})

    assert not Signal.objects.exists()


@pytest.mark.parametrize("name", ["signals", "signal", "signal-hits", "weigh"])
def test_a_page_takes_fewer_than_thirty_queries(
    page, client, world, name, django_assert_max_num_queries
):
    made.in_weighing(world, "alice")
    signal = made.in_weighing(world, "bob")
    args = [] if name == "signals" else [signal]
    page("bob", name, *args)

    with django_assert_max_num_queries(29):
        client.get(reverse(name, args=args))


def test_an_accepted_signal_leads_to_opening_a_case_with_it(page, world):
    signal = made.accepted(world)
    other = made.accepted(world)

    address = f"{reverse('case-open')}?signal={signal}"
    assert address in page("fons", "signal", signal).content.decode()
    form = page("fons", "case-open", query=f"?signal={signal}").content.decode()
    assert form.index(str(signal)) < form.index(str(other))
    waiting = made.in_weighing(world)
    assert "Casus openen" not in page("alice", "signal", waiting).content.decode()


def test_intake_and_table_say_the_same_of_signals_that_look_alike(page, world):
    signal = made.submitted(world)
    alone = page("dora", "signal-intake", signal).content.decode()
    twin = made.submitted(world, given_names="Iemand", surname="Anders", birth_date="1955-01-02")
    found = page("dora", "signal-intake", signal).content.decode()
    for one in (signal, twin):
        page("dora", "signal-intake", one, data={"do": "take", "remark": ""})
    table = page("bob", "weigh", signal).content.decode()

    number = Signal.objects.get(id=twin).number
    assert "Er is geen ander signaal over hetzelfde fenomeen" in alone
    assert "Er is geen ander signaal" not in found and "Er zijn andere signalen" in found
    assert "is geen treffer gevonden" in table
    assert "Over hetzelfde fenomeen op dezelfde plaats:" in table and number in table


def test_after_the_intake_check_comes_the_next_signal_or_the_one_just_done(page, world):
    first, second = made.submitted(world), made.submitted(world)
    number = Signal.objects.get(id=second).number

    answer = page("dora", "signal-intake", second, data={"do": "take", "remark": ""})
    shown = page("dora", "signal-intake", first).content.decode()
    last = page("dora", "signal-intake", first, data={"do": "return", "reason": LONG})

    assert answer["Location"] == reverse("signal-intake", args=[first])
    link = f'<a href="{reverse("signal", args=[second])}">{number}</a>'
    assert f"{link} staat op de agenda van de weegtafel. Dit is het volgende signaal" in shown
    assert last["Location"] == reverse("signal", args=[first])


def test_who_was_there_today_is_offered_at_the_next_signal_of_the_meeting(page, world):
    first, second = made.in_weighing(world), made.in_weighing(world)
    here = [world.designations[name] for name in ("alice", "bob")]
    told = {"do": "present", "present": [str(one) for one in here]}
    before = page("bob", "weigh", second).content.decode()
    page("bob", "weigh", first, data=told)
    page("bob", "weigh", first, data={"do": "purpose", "fits": "yes", "reason": LONG})

    shown = page("bob", "weigh", second)
    elsewhere = list_present_today(world.actor("zoe"), since=NOW)

    assert "bij de vorige weging" not in before
    assert "bij de vorige weging" in shown.content.decode()
    assert set(shown.context["forms"]["present"]["present"].value()) == set(map(str, here))
    assert list_present_today(world.actor("bob"), since=timezone.now()) == set()
    assert elsewhere == set()
    assert not Signal.objects.get(id=second).weighing.attendance.exists()


def test_who_judged_takes_part_and_the_page_says_of_what(page, world):
    signal = made.in_weighing(world)
    page("bob", "weigh", signal, data={"do": "purpose", "fits": "yes", "reason": LONG})
    for who, keys in (("bob", "ab"), ("erik", "cd")):
        for key in keys:
            told = {"do": f"criterion:{key}", "weight": "heavy", "explanation": LONG}
            page(who, "weigh", signal, data=told)

    shown = page("bob", "weigh", signal).content.decode()
    page("bob", "weigh", signal, data={"do": "decide:accepted", "reason": LONG, "necessity": LONG})

    assert "oordeelde over het doel, criteria a, b" in shown
    assert "oordeelde over criteria c, d; niet als aanwezig vastgelegd" in shown
    assert only().status == "accepted"


def test_a_reason_says_at_its_field_how_short_it_may_be(page, world):
    signal = made.submitted(world)

    assert (
        f"Ten minste {SHORTEST} tekens." in page("dora", "signal-intake", signal).content.decode()
    )


@pytest.mark.parametrize("do", ["save", "submit"])
def test_an_empty_form_is_not_kept_and_says_what_to_do(page, do):
    answer = page("alice", "signal-new", data={"do": do})

    assert answer.status_code == 422
    assert "Schrijf eerst op wat er is gezien" in answer.content.decode()
    assert not Signal.objects.exists()


def test_a_form_that_is_sent_twice_makes_one_draft_and_loses_nothing(page):
    key = str(uuid4())
    sent = REPORT | PERSON | {"subjects-0-bsn": "123456789", "key": key, "do": "submit"}
    page("alice", "signal-new", data=sent)
    answer = page("alice", "signal-new", data=sent | {"title": "Loods met nieuwe ramen"})
    shown = page("alice", "signal", only().id).content.decode()

    assert only().number == "ON-2026-0001" or only().number.endswith("-0001")
    assert only().title == "Loods met nieuwe ramen"
    assert answer["Location"].endswith("?nazien=ja#error-summary")
    assert "Bram Voorbeeldman" in shown and "***6789" in shown and "123456789" not in shown
    assert "Er zijn geen personen of zaken genoemd" not in shown

    page("alice", "signal-new", data=sent | {"subjects-0-bsn": ""})
    late = page("alice", "signal-new", data=sent)
    assert only().status == "submitted"
    assert late["Location"] == reverse("signal", args=[only().id])


def test_the_key_of_somebody_else_makes_a_draft_of_its_own(page, world):
    theirs = made.drafted(world, "bob")

    page("alice", "signal-new", data=REPORT | {"key": str(theirs), "do": "save"})

    assert Signal.objects.count() == 2
    assert Signal.objects.exclude(id=theirs).get().reporter.name == "alice"


def test_a_birth_date_comes_back_as_it_was_typed(page):
    for typed in ("3-4-1980", "03-04-1980", "4-1980", "1980", "3 april 1980"):
        page(
            "alice",
            "signal-new",
            data=REPORT | PERSON | {"subjects-0-birth_date": typed, "do": "save"},
        )
        kept = Signal.objects.latest("created_at").id
        assert f'value="{typed}"' in page("alice", "signal-edit", kept).content.decode()


def test_the_codes_of_a_report_explain_themselves(page):
    shown = page("alice", "signal-new").content.decode()

    assert "Kies X als u het niet weet." in shown and "Kies 4 als niets of niemand" in shown
    assert re.search(r'name="handling" value="H0"[^>]* checked', shown)
    assert not re.search(r'name="(source|information)_reliability"[^>]* checked', shown)
