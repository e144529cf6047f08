"""The pages of the library: find, fill, compare, and work together."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.commons import made
from tests.world import NOW, SYSTEM
from wegwijzer.commons.actions import answer_chance, load_term, refresh_chances
from wegwijzer.commons.models import Chance, Item, Upload
from wegwijzer.commons.rules.chances import Answer
from wegwijzer.commons.rules.items import Kind
from wegwijzer.commons.rules.terms import Proposal
from wegwijzer.signals.actions import load_phenomena

LIST = """Soort;Titel;Samenvatting;Fenomeen;Van;Contactpersoon
Project;Controle jachthaven;Samen met de haven kijken wie er aanmeert.;Goederensmokkel;2025;
Expertise;Gebeld worden;;;;S. Haven
;Zonder meer;;;;
Project;Vreemd;Iets;Toverij;;
Project;;Geen titel;;;
"""


@pytest.fixture(autouse=True)
def phenomena(network):
    load_phenomena(SYSTEM, now=NOW)


def only() -> Item:
    return Item.objects.get()


def text(answer) -> str:
    return answer.content.decode()


def test_an_empty_library_says_what_will_stand_there(page):
    assert "nog leeg" in text(page("zoe", "library"))


def test_the_library_is_searched_and_narrowed_with_counts(page, world):
    made.added(world)
    made.in_region(world, "ZZ", kind=Kind.METHOD, title="Meekijken op het boerenerf")

    everything = text(page("zoe", "library"))
    found = text(page("zoe", "library", query="?q=boerenerven"))
    narrowed = text(page("zoe", "library", query="?kind=method&phenomenon=human_trafficking"))
    nothing = text(page("zoe", "library", query="?q=kernreactor"))

    assert "2 stukken" in everything
    assert "Meekijken op het boerenerf" in found
    assert "1 stuk" in found
    assert "1 stuk" in narrowed
    assert "Niets past bij deze keuze" in nothing


def test_the_map_shows_each_region_on_its_place_with_how_much_it_has(page, world):
    other = made.in_region(world, "ZZ")
    shown = text(page("alice", "library"))
    assert '<li data-column="3" data-row="1"><span class="tile"><span class="number">0' in shown
    assert f'<a href="?region={world.regions["ZZ"]}" data-share="4">' in shown

    made.added(world, title="Nog een beeld")
    here = world.regions["ON"]
    full = text(page("alice", "library"))
    assert f'data-row="1"><a href="?region={here}" data-share="4">' in full
    narrowed = text(page("alice", "library", query=f"?region={here}"))
    assert "Nog een beeld" in narrowed and str(other) not in narrowed
    assert 'aria-current="true"><span class="number">1</span> <span class="name">Voorb' in narrowed


def test_who_looks_for_a_word_reads_its_definition_first(page, world):
    made.added(world)
    said = "Iemand uitbuiten door dwang of misleiding."
    proposal = Proposal(name="Mensenhandel", text=said, source="Hoofdenoverleg", reason="-")
    load_term(SYSTEM, proposal, on=NOW.date(), now=NOW)

    assert said not in text(page("zoe", "library"))
    assert said in text(page("zoe", "library", query="?q=beeld+mensenhandel"))
    assert said in text(page("zoe", "library", query="?phenomenon=human_trafficking"))


def test_a_yes_of_another_region_waits_for_who_answers_here(page, world):
    made.added(world)
    made.in_region(world, "ZZ", title="Beeld mensenhandel in Andersdorp")
    refresh_chances(SYSTEM, now=NOW)
    chance, head = Chance.objects.get(), "Kansen waar een andere regio ja op zei"
    assert head not in text(page("ria", "home"))
    answer_chance(world.actor("zoe"), chance.id, Answer.YES, now=NOW)

    assert head in text(page("ria", "home")) and "RIEC Anders zegt ja" in text(page("ria", "home"))
    assert head not in text(page("rob", "home"))
    assert head not in text(page("alice", "home"))
    answer_chance(world.actor("ria"), chance.id, Answer.NOT_NOW, now=NOW)
    assert head not in text(page("ria", "home"))


def test_an_item_needs_only_a_title_to_be_kept_and_asks_what_belongs_to_its_kind(page, world):
    form = text(page("alice", "library-new", query="?kind=expertise"))
    picture = text(page("alice", "library-new", query="?kind=phenomenon_picture"))

    answer = page("alice", "library-new", data={"title": "Kent de haven"}, query="?kind=expertise")

    assert 'name="method"' not in form
    assert 'name="method"' in picture
    item = only()
    assert answer["location"] == reverse("library-item", args=[item.id])
    assert "Dit is een concept" in text(page("alice", "library-item", item.id))
    assert page("zoe", "library-item", item.id).status_code == 404
    assert page("zoe", "library-edit", item.id).status_code == 404
    assert page("zoe", "library-publish", item.id, data={}).status_code == 404


def test_publishing_what_is_not_ready_says_so_at_the_field_and_loses_nothing(page):
    typed = {"title": "Beeld", "summary": "kort", "do": "publish"}

    answer = page("alice", "library-new", data=typed, query="?kind=phenomenon_picture")

    assert answer.status_code == 422
    assert "twintig tekens" in text(answer)
    assert 'value="Beeld"' in text(answer)
    assert Item.objects.count() == 0


def test_a_draft_is_changed_and_published_at_once(page, world):
    draft = made.added(world, publish=False)
    page("alice", "library-edit", draft, data={
        "title": "Nieuwe titel", "summary": "Een samenvatting van twintig tekens of meer.",
        "phenomena": ["human_trafficking"], "period_from": "2025-01-01", "do": "publish",
        "materials": "Handreiking https://example.org/handreiking", "version": "1",
    })  # fmt: skip

    shown = text(page("zoe", "library-item", draft))

    assert "Nieuwe titel" in shown
    assert 'href="https://example.org/handreiking"' in shown
    assert only().municipality_code == "GM9901"


def test_a_change_on_an_older_page_is_refused(page, world):
    item = made.added(world)
    typed = {"title": "A", "summary": "Een samenvatting van twintig tekens of meer.",
             "phenomena": ["human_trafficking"], "version": "1"}  # fmt: skip

    assert page("alice", "library-edit", item, data=typed).status_code == 302
    late = page("alice", "library-edit", item, data=typed | {"title": "B"})

    assert late.status_code == 422
    assert "Een ander heeft dit intussen gewijzigd" in text(late)


def test_what_is_replaced_shows_what_came_instead(page, world):
    old, new = made.added(world, title="Beeld 2023"), made.added(world, title="Beeld 2025")

    page("alice", "library-supersede", old, data={"by": str(new)})

    assert "Hiervoor kwam iets anders in de plaats" in text(page("zoe", "library-item", old))
    assert "Beeld 2023" not in text(page("zoe", "library"))
    assert page("zoe", "library-supersede", new).status_code == 403


def test_a_draft_is_thrown_away_after_a_question(page, world):
    draft = made.added(world, publish=False)

    assert "weggooien?" in text(page("alice", "library-discard", draft))
    page("alice", "library-discard", draft, data={})

    assert Item.objects.count() == 0


def test_a_list_is_looked_at_first_and_then_taken_in(page):
    file = SimpleUploadedFile("lijst.csv", LIST.encode())
    answer = page("alice", "library-upload", data={"file": file, "kind": "project"})
    look = text(page("alice", "library-list", Upload.objects.get().id))

    assert answer.status_code == 302
    assert "3 rijen kunnen worden toegevoegd" in look
    assert "2 rijen kloppen nog niet" in look
    assert "Dit fenomeen is niet bekend" in look
    assert Item.objects.count() == 0

    page("alice", "library-list", Upload.objects.get().id, data={"do": "publish"})

    assert sorted(Item.objects.values_list("title", "status", "kind")) == [
        ("Controle jachthaven", "published", "project"),
        ("Gebeld worden", "draft", "expertise"),
        ("Zonder meer", "draft", "project"),
    ]
    assert Upload.objects.count() == 0


def test_a_list_that_cannot_be_read_is_refused_beside_the_field(page):
    for name, data in (("lijst.exe", b"MZ\x90\x00"), ("lijst.csv", b"Kolom;Andere\n1;2\n")):
        file = SimpleUploadedFile(name, data)
        answer = page("alice", "library-upload", data={"file": file, "kind": "project"})
        assert answer.status_code == 422
        assert "data-error" in text(answer)


def test_the_example_list_can_be_read_in_again(page):
    example = page("alice", "library-list-template").content
    file = SimpleUploadedFile("bibliotheek-lijst.csv", example)

    page("alice", "library-upload", data={"file": file, "kind": "project"})

    assert len(Upload.objects.get().rows) == 1


def test_a_column_that_is_not_read_is_named(page):
    file = SimpleUploadedFile(
        "lijst.csv", b"title,region,type\nHaven in beeld,RIEC Anders,Project\n"
    )
    page("alice", "library-upload", data={"file": file, "kind": "project"})
    look = text(page("alice", "library-list", Upload.objects.get().id))

    assert "Kolom &#x27;region&#x27; wordt niet gelezen. Alle rijen komen bij uw regio." in look


def test_who_knows_what_shows_whom_one_may_call(page, world):
    made.added(world, kind=Kind.EXPERTISE, title="Weet van de haven", contact_name="R. Haven",
               contact_reach="010-0000000", may_be_called=True)  # fmt: skip
    made.added(world, kind=Kind.EXPERTISE, title="Belt liever niet", contact_name="S. Stil")

    found = text(page("zoe", "library", query="?kind=expertise&callable=on"))

    assert "Weet van de haven" in found
    assert "Belt liever niet" not in found


def test_the_inventory_shows_pictures_side_by_side_and_the_blind_spots(page, world):
    made.added(world)
    made.in_region(world, "ZZ", title="Beeld in Andersdorp", phenomena=frozenset({"car_trade"}))

    everything = text(page("zoe", "inventory"))
    one = text(page("zoe", "inventory", query="?phenomenon=car_trade"))
    none = text(page("zoe", "inventory", query="?phenomenon=holiday_parks"))

    assert 'data-fresh="ageing"' in everything
    assert "blinde vlek" in everything
    assert "Beeld in Andersdorp" in one
    assert "in Voorbeeldstad" not in one.split('id="pictures"')[1]
    assert "Dit is een blinde vlek" in none


def test_a_suggestion_says_why_and_becomes_a_chance_that_both_answer(page, world):
    item, other = made.added(world), made.in_region(world, "ZZ", title="Beeld in Andersdorp")

    suggested = text(page("alice", "library-item", item))
    kept = page("alice", "library-keep", item, other, data={})
    chance = Chance.objects.get()
    page("alice", "chance", chance.id, data={"do": "answer", "answer": "yes", "note": "Ik bel."})
    refused = page("zoe", "chance", chance.id, data={"do": "answer", "answer": "no", "note": ""})
    page("zoe", "chance", chance.id, data={"do": "answer", "answer": "yes"})
    page("zoe", "chance", chance.id, data={"do": "outcome", "outcome": "Samen op pad geweest."})
    shown = text(page("alice", "chance", chance.id))

    assert "Zelfde fenomeen" in suggested
    assert "Mensenhandel" in suggested
    assert kept["location"] == reverse("chance", args=[chance.id])
    assert refused.status_code == 422
    assert "waarom het niet past" in text(refused)
    assert "Ik bel." in shown
    assert "Samen op pad geweest." in shown
    assert "Beeld in Andersdorp" in text(page("alice", "chances", query="?answer=yes"))
    assert "wacht" in text(page("alice", "chances"))


def test_a_chance_of_two_other_regions_is_read_but_not_answered(page, world):
    item = made.in_region(world, "ON")
    other = made.in_region(world, "ZZ")
    page("alice", "library-keep", item, other, data={})
    chance = Chance.objects.get()

    assert "Antwoord van uw regio" not in text(page("hugo", "chance", chance.id))
    assert page("hugo", "chance", chance.id,
                data={"do": "answer", "answer": "yes"}).status_code == 403  # fmt: skip


def test_every_page_asks_few_questions(page, client, world, django_assert_max_num_queries):
    for number in range(8):
        made.added(world, title=f"Beeld {number}")
        made.in_region(world, "ZZ", title=f"Ander beeld {number}")
    refresh_chances(SYSTEM, now=NOW)
    item = Item.objects.first()

    for name, args in (("library", []), ("inventory", []), ("chances", []),
                       ("library-item", [item.id])):  # fmt: skip
        page("alice", name, *args)
        with django_assert_max_num_queries(29):
            client.get(reverse(name, args=args))
