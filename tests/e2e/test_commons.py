"""The library: one region fills it, another finds it, both say yes; a list is read in by phone."""

from playwright.sync_api import expect

TITLE = "Beeld van belwinkels in Dijkstad"
LIST = (
    b"Soort;Titel;Samenvatting;Fenomeen\n"
    b"Initiatief;Nachtploeg op de markt;Toezichthouders lopen samen op marktdagen.;Witwassen\n"
    b"Initiatief;Iets onbekends;Dit fenomeen bestaat niet.;Toverij\n"
)


def fill_in(person) -> str:
    """Write a phenomenon picture; publishing too early says what is missing."""
    person.go("/bibliotheek/")
    person.look()
    person.press("Toevoegen")
    person.look()
    person.page.get_by_role("link", name="Fenomeenbeeld", exact=False).first.click()
    person.page.locator("#id_title").fill(TITLE)
    person.press("Publiceren")
    person.sees("ten minste twintig tekens")
    person.look()
    person.page.locator("#id_summary").fill(
        "Belwinkels en reisbureaus bieden betalingen aan die in geen administratie staan."
    )
    person.tick("Ondergronds bankieren")
    person.page.locator("#id_method").fill("Netwerkanalyse op geldtransacties")
    person.press("Publiceren")
    person.sees("alle regio's kunnen het nu vinden")
    person.look()
    return str(person.page.url).removeprefix(person.url)


def keep_as_chance(person, item: str) -> str:
    """Open what others do about it, and keep the first as a chance."""
    person.go(item)
    person.sees("Zelfde fenomeen")
    other = person.page.locator("article.suggestion", has_text="Ondergronds bankieren in Maanstad")
    expect(other).to_be_visible()
    other.get_by_role("button").click()
    person.page.wait_for_load_state()
    person.sees("Waarom dit wordt voorgesteld")
    person.look()
    return str(person.page.url).removeprefix(person.url)


def answer(person, chance: str, words: str, note: str) -> None:
    person.go(chance)
    person.tick(words)
    person.page.locator("#id_note").fill(note)
    person.press("Antwoorden")
    person.look()


def test_two_regions_find_each_other_and_say_what_came_of_it(become):
    hanna, mirjam = become("Hanna Hoofd"), become("Mirjam Maan")

    item = fill_in(hanna)
    chance = keep_as_chance(hanna, item)
    answer(hanna, chance, "Ja, hier gaan we mee verder", "Hanna belt.")

    mirjam.go("/")
    mirjam.sees("Kansen waar een andere regio ja op zei")
    mirjam.sees("RIEC Zomerland (demo) zegt ja")
    mirjam.go("/bibliotheek/?q=belwinkel+dijkstad")
    mirjam.look()
    tile = mirjam.page.locator(".tiles").get_by_role("link", name="Zomerland")
    expect(tile).to_contain_text("1")
    tile.focus()
    mirjam.page.keyboard.press("Enter")
    mirjam.page.wait_for_load_state()
    expect(tile).to_have_attribute("aria-current", "true")
    mirjam.look()
    mirjam.press(TITLE)
    mirjam.sees("RIEC Zomerland")
    mirjam.go("/kansen/")
    mirjam.look()
    mirjam.go(chance)
    mirjam.press("Antwoorden")
    mirjam.tick("Nee, dit past niet")
    mirjam.press("Antwoorden")
    mirjam.sees("waarom het niet past")
    answer(mirjam, chance, "Ja, hier gaan we mee verder", "Graag.")
    mirjam.page.locator("#id_outcome").fill("Samen drie straten bekeken.")
    mirjam.press("Bewaren")

    hanna.go(chance)
    hanna.sees("Samen drie straten bekeken.")
    hanna.go("/kansen/?answer=yes")
    hanna.sees(TITLE)
    hanna.look()


def test_a_definition_stands_above_what_is_found(become):
    roel = become("Roel Regen", viewport={"width": 390, "height": 844}, color_scheme="dark")

    roel.go("/bibliotheek/?q=jonge+aanwas")
    roel.sees("De definitie van Jonge aanwas, versie 2")
    roel.look()
    roel.press("De definitie van Jonge aanwas, versie 2")
    roel.sees("Zo luidt de definitie")


def test_the_inventory_leads_from_a_blind_spot_to_a_picture(become):
    roel = become("Roel Regen")

    roel.go("/bibliotheek/fenomeenbeelden/")
    roel.sees("blinde vlek")
    roel.look()
    roel.page.locator("tbody.coverage").get_by_role("link", name="Mensenhandel").first.click()
    roel.page.wait_for_load_state()
    expect(roel.page.locator("tbody.pictures tr")).not_to_have_count(0)
    roel.look()


def test_a_list_is_looked_at_on_a_phone_before_it_is_taken_in(become):
    wim = become("Wim Winterman", viewport={"width": 390, "height": 844})

    wim.go("/bibliotheek/lijst/")
    wim.look()
    wim.page.set_input_files(
        "#id_file", {"name": "lijst.csv", "mimeType": "text/csv", "buffer": LIST}
    )
    wim.choose("Soort", "Project")
    wim.press("Lijst nakijken")
    wim.sees("Dit fenomeen is niet bekend")
    wim.look()
    wim.press("Toevoegen en publiceren")
    wim.sees("1 gepubliceerd")
    wim.sees("Nachtploeg op de markt")
