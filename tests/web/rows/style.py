"""Who gets the house style: its pages and files everybody, its check everybody who is signed in."""

from typing import Any

from tests.web.rows import Row
from tests.world import World

ROWS: dict[str, Row] = {
    "style-check": Row(),
    "style-parts": Row(public=True),
    "style-mark": Row(public=True, needs="style_mark"),
    "style-template": Row(public=True, needs="style_template"),
    "style-picture": Row(public=True, needs="style_picture"),
}


def thing_ids(world: World) -> dict[str, dict[str, Any]]:
    code = "RIEC-LIEC"
    return {
        "style_mark": {"code": code, "form": "named", "tone": "light", "kind": "svg"},
        "style_template": {"code": code, "name": "brief", "kind": "docx"},
        "style_picture": {"code": code, "name": "brief", "page": 1},
    }
