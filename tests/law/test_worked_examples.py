"""The law by example: one table per rule, which reads like the article."""

from datetime import date

import pytest

from wegwijzer.kernel.errors import Invalid, NotAllowed, check
from wegwijzer.law import access, advice, organs, provision, purpose, requests, retention, tiers
from wegwijzer.law import weighing as table
from wegwijzer.law.access import (
    Designated,
    DossierFacts,
    ItemFacts,
    SignalFacts,
    SignalState,
    Viewer,
    Work,
)
from wegwijzer.law.provision import Package, Recipient
from wegwijzer.law.purpose import PurposeFacts
from wegwijzer.law.tiers import HeldItem
from wegwijzer.law.vocabulary import (
    ORGANS,
    Activity,
    Category,
    Criterion,
    ParticipantKind,
    Phase,
    Relation,
    RequestAnswer,
    SpecialCategory,
    Tier,
)

TEXT = "Dit is een toelichting van een mens."
PROCESSING = frozenset({Work.PROCESSING})


def missing(verdict) -> set[str]:
    return {condition.key for condition in verdict.missing}


# Art. 2.23 lid 6: what opens when ----------------------------------------------------------------
@pytest.mark.parametrize(
    ("activity", "phase", "ceiling"),
    [
        (Activity.CASE, Phase.NOT_ACCEPTED, None),
        (Activity.CASE, Phase.ACCEPTED, Tier.T1),
        (Activity.CASE, Phase.EXECUTING, Tier.T3),
        (Activity.BOTTLENECK, Phase.EXECUTING, Tier.T3),
        (Activity.SCAN, Phase.EXECUTING, Tier.T2),
        (Activity.CASE, Phase.ENDED, None),
    ],
)
def test_l06_what_opens_when(activity, phase, ceiling):
    assert tiers.tier_ceiling(activity, phase) == ceiling


@pytest.mark.parametrize(
    ("category", "tier"),
    [
        (Category.IDENTITY_CONTACT, 1),
        (Category.SUPERVISION_ENFORCEMENT, 1),
        (Category.FISCAL, 2),
        (Category.POLICE_WPG_8_13, 2),
        (Category.JUDICIAL, 2),
        (Category.SEXUAL_BEHAVIOUR_ORIENTATION, 2),
        (Category.POLICE_WPG_9_10, 3),
    ],
)
def test_l07_each_category_has_its_tier(category, tier):
    assert tiers.tier_of(category) == tier


@pytest.mark.parametrize(
    ("item", "activity", "phase", "lacks"),
    [
        (HeldItem(Category.VEHICLE), Activity.CASE, Phase.ACCEPTED, set()),
        (HeldItem(Category.FISCAL), Activity.CASE, Phase.ACCEPTED, {"tier"}),
        (HeldItem(Category.POLICE_WPG_9_10), Activity.SCAN, Phase.EXECUTING, {"tier"}),
        (HeldItem(Category.VEHICLE), Activity.CASE, Phase.NOT_ACCEPTED, {"accepted", "tier"}),
        (
            HeldItem(Category.VEHICLE, special=SpecialCategory.OTHER),
            Activity.CASE,
            Phase.EXECUTING,
            {"special"},
        ),
        (
            HeldItem(Category.SEXUAL_BEHAVIOUR_ORIENTATION),
            Activity.CASE,
            Phase.EXECUTING,
            {"necessity"},
        ),
        (
            HeldItem(Category.SEXUAL_BEHAVIOUR_ORIENTATION, necessity=TEXT),
            Activity.CASE,
            Phase.EXECUTING,
            set(),
        ),
        (HeldItem(Category.INCOME, Relation.CIRCLE), Activity.CASE, Phase.EXECUTING, {"circle"}),
        (
            HeldItem(Category.INCOME, Relation.CIRCLE, "partner"),
            Activity.CASE,
            Phase.EXECUTING,
            set(),
        ),
    ],
)
def test_l06_l08_l09_what_may_enter_a_dossier(item, activity, phase, lacks):
    assert missing(tiers.may_hold_item(item, activity=activity, phase=phase)) == lacks


# Art. 1.4 lid 3, 1.8 lid 2, 3 en 9: who may work -------------------------------------------------
@pytest.mark.parametrize(
    ("person", "lacks"),
    [
        (Designated(True, date(2026, 1, 1), None, True, True), set()),
        (Designated(True, date(2026, 1, 1), date(2026, 2, 28), True, True), {"designated"}),
        (Designated(True, date(2026, 4, 1), None, True, True), {"designated"}),
        (Designated(True, None, None, True, True), {"designated"}),
        (Designated(False, date(2026, 1, 1), None, True, True), {"role"}),
        (Designated(True, date(2026, 1, 1), None, False, True), {"screening"}),
        (Designated(True, date(2026, 1, 1), None, True, False), {"training"}),
    ],
)
def test_l19_who_may_work(person, lacks):
    verdict = access.may_process(person, on=date(2026, 3, 2), screening=True, training=True)

    assert missing(verdict) == lacks


def test_l19_what_a_decree_must_say_is_asked_only_where_an_installation_asks_it():
    person = Designated(True, date(2026, 1, 1), None, False, False)

    assert access.may_process(person, on=date(2026, 3, 2), screening=False, training=False).allowed


# Art. 2.23 lid 5 en 6: who sees what -------------------------------------------------------------
POLICE = Viewer("police", "alice", "ON", PROCESSING)
OUTSIDER = Viewer("nvwa", "carol", "ON", PROCESSING)
DIRECTOR = Viewer("mayor", "fons", "ON", PROCESSING, directs_cases=True)
ENGINEER = Viewer("police", "otto", "ON", frozenset({Work.SUPPORT}))
AUDITOR = Viewer("police", "arend", "ON", frozenset({Work.LEGALITY_TESTING}))
CASE = DossierFacts(
    Activity.CASE, Phase.EXECUTING, frozenset({"police", "tax"}), frozenset({"fons"})
)


@pytest.mark.parametrize(
    ("viewer", "lacks"),
    [
        (POLICE, set()),
        (DIRECTOR, set()),
        (OUTSIDER, {"involved"}),
        (ENGINEER, {"processing"}),
        (AUDITOR, {"processing"}),
    ],
)
def test_l05_l20_l35_who_sees_a_dossier(viewer, lacks):
    assert missing(access.may_see_dossier(viewer, CASE)) == lacks


@pytest.mark.parametrize("phase", [Phase.ENDED, Phase.NOT_ACCEPTED])
def test_l26_a_closed_dossier_is_shielded_for_everybody(phase):
    closed = DossierFacts(Activity.CASE, phase, CASE.participants, CASE.staff)

    assert not access.may_see_dossier(POLICE, closed).allowed
    assert not access.may_see_item(DIRECTOR, closed, ItemFacts(Tier.T1)).allowed


@pytest.mark.parametrize(
    ("item", "lacks"),
    [
        (ItemFacts(Tier.T3), set()),
        (ItemFacts(Tier.T1, published=False), {"complete"}),
        (ItemFacts(Tier.T1, withdrawn=True), {"complete"}),
        (ItemFacts(Tier.T1, term_runs=False), {"term"}),
    ],
)
def test_l05_l23_who_sees_an_item(item, lacks):
    assert missing(access.may_see_item(POLICE, CASE, item)) == lacks


REPORTER = Viewer("police", "ruud", "ON", PROCESSING)
COORDINATOR = Viewer("mayor", "dora", "ON", PROCESSING, coordinates_signals=True)
WEIGHER = Viewer("tax", "erik", "ON", PROCESSING, weighs_signals=True)
ELSEWHERE = Viewer("tax", "zoe", "ZZ", PROCESSING, coordinates_signals=True, weighs_signals=True)


@pytest.mark.parametrize(
    ("state", "seen_by"),
    [
        (SignalState.DRAFT, {"ruud"}),
        (SignalState.AT_INTAKE, {"ruud", "dora"}),
        (SignalState.AT_TABLE, {"ruud", "dora", "erik"}),
        (SignalState.ACCEPTED, {"ruud", "dora", "erik", "fons"}),
        # Erik and Zoë act for the tax administration, which is involved in the case.
        (SignalState.IN_DOSSIER, {"ruud", "dora", "fons", "erik", "zoe"}),
        (SignalState.ENDED, {"ruud", "dora"}),
        (SignalState.DESTROYED, set()),
    ],
)
def test_who_sees_a_signal_in_which_state(state, seen_by):
    signal = SignalFacts("police", "ON", state, CASE)
    everybody = [REPORTER, COORDINATOR, WEIGHER, ELSEWHERE, OUTSIDER, DIRECTOR, ENGINEER]
    seeing = {v.person for v in everybody if access.may_see_signal(v, signal).allowed}

    assert seeing == seen_by


# Art. 2.17, 2.23 lid 1-4: report and weigh -------------------------------------------------------
GOOD = PurposeFacts(TEXT, TEXT, judged=True, fits=True, judged_by_human=True)
WEIGHED = table.WeighingFacts(
    GOOD, dict.fromkeys(Criterion, TEXT), frozenset({"police", "tax"}), TEXT
)


@pytest.mark.parametrize(
    ("facts", "participant", "lacks"),
    [
        (GOOD, True, set()),
        (PurposeFacts("", TEXT), True, {"purpose"}),
        (PurposeFacts(TEXT, "kort"), True, {"organised_crime"}),
        (GOOD, False, {"participant"}),
    ],
)
def test_l02_what_a_report_needs(facts, participant, lacks):
    assert missing(purpose.may_report_signal(facts, is_participant=participant)) == lacks


def test_l03_a_signal_that_was_weighed_may_be_accepted():
    assert table.may_accept_signal(WEIGHED).allowed


@pytest.mark.parametrize("criterion", list(Criterion))
def test_l03_a_criterion_without_explanation_blocks(criterion):
    judged = {**WEIGHED.judged, criterion: ""}
    facts = table.WeighingFacts(GOOD, judged, WEIGHED.attended, TEXT)

    assert missing(table.may_accept_signal(facts)) == {f"criterion_{criterion}"}
    assert missing(table.may_reject_signal(facts)) == {f"criterion_{criterion}"}


def test_l03_one_participant_alone_does_not_decide():
    facts = table.WeighingFacts(GOOD, WEIGHED.judged, frozenset({"police"}), TEXT)

    assert missing(table.may_accept_signal(facts)) == {"attended"}


def test_l04_a_program_does_not_decide():
    facts = table.WeighingFacts(
        GOOD, WEIGHED.judged, WEIGHED.attended, TEXT, decided_by_human=False
    )

    assert missing(table.may_accept_signal(facts)) == {"human"}


def test_l02_out_of_purpose_needs_that_judgement():
    outside = PurposeFacts(TEXT, TEXT, judged=True, fits=False, judged_by_human=True)

    assert not table.is_out_of_purpose(WEIGHED).allowed
    assert table.is_out_of_purpose(table.WeighingFacts(outside, {}, WEIGHED.attended, TEXT)).allowed


# Art. 1.5: ask and answer ------------------------------------------------------------------------
ASKED = requests.RequestFacts(
    Activity.CASE,
    Phase.EXECUTING,
    TEXT,
    "tax",
    frozenset({"tax"}),
    frozenset({Category.FISCAL}),
    TEXT,
)


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ({}, set()),
        ({"purpose": ""}, {"purpose"}),
        ({"involved": frozenset()}, {"involved"}),
        ({"categories": frozenset()}, {"categories"}),
        ({"phase": Phase.ACCEPTED}, {"tier"}),
        ({"necessity": ""}, {"necessity"}),
    ],
)
def test_l01_l10_what_a_request_needs(change, lacks):
    facts = requests.RequestFacts(
        **{name: getattr(ASKED, name) for name in ASKED.__slots__} | change
    )

    assert missing(requests.may_request_data(facts)) == lacks


@pytest.mark.parametrize(
    ("answer", "reasons", "delivered", "lacks"),
    [
        (RequestAnswer.PROVIDED, "", True, set()),
        (RequestAnswer.PROVIDED, "", False, {"delivered"}),
        (RequestAnswer.NOTHING_HELD, "", False, set()),
        (RequestAnswer.REFUSED, TEXT, False, set()),
        (RequestAnswer.REFUSED, "", False, {"weighty"}),
    ],
)
def test_l10_the_three_lawful_answers(answer, reasons, delivered, lacks):
    verdict = requests.may_answer_request(
        answer, is_asked_participant=True, weighty_reasons=reasons, delivered=delivered
    )

    assert missing(verdict) == lacks


def test_l01_a_dossier_has_its_purpose_beforehand():
    assert purpose.is_fixed_beforehand(TEXT).allowed
    assert not purpose.is_fixed_beforehand(" ").allowed


# Art. 1.7, 2.20: give out ------------------------------------------------------------------------
READY = Package(
    suppliers=frozenset({"police", "tax"}),
    sensitive_suppliers=frozenset({"police"}),
    consents=frozenset({"police", "tax"}),
    necessary=True,
    compatible=True,
    legal_basis="Wgs art. 2.23 lid 8",
    legality_tested=True,
)


def changed(**change) -> Package:
    return Package(**{name: getattr(READY, name) for name in READY.__slots__} | change)


@pytest.mark.parametrize(
    ("recipient", "change", "lacks"),
    [
        (Recipient.PARTICIPANT, {}, set()),
        (Recipient.PARTICIPANT, {"objections": frozenset({"tax"})}, {"no_objection"}),
        (Recipient.PARTICIPANT, {"objections": frozenset({"nvwa"})}, set()),
        (Recipient.OTHER_RIEC, {"consents": frozenset({"tax"})}, {"sensitive_consent"}),
        (Recipient.OTHER_RIEC, {"consents": frozenset({"police"})}, set()),
        (Recipient.OTHER_PARTNERSHIP, {"consents": frozenset({"police"})}, {"consent"}),
        (Recipient.THIRD_PARTY, {}, set()),
        (Recipient.THIRD_PARTY, {"objections": frozenset({"nvwa"})}, {"no_objection"}),
        (Recipient.THIRD_PARTY, {"legal_basis": ""}, {"legal_basis"}),
        (Recipient.THIRD_PARTY, {"legality_tested": False}, {"legality_tested"}),
        (Recipient.THIRD_PARTY, {"necessary": False}, {"necessary"}),
        (Recipient.THIRD_PARTY, {"compatible": False}, {"compatible"}),
        (Recipient.THIRD_PARTY, {"consents": frozenset()}, {"sensitive_consent"}),
        (
            Recipient.PRIVATE_THIRD_PARTY,
            {"supplier_kinds": frozenset({ParticipantKind.TAX_ADMINISTRATION})},
            {"no_tax_data"},
        ),
    ],
)
def test_l11_l12_l13_l14_l16_what_a_provision_needs(recipient, change, lacks):
    assert missing(provision.may_provide(changed(**change), recipient)) == lacks


def test_l13_removing_the_item_unblocks_what_a_missing_consent_blocked():
    blocked = changed(consents=frozenset())
    without = changed(consents=frozenset(), sensitive_suppliers=frozenset())

    assert not provision.may_provide(blocked, Recipient.OTHER_RIEC).allowed
    assert provision.may_provide(without, Recipient.OTHER_RIEC).allowed


def test_l15_a_hit_check_exchanges_identity_only():
    verdict = provision.may_check_hit(necessary=True, case_known=True, only_identifying=False)

    assert missing(verdict) == {"only_identifying"}


@pytest.mark.parametrize(
    ("provided", "due"),
    [
        (date(2026, 3, 2), date(2027, 3, 2)),
        (date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_l17_feedback_is_due_within_a_year(provided, due):
    assert provision.feedback_due(provided) == due


# Art. 1.8 lid 7: destroy -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("first", "end"),
    [
        (date(2026, 3, 2), date(2031, 3, 2)),
        (date(2024, 2, 29), date(2029, 2, 28)),
    ],
)
def test_l23_five_years_from_the_first_processing(first, end):
    assert retention.retention_end(first) == end


def test_l23_earlier_when_no_longer_necessary_and_never_later():
    first = date(2026, 3, 2)

    assert retention.retention_end(first, no_longer_needed=date(2027, 1, 1)) == date(2027, 1, 1)
    assert retention.retention_end(first, no_longer_needed=date(2040, 1, 1)) == date(2031, 3, 2)


def test_l23_a_hold_stops_destruction():
    hold = retention.Hold(retention.HoldGround.LEGAL_CLAIM, "Pia")
    end = date(2031, 3, 2)

    assert retention.is_due(end, on=date(2031, 3, 3))
    assert not retention.is_due(end, on=date(2031, 3, 2))
    assert not retention.is_due(end, on=date(2031, 3, 3), holds=[hold])


# Art. 2.19: organs -------------------------------------------------------------------------------
def test_l34_the_mayor_cannot_use_a_ground_of_the_executive():
    assert organs.may_invoke(ParticipantKind.MAYOR, "Opiumwet art. 13b").allowed
    assert not organs.may_invoke(ParticipantKind.MAYOR, "Participatiewet art. 7").allowed
    assert organs.may_invoke(ParticipantKind.MUNICIPAL_EXECUTIVE, "Participatiewet art. 7").allowed


def test_the_act_names_twelve_organs_from_a_to_l():
    assert [organ.letter for organ in ORGANS.values()] == list("abcdefghijkl")


# The adviser and the gate ------------------------------------------------------------------------
@pytest.mark.parametrize("question", advice.QUESTIONS.values(), ids=lambda q: q.slug)
def test_the_adviser_answers_every_question_with_articles(question):
    facts = {fact.name: fact.choices[0][0] if fact.choices else "no" for fact in question.facts}

    verdict = advice.advise(question.slug, facts)

    assert verdict.conditions
    assert all(c.article for c in verdict.conditions)


def test_the_adviser_refuses_a_choice_that_does_not_exist():
    with pytest.raises(Invalid):
        advice.advise("resultaat-delen", {"recipient": "everybody"})


def test_the_gate_refuses_with_the_first_missing_condition():
    verdict = table.may_accept_signal(
        table.WeighingFacts(GOOD, {}, frozenset(), "", decided_by_human=False)
    )

    with pytest.raises(NotAllowed) as refusal:
        check(verdict)
    assert refusal.value.verdict is verdict
    assert refusal.value.message == verdict.missing[0].next_step
