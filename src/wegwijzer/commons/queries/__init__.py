"""Read the library: items, the inventory, recipes, chances and terms."""

from wegwijzer.commons.queries.chances import (
    AnswerRow,
    ChanceList,
    ChanceRow,
    ChancesWanted,
    Suggestion,
    count_chances,
    get_chance,
    list_chances,
    list_suggestions,
    visible_chances,
)
from wegwijzer.commons.queries.coverage import (
    Cell,
    Coverage,
    PictureList,
    PictureRow,
    get_coverage,
    list_pictures,
)
from wegwijzer.commons.queries.facets import count_items_by_kind, count_items_by_region
from wegwijzer.commons.queries.items import (
    MOST_COUNTED,
    ItemList,
    ItemPage,
    Wanted,
    count_items,
    find_item,
    get_item,
    list_items,
    list_portfolios_used,
    list_years,
    visible_items,
)
from wegwijzer.commons.queries.lists import UploadPage, get_list
from wegwijzer.commons.shown import ItemRow

__all__ = [
    "MOST_COUNTED",
    "AnswerRow",
    "Cell",
    "ChanceList",
    "ChanceRow",
    "ChancesWanted",
    "Coverage",
    "ItemList",
    "ItemPage",
    "ItemRow",
    "PictureList",
    "PictureRow",
    "Suggestion",
    "UploadPage",
    "Wanted",
    "count_chances",
    "count_items",
    "count_items_by_kind",
    "count_items_by_region",
    "find_item",
    "get_chance",
    "get_coverage",
    "get_item",
    "get_list",
    "list_chances",
    "list_items",
    "list_pictures",
    "list_portfolios_used",
    "list_suggestions",
    "list_years",
    "visible_chances",
    "visible_items",
]
