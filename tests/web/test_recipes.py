"""The pages of the recipes: find, place, take over, adapt, report back, see the line."""

import pytest
from django.urls import reverse
from django.utils.timezone import now

from tests.commons import made
from tests.commons.test_recipes import PROJECT, RECIPE, TOLD
from tests.world import NOW, SYSTEM
from wegwijzer.commons import actions
from wegwijzer.commons.models import Adoption, RecipeText
from wegwijzer.commons.rules.items import Kind
from wegwijzer.signals.actions import load_phenomena

TEXTS = {
    "goal": RECIPE.goal,
    "target_group": RECIPE.target_group,
    "steps": RECIPE.steps,
    "legal_ground": RECIPE.legal_ground,
}


@pytest.fixture(autouse=True)
def phenomena(network):
    load_phenomena(SYSTEM, now=NOW)


@pytest.fixture
def recipe(network):
    return actions.publish_recipe(network.actor("max"), PROJECT, RECIPE, now=NOW)


def text(answer) -> str:
    return answer.content.decode()


def test_an_empty_list_says_how_to_begin(page):
    assert "wat u een collega zou besparen" in text(page("ria", "recipes"))
    assert "Er is nog niets overgenomen" in text(page("ria", "recipes", query="?show=overgenomen"))


def test_a_project_is_placed_as_a_recipe(page):
    typed = TEXTS | {
        "title": "Ouders aan zet",
        "summary": "Ouders leren te zien wanneer hun kind wordt geronseld.",
        "materials": "Handboek https://voorbeeld.example/handboek.pdf",
    }
    short = page("max", "recipe-new", data=typed | {"steps": ""})
    placed = page("max", "recipe-new", data=typed)
    item = RecipeText.objects.get().item_id
    shown = text(page("ria", "recipe", item))
    assert short.status_code == 422
    assert "Schrijf de stappen op" in text(short)
    assert placed.status_code == 302
    assert "Train de mentoren" in shown
    assert "handboek.pdf" in shown
    assert "Overnemen" in shown


def test_what_the_library_has_becomes_a_recipe(page, network):
    item = made.in_region(network, "ZZ", kind=Kind.PROJECT)
    assert page("max", "recipe", item).status_code == 404
    assert page("max", "recipe-write", item, data=TEXTS).status_code == 302
    assert RECIPE.goal in text(page("max", "recipe", item))


def test_a_region_finds_adopts_adapts_and_reports_back(page, recipe, network):
    found = text(page("ria", "recipes", query="?q=ouders&phenomenon=human_trafficking"))
    adopted = page("ria", "recipe-adopt", recipe, data={"plan": "In het najaar op twee scholen"})
    own = Adoption.objects.get().item_id
    twice = page("ria", "recipe-adopt", recipe, data={"plan": ""})
    adapted = page(
        "ria",
        "recipe-write",
        own,
        data=TEXTS | {"adapted": "Ook basisscholen", "why": "Het begint"},
    )
    no = page("ria", "recipe-report", own, data={"status": "finished", "told": TOLD.told})
    told = {"status": "finished", "told": TOLD.told, "cost": "€ 3.000", "again": "yes"}
    yes = page("ria", "recipe-report", own, data=told)
    origin = text(page("max", "recipe", recipe))
    listed = text(page("zoe", "recipes"))

    assert str(recipe) in found
    assert (adopted.status_code, adapted.status_code, yes.status_code) == (302, 302, 302)
    assert adopted["location"].endswith(f"{own}/")
    assert twice.status_code == 422
    assert "al overgenomen" in text(twice)
    assert "Zeg of u het opnieuw zou doen" in text(no)
    for words in ("Ook basisscholen", "Het begint", "€ 3.000", "De lijn van overnames"):
        assert words in origin
    assert "1 van 1 zegt ja" in listed
    assert "Ouders aan zet" in text(page("zoe", "recipes", query="?show=overgenomen"))


def test_the_origin_finds_the_report_in_its_work(page, recipe, network):
    own = actions.adopt_recipe(network.actor("ria"), recipe, now=now())
    actions.report_on_recipe(network.actor("ria"), own, TOLD, now=now())
    assert "Nieuwe terugmeldingen over uw recepten" in text(page("max", "home"))
    assert "Nieuwe terugmeldingen" not in text(page("zoe", "home"))


def test_where_taking_over_is_not_offered_the_page_says_why_and_who_can(page, recipe, network):
    adopt = reverse("recipe-adopt", args=[recipe])
    for name in ("recipe", "library-item"):
        assert adopt in text(page("ria", name, recipe))
        assert "van uw eigen regio" in text(page("max", name, recipe))
        told = text(page("alice", name, recipe))
        assert adopt not in told
        assert "Wilt u dit nadoen? Vraag een van hen." in told
    copy = actions.adopt_recipe(network.actor("ria"), recipe, now=NOW)
    assert reverse("recipe", args=[copy]) in text(page("ria", "library-item", recipe))


def test_another_region_neither_writes_nor_reports(page, recipe):
    assert page("ria", "recipe-write", recipe).status_code == 403
    assert page("ria", "recipe-report", recipe).status_code == 403
    assert page("max", "recipe-report", recipe).status_code == 404


def test_a_key_that_no_page_gives_is_refused(page):
    assert page("zoe", "recipes", query="?after=x").status_code == 400


def test_the_list_stays_small_in_queries(page, client, network, django_assert_max_num_queries):
    for number in range(12):
        actions.publish_recipe(
            network.actor("max"), made.content(kind=Kind.PROJECT, title=f"R {number}"), RECIPE,
            now=NOW,
        )  # fmt: skip
    page("zoe", "recipes")
    with django_assert_max_num_queries(20):
        client.get(reverse("recipes"))


def test_the_library_leads_to_the_recipe_and_back(page, recipe, network):
    plain = made.in_region(network, "ZZ", kind=Kind.PROJECT)
    assert reverse("recipe-write", args=[plain]) in text(page("max", "library-item", plain))
    assert reverse("recipe-write", args=[plain]) not in text(page("ria", "library-item", plain))
    assert reverse("recipe", args=[recipe]) in text(page("ria", "library-item", recipe))
