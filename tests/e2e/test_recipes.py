"""A region finds a project of another, takes it over, adapts it, and the origin hears of it."""

TOLD = "Drie gesprekken per week; twee verhuurders zagen af van een vreemde huurder."


def test_a_region_finds_adopts_and_reports_back_on_a_project(become):
    place(become("Pim Projectman"))

    hanna = become("Hanna Hoofd", viewport={"width": 390, "height": 844})
    hanna.go("/recepten/?q=loodsen")
    hanna.look()
    hanna.press("Loodsen met een verhaal")
    hanna.sees("Nog geen regio nam dit over")
    hanna.look()
    hanna.press("Overnemen")
    hanna.look()
    hanna.page.locator("#id_plan").fill("In Oosterzande, vanaf het voorjaar")
    hanna.press("Overnemen")
    hanna.sees("Overgenomen van")
    hanna.press("Aanpassen")
    hanna.page.locator("#id_adapted").fill("Wij gaan met de brandweer.")
    hanna.press("Bewaren")
    hanna.sees("Schrijf op waarom u het anders doet.")
    hanna.look()
    hanna.page.locator("#id_why").fill("Die komt toch al langs.")
    hanna.press("Bewaren")
    hanna.sees("Wat deze regio anders doet")
    hanna.press("Melden hoe het gaat")
    hanna.look()
    hanna.tick("Afgerond")
    hanna.page.locator("#id_told").fill(TOLD)
    hanna.page.locator("#id_cost").fill("€ 900 en veertig uur")
    hanna.page.get_by_label("Ja", exact=True).check()
    hanna.press("Melden")
    hanna.sees("Gemeld.")
    hanna.look()

    pim = become("Pim Projectman")
    pim.sees("Nieuwe terugmeldingen over uw recepten")
    pim.go("/recepten/?q=loodsen&show=eigen")
    pim.sees("1 van 1 zegt ja")
    pim.press("Loodsen met een verhaal")
    pim.sees(TOLD)
    pim.sees("Wij gaan met de brandweer.")
    pim.sees("De lijn van overnames")
    pim.look()


def place(pim):
    """Place a recipe that others can follow."""
    pim.go("/recepten/")
    pim.press("Recept plaatsen")
    pim.look()
    for name, text in (
        ("title", "Loodsen met een verhaal"),
        ("summary", "Langs eigenaren van loodsen, voordat een ander het doet."),
        ("goal", "Minder loodsen voor drugs en opslag van gestolen goed."),
        ("target_group", "Eigenaren van loodsen aan de rand van het dorp."),
        ("steps", "Maak een lijst\nGa langs met een collega\nBel na een maand"),
        ("legal_ground", "Geen: er wordt niets over personen vastgelegd."),
    ):
        pim.page.locator(f"#id_{name}").fill(text)
    pim.press("Plaatsen")
    pim.sees("Ga langs met een collega")
    pim.leave()
