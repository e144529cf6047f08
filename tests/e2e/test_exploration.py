"""An exploration with six people at once: two laptops, three phones, and the chair."""

import re

from playwright.sync_api import expect

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
BROUGHT_IN = {
    "Hanna Hoofd": ("Lopend initiatief", "Meldpunt voor ondermijning in het buitengebied"),
    "Wim Winterman": ("Knelpunt", "Leegstaande schuren in het buitengebied worden niet bezocht"),
    "Lieke Lente": ("Knelpunt", "Boeren melden leegstaande schuren niet"),
    "Sefa Sterren": ("Lopend initiatief", "Voorlichting aan boeren door de gemeente"),
    "Zita Zilver": ("Knelpunt", "Te weinig toezichthouders in het buitengebied"),
}


def bring_in(person, kind: str, text: str) -> None:
    person.tick(kind)
    person.page.get_by_label("Uw notitie").fill(text)
    person.press("Inbrengen")
    person.sees("hangt op het bord")


def pick(person, *texts: str) -> None:
    """Choose notes or clusters on the board with the keyboard."""
    for text in texts:
        box = person.page.get_by_label(text, exact=True)
        box.focus()
        person.page.keyboard.press("Space")
        expect(box).to_be_checked()


def begin(chair) -> str:
    chair.go("/verkenningen/")
    chair.look()
    chair.press("Nieuwe verkenning")
    chair.look()
    chair.page.locator("#id_title").fill("Verkenning buitengebied")
    chair.page.locator("#id_question").fill("Wat loopt er in het buitengebied, en wat knelt?")
    chair.page.locator("#id_portfolio").select_option(label="Mainports")
    chair.press("Bewaren")
    chair.press("Verzamelen openen")
    found = re.search(r"/verkenningen/[0-9a-f-]{36}/", chair.page.url)
    assert found
    return found.group()


def arrange(chair) -> None:
    chair.look()
    pick(chair, BROUGHT_IN["Wim Winterman"][1], BROUGHT_IN["Lieke Lente"][1])
    # The board is drawn anew every few seconds: what was chosen stays chosen.
    with chair.page.expect_response(lambda answer: "/bord/" in answer.url):
        pass
    chair.page.locator("#cluster_name").fill("Leegstaande schuren")
    chair.press("Nieuw cluster")
    chair.sees("Het cluster is gemaakt.")
    pick(chair, BROUGHT_IN["Hanna Hoofd"][1], BROUGHT_IN["Sefa Sterren"][1])
    chair.page.locator("#cluster_name").fill("Melden en voorlichten")
    chair.press("Nieuw cluster")
    chair.look()


def give(person, where: str, **dots: str) -> None:
    person.go(f"{where}stemmen/")
    for name, number in dots.items():
        block = person.page.locator("fieldset", has_text=name)
        block.get_by_label(number, exact=True).check()
    person.look()
    person.press("Stem bewaren")
    person.sees("Uw stem is bewaard")


def test_six_people_explore_at_once_on_several_devices(become):
    chair = become("Ellen Expert", **LAPTOP)
    where = begin(chair)
    people = {
        name: become(name, **(LAPTOP if place == 0 else PHONE))
        for place, name in enumerate(BROUGHT_IN)
    }
    # Everybody is on the board before the first note is written.
    for person in people.values():
        person.go(where)
        person.look()
    for name, person in people.items():
        bring_in(person, *BROUGHT_IN[name])
    for person in (chair, *people.values()):
        for _kind, text in BROUGHT_IN.values():
            expect(person.page.locator("#board")).to_contain_text(text, timeout=15_000)

    # Who is still typing when the chair moves on keeps the text.
    late = people["Zita Zilver"]
    late.page.get_by_label("Uw notitie").fill("Dit wilde ik nog zeggen")
    chair.press("Naar ordenen")
    expect(late.page.locator("#board")).to_contain_text("een fase verder", timeout=15_000)
    expect(late.page.get_by_label("Uw notitie")).to_have_value("Dit wilde ik nog zeggen")
    late.press("Inbrengen")
    late.sees("Het verzamelen is intussen gestopt")
    expect(late.page.get_by_label("Uw notitie")).to_have_value("Dit wilde ik nog zeggen")

    arrange(chair)
    chair.press("Stemming openen")
    for name in ("Hanna Hoofd", "Wim Winterman", "Lieke Lente"):
        give(people[name], where, **{"Leegstaande schuren": "3", "Melden en voorlichten": "1"})
        people[name].misses("Uitslag")
    chair.go(f"{where}stemmen/")
    chair.sees("3 regio's stemden")
    chair.press("Stemming sluiten en tellen")
    people["Hanna Hoofd"].go(f"{where}stemmen/")
    expect(people["Hanna Hoofd"].page.locator("tbody tr").first).to_contain_text("9")

    chair.page.locator("#id_statement").fill("Leegstaande schuren zijn in beeld.")
    chair.tick("Leegstaande schuren")
    chair.press("Vastleggen")
    chair.press("Doelen en tekst: Leegstaande schuren zijn in beeld.")
    chair.page.locator("#id_text").fill("Elke regio bezoekt elk jaar honderd schuren.")
    chair.tick(BROUGHT_IN["Wim Winterman"][1])
    chair.press("Doel toevoegen")
    chair.look()
    chair.go(f"{where}focus/")
    chair.press("Verkenning afsluiten")

    reader = people["Lieke Lente"]
    reader.go(f"{where}herkomst/")
    for text in ("Elke regio bezoekt elk jaar", BROUGHT_IN["Wim Winterman"][1]):
        reader.sees(text)
    note = reader.page.locator(".trail li", has_text=BROUGHT_IN["Wim Winterman"][1]).last
    expect(note).to_contain_text("Hieruit volgt doel 1.1")
    expect(reader.page.get_by_role("link", name="doel 1.1")).to_have_count(1)
    reader.look()
    reader.go(f"{where}verslag/")
    reader.look()
    with reader.page.expect_download() as download:
        reader.page.get_by_role("link", name="Downloaden als Word").click()
    assert download.value.suggested_filename == "verslag-verkenning-buitengebied.docx"

    # The portfolio takes the objective over, and from there the line goes back to the notes.
    chair.go(f"{where}verslag/")
    chair.press("Doelen overnemen in de portefeuille")
    chair.look()
    row = chair.page.locator("li", has_text="Elke regio bezoekt elk jaar")
    row.get_by_role("button", name="Overnemen").click()
    chair.sees("Het doel is overgenomen.")
    reader.go("/portefeuilles/mainports/doelstellingen/")
    reader.press("Elke regio bezoekt elk jaar honderd schuren.")
    for text in ("Leegstaande schuren zijn in beeld.", BROUGHT_IN["Wim Winterman"][1]):
        reader.sees(text)
    reader.misses(BROUGHT_IN["Lieke Lente"][1])
    reader.look()
