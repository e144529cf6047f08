"""Kept data comes back only by order of every participant and consent of every supplier."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.law.reopening import ReopeningFacts, may_propose_reopening, may_reopen
from wegwijzer.law.vocabulary import Phase

ORGANS = st.frozensets(st.sampled_from("abcd"))
REASON = "Er kwam nieuw bewijs over dezelfde loods."


@given(st.sampled_from(Phase), ORGANS, ORGANS, ORGANS, ORGANS)
def test_nobody_is_passed_over(phase, involved, suppliers, ordered, consented):
    facts = ReopeningFacts(
        phase=phase,
        reason=REASON,
        involved=involved,
        suppliers=suppliers,
        ordered=ordered,
        consented=consented,
    )

    verdict = may_reopen(facts)

    everybody = bool(involved) and involved <= ordered and suppliers <= consented
    assert verdict.allowed == (phase is Phase.ENDED and everybody)
    assert all(one.article and one.next_step for one in verdict.conditions)


def test_a_reopening_is_for_a_special_case_that_somebody_described():
    facts = ReopeningFacts(
        phase=Phase.ENDED, reason=REASON, involved=frozenset("a"), suppliers=frozenset()
    )

    assert may_propose_reopening(facts).allowed
    missing = may_propose_reopening(replace(facts, reason="zomaar")).first_missing
    assert missing is not None and missing.key == "special"
