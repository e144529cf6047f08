"""Read the library: items, the inventory, recipes, chances and terms."""

from wegwijzer.commons.queries.items import (
    MOST_COUNTED,
    ItemList,
    ItemPage,
    ItemRow,
    Wanted,
    count_items,
    count_items_by_kind,
    get_item,
    list_items,
    list_portfolios_used,
    list_years,
    visible_items,
)

__all__ = [
    "MOST_COUNTED",
    "ItemList",
    "ItemPage",
    "ItemRow",
    "Wanted",
    "count_items",
    "count_items_by_kind",
    "get_item",
    "list_items",
    "list_portfolios_used",
    "list_years",
    "visible_items",
]
