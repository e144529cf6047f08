"""An analyst follows the four modules, and only then gets the role."""

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
