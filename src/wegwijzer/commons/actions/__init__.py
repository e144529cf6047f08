"""Write in the library: items, lists, recipes, chances and terms."""

from wegwijzer.commons.actions.chances import (
    answer_chance,
    keep_suggestion,
    record_outcome,
    refresh_chances,
    refresh_nightly,
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
from wegwijzer.commons.actions.recipes import (
    adapt_recipe,
    adopt_recipe,
    publish_recipe,
    report_on_recipe,
    write_recipe,
)
from wegwijzer.commons.actions.terms import (
    adopt_term,
    answer_consultation,
    change_proposal,
    comment_on_term,
    load_term,
    open_consultation,
    propose_term,
    propose_version,
    use_term,
    withdraw_proposal,
)

__all__ = [
    "adapt_recipe",
    "add_item",
    "adopt_recipe",
    "adopt_term",
    "answer_chance",
    "answer_consultation",
    "change_item",
    "change_proposal",
    "comment_on_term",
    "discard_item",
    "discard_list",
    "keep_suggestion",
    "load_items",
    "load_term",
    "open_consultation",
    "propose_term",
    "propose_version",
    "publish_item",
    "publish_recipe",
    "receive_list",
    "record_outcome",
    "refresh_chances",
    "refresh_nightly",
    "report_on_recipe",
    "supersede_item",
    "take_list",
    "use_term",
    "withdraw_proposal",
    "write_recipe",
]
