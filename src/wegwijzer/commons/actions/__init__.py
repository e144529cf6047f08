"""Write in the library: items, lists, recipes, chances and terms."""

from wegwijzer.commons.actions.items import (
    add_item,
    change_item,
    discard_item,
    publish_item,
    supersede_item,
)

__all__ = ["add_item", "change_item", "discard_item", "publish_item", "supersede_item"]
