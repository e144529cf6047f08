"""A closed case comes back: proposed, ordered by every participant, agreed to by who supplied."""

import re

WHY = "Er is nieuw bewijs over hetzelfde adres; zonder de bewaarde gegevens begint alles opnieuw."
CLOSED = "/casussen/gesloten/"


def closed_cases(person, *, asked: bool) -> list[str]:
    """Return the addresses of the closed cases for which a reopening is asked, or is not."""
    person.go(CLOSED)
    rows = person.page.locator("tbody tr")
    rows = rows.filter(has_text="Wacht op antwoord") if asked else rows.filter(has_text="–")
    return [str(link.get_attribute("href")) for link in rows.get_by_role("link").all()]


def answer(person, case: str) -> int:
    """Agree in every capacity in which this person's participant has not spoken; return how often."""
    given = 0
    while True:
        person.go(case)
        asked = person.page.locator("main td").get_by_role("link", name=re.compile("Antwoorden"))
        if asked.count() == 0:
            return given
        asked.first.click()
        person.look()
        person.page.locator("[name=agrees][value=yes]").check()
        person.press("Antwoorden", within=person.page.locator("main"))
        person.sees("Uw antwoord is vastgelegd")
        given += 1


def test_a_case_is_reopened_by_everybody_together_and_nobody_alone(become):
    daan, henk = become("Daan Regie"), become("Henk Nergens")
    (case, *_more) = closed_cases(daan, asked=True)
    daan.look()
    daan.go(case)
    daan.look()
    daan.sees("Nog geen antwoord")
    assert daan.go(f"{case}heropenen/") == 403
    daan.sees("Heropenen kan pas als elke deelnemer last gaf")
    for where in (case, f"{case}voorstel/", f"{case}heropenen/"):
        assert henk.go(where) == 404
    content = f"/casussen/{case.rstrip('/').split('/')[-1]}/"
    assert daan.go(content) == 404

    bram = become("Bram Sprookstra")
    bram.go("/")
    bram.sees("heropen")
    bram.look()
    assert answer(bram, case) == 2  # the tax administration orders, and agrees as a supplier

    daan.go(case)
    daan.press("Casus heropenen")
    daan.look()
    daan.page.locator("[name=director_id]").select_option(label="Daan Regie")
    daan.press("Heropenen", within=daan.page.locator("main"))
    daan.sees("De casus is heropend.")
    assert daan.go(content) == 200
    daan.look()
    assert henk.go(content) == 404


def test_a_proposal_is_made_with_a_reason_and_can_be_withdrawn(become):
    fenna = become("Fenna Leiding")
    (case, *_more) = closed_cases(fenna, asked=False)
    fenna.go(case)
    fenna.press("Heropening voorstellen")
    fenna.look()
    fenna.page.locator("[name=reason]").fill("te kort")
    fenna.press("Voorstellen", within=fenna.page.locator("main"))
    assert fenna.page.locator("[name=reason]").input_value() == "te kort"
    fenna.look()
    fenna.page.locator("[name=reason]").fill(WHY)
    fenna.press("Voorstellen", within=fenna.page.locator("main"))
    fenna.sees("Het voorstel staat bij de deelnemers op de werklijst.")
    fenna.look()

    fenna.press("Voorstel intrekken")
    fenna.page.locator("[name=reason]").fill("Het bewijs bleek over een ander adres te gaan.")
    fenna.press("Intrekken", within=fenna.page.locator("main"))
    fenna.sees("De casus blijft gesloten.")
    fenna.sees("Ingetrokken")
