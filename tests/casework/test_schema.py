"""What every item carries is asked by the table itself, whoever writes to it."""

import pytest
from django.db import IntegrityError, transaction

from tests.casework import made
from wegwijzer.casework.models import Item
from wegwijzer.law.vocabulary import Relation, SpecialCategory

pytestmark = pytest.mark.django_db
# Category, tier, relation to the subject, supplier, secrecy, both flags, the clock, and how sure.
CARRIED = (
    "category", "tier", "relation", "supplier", "secrecy_ground", "criminal_nature", "special",
    "first_processed_date", "destroy_on", "source_reliability", "information_reliability",
    "handling", "case", "request",
)  # fmt: skip
UNLAWFUL = (
    {"special": SpecialCategory.OTHER},
    {"relation": Relation.CIRCLE, "circle_link": ""},
)


def test_l07_the_table_itself_refuses_an_item_without_what_the_act_asks(world):
    _request, ref = made.delivered(world, made.opened(world))
    items = Item.objects.filter(ref=ref)

    for change in (*({field: None} for field in CARRIED), *UNLAWFUL):
        with pytest.raises(IntegrityError), transaction.atomic():
            items.update(**change)
    assert items.get().secrecy_ground
