"""Who gets which page of the definitions."""

from typing import Any

from django.utils.timezone import now

from tests.web.rows import Row, to
from tests.world import SYSTEM, World
from wegwijzer.commons import actions, queries
from wegwijzer.commons.rules.terms import Proposal

WRITES = to("ria lies")
TEXT = "Jongeren die worden geronseld voor georganiseerde criminaliteit."

ROWS: dict[str, Row] = {
    "terms": Row(),
    "term": Row(needs="term"),
    "term-compare": Row(needs="term-compare"),
    "term-new": Row(get=WRITES, otherwise=403),
    "term-propose": Row(get=WRITES, otherwise=403, needs="term"),
    "term-withdraw": Row(get=WRITES, otherwise=403, needs="term"),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    proposal = Proposal(name="Jonge aanwas", text=TEXT, source="Werkgroep", reason="Tellen")
    slug = actions.propose_term(SYSTEM, proposal, now=now())
    actions.withdraw_proposal(SYSTEM, _open(slug), reason="Te vroeg", now=now())
    newer = Proposal(name="Jonge aanwas", text=TEXT + " Ook online.", reason="Online")
    actions.propose_version(world.actor("ria"), slug, newer, now=now())
    return {"term": {"slug": slug}, "term-compare": {"slug": slug, "old": 1, "new": 2}}


def _open(slug: str) -> Any:
    page = queries.get_term_page(SYSTEM, slug, on=now().date())
    assert page.proposed is not None
    return page.proposed.id
