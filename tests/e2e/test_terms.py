"""One definition for all: proposed by the LIEC, answered by ten regions, adopted, taken into use."""

from datetime import date, timedelta

TEXT = (
    "Een woning die op naam van een ander wordt gehuurd om te verhullen wie er woont, werkt of "
    "iets opslaat."
)
HEADS = (
    "Hanna Hoofd", "Wim Winterman", "Lieke Lente", "Herman Heide", "Mirjam Maan",
    "Sefa Sterren", "Wouter Wolk", "Dunya Dauw", "Zita Zilver", "Roel Regen",
)  # fmt: skip
REMARK = "Noem ook bedrijfsruimte."


def test_a_definition_goes_through_ten_regions(become):
    ellen = become("Ellen Expert")
    ellen.go("/definities/")
    ellen.look()
    ellen.press("Definitie voorstellen")
    ellen.look()
    ellen.page.locator("#id_name").fill("Katvangerswoning")
    ellen.page.locator("#id_text").fill(TEXT)
    ellen.page.locator("#id_source").fill("Werkgroep woonfraude")
    ellen.page.locator("#id_reason").fill("Elke regio telt andere woningen mee.")
    ellen.press("Voorstellen")
    ellen.sees("De regio's zijn nog niet geraadpleegd")
    until = date.today() + timedelta(days=28)
    ellen.page.locator("#id_until").fill(until.isoformat())
    ellen.press("Raadplegen")
    ellen.sees("0 van 10 regio's antwoordden")
    ellen.look()
    address = ellen.page.url.removeprefix(ellen.url)
    ellen.leave()

    for number, name in enumerate(HEADS):
        answer(become(name), address, number)

    liv = become("Liv Landelijk")
    liv.go(address)
    liv.sees("10 van 10 regio's antwoordden")
    liv.sees(REMARK)
    liv.look()
    liv.page.locator("#id_source").fill("Hoofdenoverleg, punt 3")
    liv.press("Vaststellen voor alle regio's")
    liv.sees("Zo luidt de definitie")
    liv.leave()

    hanna = become("Hanna Hoofd")
    hanna.go(address)
    hanna.page.get_by_text("Invoeren in uw regio").click()
    hanna.press("Invoeren")
    hanna.sees("1 van 10 regio's werken ermee")
    hanna.look()
    hanna.leave()

    newer(become("Pim Projectman"), address)


def answer(head, address, number):
    """Let a head find the consultation in the own work, and answer it."""
    head.sees("Definities die op het antwoord van uw regio wachten")
    head.go(address)
    if number == 3:
        head.tick("Akkoord met opmerking")
        head.press("Antwoorden")
        head.sees("Schrijf erbij wat er anders moet.")
        head.page.locator("#id_comment").fill(REMARK)
        head.look()
    else:
        head.page.get_by_label("Akkoord", exact=True).check()
    head.press("Antwoorden")
    head.sees(f"{number + 1} van 10 regio's antwoordden")
    head.leave()


def newer(person, address):
    """Propose another text, and read word by word what changes."""
    person.go(address)
    person.press("Nieuwe versie voorstellen")
    person.page.locator("#id_text").fill(TEXT.replace("woning", "woning of bedrijfsruimte", 1))
    person.page.locator("#id_reason").fill(REMARK)
    person.press("Tekst bewaren")
    assert "of bedrijfsruimte" in person.page.locator("ins").first.inner_text()
    person.look()
