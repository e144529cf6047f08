"""Who gets which page of the recipes."""

from typing import Any

from tests.commons import made
from tests.web.rows import Row, to
from tests.world import NOW, SYSTEM, World
from wegwijzer.commons import actions
from wegwijzer.commons.rules.items import Kind
from wegwijzer.commons.rules.recipes import Recipe

MAKES = to("ria lies")
RECIPE = Recipe(goal="Doel", target_group="Wie", steps="Een\nTwee", legal_ground="Geen")

ROWS: dict[str, Row] = {
    "recipes": Row(),
    "recipe": Row(needs="recipe"),
    "recipe-new": Row(get=MAKES, otherwise=403),
    "recipe-write": Row(get=MAKES, otherwise=403, needs="recipe-own"),
    "recipe-adopt": Row(get=MAKES, otherwise=403, needs="recipe"),
    "recipe-report": Row(get=MAKES, otherwise=403, needs="recipe-own"),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    project = made.content(kind=Kind.PROJECT, title="Ouders aan zet")
    region = world.regions["ZZ"]
    item = actions.publish_recipe(SYSTEM, project, RECIPE, now=NOW, region_id=region)
    own = actions.adopt_recipe(world.actor("ria"), item, now=NOW)
    return {"recipe": {"item_id": item}, "recipe-own": {"item_id": own}}
