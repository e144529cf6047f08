"""Write in the library: items, lists, recipes, chances and terms."""

from wegwijzer.commons.actions.chances import (
    answer_chance,
    keep_suggestion,
    record_outcome,
    refresh_chances,
)
from wegwijzer.commons.actions.items import (
    add_item,
    change_item,
    discard_item,
    load_items,
    publish_item,
    supersede_item,
)

__all__ = [
    "add_item",
    "answer_chance",
    "change_item",
    "discard_item",
    "keep_suggestion",
    "load_items",
    "publish_item",
    "record_outcome",
    "refresh_chances",
    "supersede_item",
]
