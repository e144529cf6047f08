"""One definition for all: proposed, consulted, adopted, used, replaced; the text of any day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world import NOW, SYSTEM, TODAY
from wegwijzer.commons import actions, queries
from wegwijzer.commons.rules.terms import PieceKind, Position, Proposal, differences, slugify
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound

YOUNG = Proposal(
    name="Jonge aanwas",
    text="Jongeren die worden geronseld voor georganiseerde criminaliteit.",
    source="Werkgroep jonge aanwas",
    reason="Elke regio telt nu iets anders.",
)
UNTIL = TODAY + timedelta(days=30)


@pytest.fixture
def consulted(network):
    """Return the version of a term that both regions are asked about."""
    lies = network.actor("lies")
    actions.propose_term(lies, YOUNG, now=NOW)
    version = page(network).proposed.id
    actions.open_consultation(lies, version, until=UNTIL, now=NOW)
    return version


def page(network):
    return queries.get_term_page(network.actor("zoe"), "jonge-aanwas", on=TODAY)


def answered(network, version, *people):
    for who in people:
        actions.answer_consultation(network.actor(who), version, Position.AGREE, now=NOW)


def adopted(network, version, on=TODAY):
    answered(network, version, "ria", "rob")
    actions.adopt_term(network.actor("ria"), version, source="Besluit 1", on=on, now=NOW)


@given(st.text(), st.text())
def test_differences_give_both_texts_back(old, new):
    pieces = differences(old, new)
    before = "".join(one.text for one in pieces if one.kind is not PieceKind.ADDED)
    after = "".join(one.text for one in pieces if one.kind is not PieceKind.REMOVED)
    assert (before, after) == (old.strip(), new.strip())


def test_differences_are_few_and_whole():
    pieces = differences("Geronseld voor misdaad tot 23 jaar.", "Geronseld voor, of in, misdaad.")
    assert [(one.kind.value, one.text) for one in pieces] == [
        ("same", "Geronseld voor"),
        ("added", ", of in,"),
        ("same", " misdaad"),
        ("removed", " tot 23 jaar"),
        ("same", "."),
    ]


@given(st.text())
def test_a_slug_is_a_short_plain_word(name):
    assert all(sign.isascii() and (sign.isalnum() or sign == "-") for sign in slugify(name))
    assert len(slugify(name)) <= 48


def test_a_slug_reads_as_the_word():
    assert slugify("  Criminele geldstromen (cash)! ") == "criminele-geldstromen-cash"


def test_a_partner_may_not_propose_a_term(network):
    with pytest.raises(NotAllowed):
        actions.propose_term(network.actor("alice"), YOUNG, now=NOW)


def test_a_word_is_proposed_once(consulted, network):
    with pytest.raises(Conflict):
        actions.propose_term(network.actor("ria"), YOUNG, now=NOW)


def test_both_regions_answer_and_everybody_sees_who_did(consulted, network):
    actions.answer_consultation(
        network.actor("ria"), consulted, Position.COMMENT, comment="Noem de leeftijd.", now=NOW
    )
    says = {one.region_name: one for one in page(network).regions}
    assert says["RIEC Voorbeeld"].position is Position.COMMENT
    assert says["RIEC Voorbeeld"].comment == "Noem de leeftijd."
    assert says["RIEC Voorbeeld"].answered_by == "ria"
    assert says["RIEC Anders"].position is None


def test_only_the_head_of_a_region_answers(consulted, network):
    with pytest.raises(NotAllowed):
        answered(network, consulted, "lies")


def test_an_objection_says_why(consulted, network):
    with pytest.raises(Invalid):
        actions.answer_consultation(
            network.actor("ria"), consulted, Position.DISAGREE, comment=" ", now=NOW
        )


def test_nobody_answers_after_the_last_day(consulted, network):
    late = NOW + timedelta(days=31)
    with pytest.raises(Conflict):
        actions.answer_consultation(network.actor("ria"), consulted, Position.AGREE, now=late)


def test_it_is_not_adopted_while_a_region_may_still_answer(consulted, network):
    answered(network, consulted, "ria")
    with pytest.raises(Conflict):
        actions.adopt_term(network.actor("ria"), consulted, source="B", on=TODAY, now=NOW)


def test_it_is_adopted_after_the_last_day_whoever_was_silent(consulted, network):
    late = NOW + timedelta(days=31)
    actions.adopt_term(network.actor("rob"), consulted, source="B", on=late.date(), now=late)
    assert queries.get_term(network.actor("zoe"), "jonge-aanwas").text == YOUNG.text


def test_a_decision_of_tomorrow_is_none(consulted, network):
    with pytest.raises(Invalid):
        adopted(network, consulted, on=TODAY + timedelta(days=1))


def test_a_project_lead_may_not_adopt(consulted, network):
    answered(network, consulted, "ria", "rob")
    with pytest.raises(NotAllowed):
        actions.adopt_term(network.actor("max"), consulted, source="B", on=TODAY, now=NOW)


def test_a_newer_version_replaces_and_each_day_keeps_its_text(network):
    first, then = date(2024, 5, 1), date(2025, 9, 1)
    newer = Proposal(name=YOUNG.name, text=YOUNG.text + " Ook online.", source="B2", reason="-")
    actions.load_term(SYSTEM, YOUNG, on=first, now=NOW)
    actions.load_term(SYSTEM, newer, on=then, now=NOW)
    zoe = network.actor("zoe")
    numbers = [
        found.number if (found := queries.find_term(zoe, "jonge-aanwas", on=day)) else None
        for day in (date(2024, 4, 30), first, then - timedelta(days=1), then, TODAY)
    ]
    assert numbers == [None, 1, 1, 2, 2]
    with pytest.raises(NotFound):
        queries.get_term(zoe, "jonge-aanwas", on=date(2024, 4, 30))
    years = [
        [row.number for row in queries.list_terms_adopted(zoe, year)] for year in (2023, 2024, 2025)
    ]
    assert years == [[], [1], [2]]


def test_a_changed_proposal_is_a_new_text_to_answer(consulted, network):
    answered(network, consulted, "ria")
    changed = Proposal(name=YOUNG.name, text=YOUNG.text + " Tot 27 jaar.", reason="Leeftijd")
    actions.change_proposal(network.actor("lies"), consulted, changed, now=NOW)
    proposed = page(network).proposed
    assert (proposed.number, proposed.answers) == (2, {})
    assert len(page(network).versions[1].answers) == 1


def test_a_region_works_by_the_adopted_text_from_a_day(consulted, network):
    with pytest.raises(Conflict):
        actions.use_term(network.actor("ria"), consulted, from_date=TODAY, now=NOW)
    adopted(network, consulted)
    with pytest.raises(Invalid):
        actions.use_term(
            network.actor("ria"), consulted, from_date=TODAY - timedelta(days=1), now=NOW
        )
    actions.use_term(
        network.actor("ria"), consulted, from_date=UNTIL, note="Na instructie", now=NOW
    )
    assert [one.uses for one in page(network).regions] == [None, 1]


def test_what_waits_for_a_region_goes_when_it_answers(consulted, network):
    ria = network.actor("ria")
    assert [one.slug for one in queries.list_waiting_terms(ria, on=TODAY)] == ["jonge-aanwas"]
    answered(network, consulted, "ria")
    assert queries.list_waiting_terms(ria, on=TODAY) == []


def test_anybody_who_writes_comments_on_a_proposal(consulted, network):
    actions.comment_on_term(network.actor("alice"), consulted, "Ook in de haven?", now=NOW)
    said = page(network).proposed.comments[0]
    assert (said.said_by, said.region_name, said.text) == (
        "alice", "RIEC Voorbeeld", "Ook in de haven?",
    )  # fmt: skip


def test_terms_are_searched_and_paged(network):
    for name in ("Aa", "Bb", "Cc"):
        actions.propose_term(
            network.actor("ria"), Proposal(name=name, text=YOUNG.text, reason="x"), now=NOW
        )
    zoe = network.actor("zoe")
    first = queries.list_terms(zoe, on=TODAY, limit=2)
    second = queries.list_terms(zoe, on=TODAY, limit=2, after=first.after)
    assert [row.slug for row in (*first.rows, *second.rows)] == ["aa", "bb", "cc"]
    assert queries.list_terms(zoe, on=TODAY, limit=2, before=second.before).rows == first.rows
    assert len(queries.list_terms(zoe, on=TODAY, text="geronseld").rows) == 3


def test_the_time_to_answer_is_only_made_longer(consulted, network):
    lies = network.actor("lies")
    with pytest.raises(Invalid):
        actions.open_consultation(lies, consulted, until=UNTIL - timedelta(days=5), now=NOW)
    with pytest.raises(Invalid):
        actions.open_consultation(lies, consulted, until=TODAY, now=NOW)
    actions.open_consultation(lies, consulted, until=UNTIL + timedelta(days=5), now=NOW)
    assert page(network).proposed.until == UNTIL + timedelta(days=5)


def test_nothing_is_taken_in_beside_an_open_proposal(consulted, network):
    with pytest.raises(Conflict):
        actions.load_term(SYSTEM, YOUNG, on=TODAY, now=NOW)


def test_an_older_decision_does_not_replace_a_newer_one(network):
    actions.load_term(SYSTEM, YOUNG, on=TODAY, now=NOW)
    with pytest.raises(Invalid):
        actions.load_term(SYSTEM, YOUNG, on=TODAY - timedelta(days=1), now=NOW)


@pytest.mark.parametrize("who", ["ria", "lies"])
def test_the_region_that_proposed_and_the_liec_withdraw_and_all_read_who_and_why(network, who):
    actions.propose_term(network.actor("ria"), YOUNG, now=NOW)
    version = page(network).proposed.id
    with pytest.raises(Invalid):
        actions.withdraw_proposal(network.actor(who), version, reason=" ", now=NOW)
    actions.withdraw_proposal(network.actor(who), version, reason="Te vroeg.", now=NOW)
    gone = page(network).versions[0].withdrawal
    assert (gone.by, gone.region_name, gone.reason) == (who, "RIEC Voorbeeld", "Te vroeg.")


def test_another_region_changes_consults_and_withdraws_nothing(network):
    actions.propose_term(network.actor("ria"), YOUNG, now=NOW)
    version, rob = page(network).proposed.id, network.actor("rob")
    for act in (
        lambda: actions.withdraw_proposal(rob, version, reason="Weg ermee", now=NOW),
        lambda: actions.change_proposal(rob, version, YOUNG, now=NOW),
        lambda: actions.open_consultation(rob, version, until=UNTIL, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            act()
    found = page(network)
    assert found.proposed.status.value == "proposed"
    assert found.proposed.region_name == "RIEC Voorbeeld"
    assert not queries.get_term_page(rob, "jonge-aanwas", on=TODAY).may_change


def test_a_new_text_during_the_consultation_says_who_took_the_old_one_back(consulted, network):
    newer = Proposal(name=YOUNG.name, text=YOUNG.text + " Ook online.", reason="Online telt mee.")
    actions.change_proposal(network.actor("lies"), consulted, newer, now=NOW)
    gone = page(network).versions[1].withdrawal
    assert (gone.by, gone.reason) == ("lies", "")


@pytest.mark.parametrize("field, length", [("name", 121), ("text", 4_001)])
def test_a_word_and_its_definition_have_a_longest_length(network, field, length):
    with pytest.raises(Invalid) as refused:
        actions.propose_term(network.actor("ria"), replace(YOUNG, **{field: "a" * length}), now=NOW)
    assert refused.value.field == field
