"""An analyst follows the four modules, and only then gets the role; places come free and days move."""

from datetime import date, timedelta

ROLE = "Informatieanalist"
TRAINING = "Opleiding analisten en onderzoekers"
TODAY = date.today().isoformat()
MONTH = (date.today() + timedelta(days=30)).isoformat()


def test_an_analyst_follows_the_four_modules_and_only_then_gets_the_role(become):
    liv, olga = become("Liv Landelijk"), become("Olga Oploop")
    gijs, toos = become("Gijs Droomveld"), become("Toos Toegang")
    liv.go("/opleidingen/rollen/")
    liv.look()
    liv.choose("Rol", ROLE)
    liv.choose("Opleiding", TRAINING)
    liv.page.get_by_label("Vanaf").fill(TODAY)
    liv.press("Vastleggen")
    liv.sees("De rol vraagt deze opleiding.")
    liv.look()
    asks_for_the_role(toos, gijs.name)
    toos.sees("Deze rol vraagt een geldig certificaat van de opleiding")
    toos.look()

    edition = plan(olga)
    gijs.go("/opleidingen/")
    gijs.look()
    gijs.press(TRAINING)
    gijs.sees(ROLE)
    gijs.look()
    gijs.go(edition)
    gijs.press("Inschrijven")
    gijs.sees("U hebt een plaats")
    gijs.look()

    for module in range(4):
        olga.go(edition)
        olga.sees("Nog niet alles gevolgd")
        session = olga.page.locator("section.card").filter(has_text="Wie was erbij?").nth(module)
        session.get_by_label(gijs.name).check()
        session.get_by_role("button").click()
        olga.sees("De aanwezigheid is genoteerd.")
    olga.look()
    asks_for_the_role(toos, gijs.name)
    toos.sees("Deze rol vraagt een geldig certificaat van de opleiding")
    olga.page.get_by_role("row", name=gijs.name).get_by_role("button").click()
    olga.sees("Het certificaat is uitgereikt.")
    olga.look()

    asks_for_the_role(toos, gijs.name)
    toos.sees("De rol is gegeven.")
    gijs.go("/opleidingen/mijn/")
    gijs.sees("Geldig")
    gijs.look()
    gijs.go(edition)
    gijs.tick("Heel goed")
    gijs.press("Oordeel versturen")
    gijs.sees("Dank u wel voor uw oordeel.")

    liv.page.get_by_role("row", name=ROLE).get_by_role("button").click()
    liv.sees("De rol vraagt deze opleiding niet meer.")


def test_a_programme_is_changed_and_who_waits_hears_of_a_place(become):
    olga = become("Olga Oploop")
    olga.go("/opleidingen/")
    olga.press("Delen volgens de Wgs")
    olga.press("Wijzigen")
    olga.look()
    olga.page.locator("#id_module-1-title").fill("Oefenen met casussen")
    olga.page.locator("#id_funding-0-decision").fill("HO 7")
    olga.press("Bewaren")
    olga.look()
    olga.page.locator("#id_funding-0-source").fill("Regio's samen")
    olga.page.locator("#id_funding-0-amount").fill("12500")
    olga.press("Bewaren")
    for text in ("De opleiding is gewijzigd.", "Oefenen met casussen", "HO 7", "12.500,00"):
        olga.sees(text)
    olga.look()
    olga.press("Editie plannen")
    olga.page.locator("#id_place").fill("Wachtstad")
    olga.page.locator("#id_places").fill("1")
    for module in range(2):
        olga.page.locator(f"#id_day{module}").fill(MONTH)
    olga.press("Bewaren")
    olga.page.get_by_role("link", name="Wachtstad").first.click()
    olga.page.wait_for_load_state()
    edition = olga.page.url.removeprefix(olga.url)

    sanne = become("Sanne Voorbeeld")
    sanne.go(edition)
    sanne.press("Inschrijven")
    bram = become("Bram Sprookstra", viewport={"width": 390, "height": 844}, color_scheme="dark")
    bram.go(edition)
    bram.sees("Deze editie is vol")
    bram.press("Inschrijven")
    bram.sees("Uw plaats op de wachtlijst: 1")
    bram.look()
    sanne.press("Inschrijving intrekken")
    bram.go("/")
    bram.sees("U wachtte en hebt nu een plaats")
    bram.look()

    olga.press("Wijzigen")
    olga.page.locator("#id_place").fill("Elders")
    olga.look()
    olga.press("Bewaren")
    bram.go("/opleidingen/mijn/")
    bram.sees("De dagen of de plaats zijn gewijzigd")
    bram.look()
    olga.press("Afzeggen")
    olga.look()
    olga.page.locator("#id_reason").fill("De opleider is ziek; in het voorjaar weer.")
    olga.press("Bewaren")
    bram.go("/")
    bram.sees("Deze editie gaat niet door")
    bram.go(edition)
    bram.sees("in het voorjaar weer")
    bram.look()


def asks_for_the_role(manager, name):
    """Give somebody the role of analyst, as far as the rules let it."""
    manager.go("/beheer/")
    manager.press(name)
    manager.press("Rol geven")
    manager.choose("Rol", ROLE)
    manager.page.locator("#id_starts_on").fill(TODAY)
    manager.page.locator("#id_ends_on").fill(MONTH)
    manager.press("Opslaan")


def plan(trainer):
    """Plan the four modules for today, and return the address of the edition."""
    trainer.go("/opleidingen/")
    trainer.press(TRAINING)
    trainer.press("Editie plannen")
    trainer.look()
    trainer.page.locator("#id_place").fill("Verhaalstad")
    for module in range(4):
        trainer.page.locator(f"#id_day{module}").fill(TODAY)
    trainer.press("Bewaren")
    trainer.sees("De editie staat in de agenda.")
    trainer.look()
    trainer.page.get_by_role("link", name="Verhaalstad").first.click()
    trainer.page.wait_for_load_state()
    trainer.look()
    return trainer.page.url.removeprefix(trainer.url)
