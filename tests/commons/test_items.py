"""Items: who fills the library, who sees what, and how everything is found again."""

from datetime import timedelta

import pytest

from tests.commons import made
from tests.world import NOW
from wegwijzer.commons import actions, queries
from wegwijzer.commons.queries import Wanted
from wegwijzer.commons.rules.items import Kind, Status
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.logbook.models import Line

LATER = NOW + timedelta(hours=1)


def found(world, who="zoe", **wanted):
    return [row.id for row in queries.list_items(world.actor(who), Wanted(**wanted)).rows]


def test_what_is_published_is_open_to_every_region(world):
    item = made.added(world)

    page = queries.get_item(world.actor("zoe"), item)

    assert page.row.title == made.PICTURE.title
    assert page.row.phenomena == ("human_trafficking",)
    assert not page.is_own


def test_a_draft_does_not_exist_for_another_region(world):
    item = made.added(world, publish=False)

    assert found(world) == []
    assert found(world, "bob") == [item]
    with pytest.raises(NotFound):
        queries.get_item(world.actor("zoe"), item)
    with pytest.raises(NotFound):
        actions.publish_item(world.actor("zoe"), item, now=NOW)


def test_another_region_may_read_but_not_change(world):
    item = made.added(world)

    with pytest.raises(NotAllowed):
        actions.change_item(world.actor("zoe"), item, made.content(), version=1, now=NOW)


@pytest.mark.parametrize("who", ["otto", "hugo", "petra"])
def test_who_keeps_the_house_does_not_write(world, who):
    with pytest.raises(NotAllowed):
        made.added(world, who)


def test_a_change_on_an_old_version_is_refused(world):
    alice, item = world.actor("alice"), made.added(world)
    actions.change_item(alice, item, made.content(title="Nieuw"), version=1, now=LATER)

    with pytest.raises(Conflict):
        actions.change_item(alice, item, made.content(title="Oud"), version=1, now=LATER)

    assert queries.get_item(alice, item).row.title == "Nieuw"


def test_a_published_item_cannot_be_changed_into_what_could_not_be_published(world):
    item = made.added(world)

    with pytest.raises(Invalid):
        actions.change_item(
            world.actor("alice"), item, made.content(summary=""), version=1, now=NOW
        )


def test_what_is_replaced_says_by_what_and_leaves_the_list(world):
    alice, old, new = world.actor("alice"), made.added(world), made.added(world, title="Nieuwer")

    actions.supersede_item(alice, old, by=new, now=LATER)

    assert found(world) == [new]
    assert found(world, status=Status.SUPERSEDED) == [old]
    assert queries.get_item(alice, old).superseded_by.id == new


def test_only_a_draft_can_be_thrown_away(world):
    alice, draft, public = world.actor("alice"), made.added(world, publish=False), made.added(world)

    actions.discard_item(alice, draft, now=NOW)

    with pytest.raises(Conflict):
        actions.discard_item(alice, public, now=NOW)
    assert found(world, "alice") == [public]


@pytest.mark.parametrize(
    "text",
    ["gemeenten tuinbouw", "uitbuiting", "uitgebuite", "VAKANTIEPARK", "tuinb", "voorbeeldstad"],
)
def test_an_item_is_found_by_any_form_and_beginning_of_its_words(world, text):
    item = made.added(world, body="Gemeentelijke aanpak; mensen worden uitgebuit. Elke gemeente.")

    assert found(world, text=text) == [item]


def test_every_word_must_be_there(world):
    made.added(world)

    assert found(world, text="uitbuiting kernreactor") == []
    assert found(world, text="de van") == []
    assert found(world, text="%_'\\") == []


def test_facets_narrow_together(world):
    here = made.added(world)
    there = made.in_region(world, "ZZ", kind=Kind.METHOD, portfolio="mainports")

    assert found(world, kind=Kind.METHOD) == [there]
    assert found(world, region_id=world.regions["ON"]) == [here]
    assert set(found(world, phenomenon="human_trafficking")) == {here, there}
    assert found(world, phenomenon="cannabis_cultivation") == []
    assert found(world, portfolio="mainports", year=2024) == [there]
    assert queries.count_facets(world.actor("zoe"), Wanted()).kinds == {
        Kind.METHOD: 1, Kind.PHENOMENON_PICTURE: 1,
    }  # fmt: skip


def test_paging_by_key_shows_each_item_once_both_ways(world):
    all_of_them = [made.added(world, title=f"Beeld {n}") for n in range(7)]
    zoe, seen, after = world.actor("zoe"), [], ""
    while True:
        page = queries.list_items(zoe, after=after, limit=3)
        seen.extend(row.id for row in page.rows)
        last, after = page, page.after
        if not after:
            break
    back = queries.list_items(zoe, before=last.before, limit=3)

    assert sorted(seen) == sorted(all_of_them)
    assert [row.id for row in back.rows] == seen[3:6]
    with pytest.raises(Invalid):
        queries.list_items(zoe, after="onzin")


def test_every_change_leaves_a_line_without_texts(world):
    item = made.added(world)

    line = Line.objects.get(act="commons.add_item")

    assert line.subject == f"item:{item}"
    assert "Voorbeeldstad" not in line.body.replace("College van Voorbeeldstad", "")
