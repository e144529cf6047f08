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
from wegwijzer.commons.actions.lists import discard_list, receive_list, take_list

__all__ = [
    "add_item",
    "answer_chance",
    "change_item",
    "discard_item",
    "discard_list",
    "keep_suggestion",
    "load_items",
    "publish_item",
    "receive_list",
    "record_outcome",
    "refresh_chances",
    "supersede_item",
    "take_list",
]
