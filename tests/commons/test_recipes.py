"""A project as a recipe: published, adopted by another region, adapted, reported on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.commons import made
from tests.world import NOW
from wegwijzer.commons import actions, queries
from wegwijzer.commons.rules.items import Kind
from wegwijzer.commons.rules.recipes import AdoptionStatus, Recipe, Report, steps_of
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound

RECIPE = Recipe(
    goal="Minder jongeren die worden geronseld.",
    target_group="Jongeren van 12 tot 18 en hun ouders.",
    steps="1. Kies twee scholen\n2) Train de mentoren\n\n- Bel na een maand",
    legal_ground="Geen: er worden geen persoonsgegevens gedeeld.",
)
PROJECT = made.content(kind=Kind.PROJECT, title="Ouders aan zet")
TOLD = Report(
    status=AdoptionStatus.RUNNING, told="Twee scholen doen mee, de mentoren zijn getraind."
)


@pytest.fixture
def recipe(network):
    """Return a recipe of the region of Max."""
    return actions.publish_recipe(network.actor("max"), PROJECT, RECIPE, now=NOW)


@pytest.fixture
def adopted(network, recipe):
    """Return what the region of Ria made of it."""
    return actions.adopt_recipe(network.actor("ria"), recipe, plan="In het najaar", now=NOW)


def test_steps_are_read_one_by_one():
    assert steps_of(RECIPE) == ("Kies twee scholen", "Train de mentoren", "Bel na een maand")


@pytest.mark.parametrize("name", ["goal", "target_group", "steps", "legal_ground"])
def test_a_recipe_that_nobody_could_follow_is_refused(network, name):
    with pytest.raises(Invalid) as refusal:
        actions.publish_recipe(
            network.actor("max"), PROJECT, replace(RECIPE, **{name: " "}), now=NOW
        )
    assert refusal.value.field == name


def test_a_partner_publishes_no_recipe(network):
    with pytest.raises(NotAllowed):
        actions.publish_recipe(network.actor("zoe"), PROJECT, RECIPE, now=NOW)


def test_a_published_project_of_the_own_region_becomes_a_recipe(network):
    item = made.in_region(network, "ZZ", kind=Kind.PROJECT)
    actions.write_recipe(network.actor("max"), item, RECIPE, now=NOW)
    assert queries.find_recipe(network.actor("ria"), item) == RECIPE
    with pytest.raises(NotAllowed):
        actions.write_recipe(network.actor("ria"), item, RECIPE, now=NOW)


def test_another_region_takes_it_over_and_the_line_shows_it(network, recipe, adopted):
    page = queries.get_recipe(network.actor("max"), recipe)
    assert [one.item.id for one in page.line.children] == [adopted]
    assert page.line.children[0].adoption.plan == "In het najaar"
    assert queries.get_recipe(network.actor("ria"), adopted).source.id == recipe
    assert queries.get_item(network.actor("ria"), adopted).origin_id == recipe


def test_a_region_takes_a_recipe_over_once_until_it_ends(network, recipe, adopted):
    with pytest.raises(Conflict):
        actions.adopt_recipe(network.actor("ria"), recipe, now=NOW)
    ended = replace(TOLD, status=AdoptionStatus.STOPPED, again=False)
    actions.report_on_recipe(network.actor("ria"), adopted, ended, now=NOW)
    assert actions.adopt_recipe(network.actor("ria"), recipe, now=NOW) != adopted


def test_nobody_takes_over_the_recipe_of_the_own_region(network, recipe):
    with pytest.raises(Invalid):
        actions.adopt_recipe(network.actor("rob"), recipe, now=NOW)


def test_what_is_no_recipe_is_not_found(network):
    with pytest.raises(NotFound):
        actions.adopt_recipe(network.actor("ria"), made.in_region(network, "ZZ"), now=NOW)
    with pytest.raises(NotFound):
        queries.get_recipe(network.actor("ria"), made.in_region(network, "ZZ"))


def test_an_adaptation_says_what_is_otherwise_and_why(network, recipe, adopted):
    ria, other = network.actor("ria"), replace(RECIPE, target_group="Jongeren van 10 tot 14.")
    with pytest.raises(Invalid):
        actions.adapt_recipe(ria, adopted, other, adapted="Jonger", why="", now=NOW)
    actions.adapt_recipe(ria, adopted, other, adapted="Jonger", why="Ronselen begint eer", now=NOW)
    page = queries.get_recipe(network.actor("max"), adopted)
    assert (page.adoption.adapted, page.adoption.why) == ("Jonger", "Ronselen begint eer")
    assert page.recipe == other
    assert page.source_recipe == RECIPE


def test_an_adaptation_is_adopted_in_turn_and_all_see_one_line(network, recipe, adopted):
    again = actions.adopt_recipe(network.actor("max"), adopted, now=NOW)
    for one in (recipe, adopted, again):
        line = queries.get_recipe(network.actor("zoe"), one).line
        assert line.item.id == recipe
        assert line.children[0].item.id == adopted
        assert line.children[0].children[0].item.id == again


def test_the_origin_hears_what_became_of_its_work(network, recipe, adopted):
    ria, later = network.actor("ria"), NOW + timedelta(days=3)
    actions.report_on_recipe(ria, adopted, TOLD, now=later)
    new = queries.list_new_reports(network.actor("max"), since=NOW)
    assert [(one.item.id, one.told) for one in new] == [(adopted, TOLD.told)]
    assert queries.list_new_reports(ria, since=NOW) == []
    assert queries.list_new_reports(network.actor("max"), since=later + timedelta(days=1)) == []


def test_an_end_says_whether_to_do_it_again_and_counts(network, recipe, adopted):
    ria, end = network.actor("ria"), replace(TOLD, status=AdoptionStatus.FINISHED)
    with pytest.raises(Invalid) as refusal:
        actions.report_on_recipe(ria, adopted, end, now=NOW)
    assert refusal.value.field == "again"
    actions.report_on_recipe(ria, adopted, replace(end, again=True, cost="€ 3.000"), now=NOW)
    row = queries.list_recipes(network.actor("zoe"), adopted=False).rows[0]
    assert (row.adopted, row.again, row.verdicts) == (1, 1, 1)
    with pytest.raises(Conflict):
        actions.report_on_recipe(ria, adopted, TOLD, now=NOW)


def test_what_runs_is_no_plan_any_more(network, adopted):
    ria = network.actor("ria")
    actions.report_on_recipe(ria, adopted, TOLD, now=NOW)
    with pytest.raises(Invalid):
        actions.report_on_recipe(
            ria, adopted, replace(TOLD, status=AdoptionStatus.PLANNED), now=NOW
        )


def test_another_region_does_not_report(network, adopted):
    with pytest.raises(NotAllowed):
        actions.report_on_recipe(network.actor("rob"), adopted, TOLD, now=NOW)


def test_what_was_taken_over_is_no_chance_to_find_again(network, recipe, adopted):
    assert actions.refresh_chances(network.actor("lies"), now=NOW) == 0
    assert queries.list_suggestions(network.actor("max"), recipe) == []
    assert queries.list_suggestions(network.actor("ria"), adopted) == []
