"""Who gets which page of the library."""

from typing import Any

from tests.commons import made
from tests.web.rows import Row, to
from tests.world import NOW, World
from wegwijzer.commons import actions
from wegwijzer.commons.rules.items import Kind

# Who keeps the house in order reads the library, but does not fill it.
READERS = to("hugo petra otto", 403)
# Zoe works in another region: of its draft she does not know, its published item is not hers.
OWN_DRAFT = READERS | to("zoe", 404)
OWN_PUBLIC = READERS | to("zoe", 403)

ROWS: dict[str, Row] = {
    "library": Row(),
    "inventory": Row(),
    "library-new": Row(get=READERS),
    "library-upload": Row(get=READERS),
    "library-list-template": Row(),
    "library-list": Row(get=to("alice"), otherwise=404, needs="library-list"),
    "library-list-discard": Row(get=to("alice"), otherwise=404, needs="library-list"),
    "library-item": Row(needs="library-item"),
    "library-edit": Row(get=OWN_DRAFT, needs="library-draft"),
    "library-publish": Row(post_only=True, needs="library-draft"),
    "library-supersede": Row(get=OWN_PUBLIC, needs="library-item"),
    "library-discard": Row(get=OWN_DRAFT, needs="library-draft"),
    "library-keep": Row(post_only=True, needs="library-keep"),
    "chances": Row(),
    "chance": Row(needs="chance"),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    alice = world.actor("alice")
    item, other = made.added(world), made.in_region(world, "ZZ")
    chance = actions.keep_suggestion(alice, item, other, now=NOW)
    upload = actions.receive_list(
        alice, "lijst.csv", ["Titel"], [(2, ["Iets"])], kind=Kind.PROJECT, phenomena={}, now=NOW
    )
    return {
        "library-item": {"item_id": item},
        "library-draft": {"item_id": made.added(world, publish=False)},
        "library-keep": {"item_id": item, "other_id": other},
        "library-list": {"upload_id": upload},
        "chance": {"chance_id": chance},
    }
