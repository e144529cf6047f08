"""The main job: from a partner's signal to delivered items, by three participants and an outsider."""

import re

import pytest
from playwright.sync_api import expect

TITLE = "Nagelstudio met te veel omzet"
SEEN = (
    "Bij vier controles waren er geen klanten, terwijl de omzet past bij een volle zaak. "
    "De bestuurder betaalt de huur contant."
)
CSV = (
    b"Achternaam;Voornamen;Geboortedatum;BSN;Omschrijving\n"
    b"Nevelman;Johannes;12-05-1980;999990019;Aangifte ontbreekt over 2025\n"
    b"Nevelman;J.;1980;;Bestuurder van drie vennootschappen\n"
    b"Nevelman;Johannes;31-02-1980;123;Deze rij klopt niet\n"
)


def choose(select, words: str) -> None:
    """Choose the first option that holds these words."""
    option = select.locator("option", has_text=words).first
    select.select_option(value=option.get_attribute("value"))


def report(person, given: str, surname: str) -> str:
    """Report a signal about somebody, and return its number."""
    person.go("/signalen/nieuw/")
    person.look()
    person.page.locator("#id_title").fill(TITLE)
    person.page.locator("#id_phenomenon").select_option(label="Witwassen")
    person.page.locator("#id_description").fill(SEEN)
    person.page.locator("#id_place").fill("Spiegelgracht 12, Dijkstad")
    person.page.locator("#id_period_from").fill("2026-05-01")
    person.page.locator("#id_ground").select_option(index=1)
    person.page.locator("#id_purpose_text").fill(
        "Toezicht op de exploitatie en heffing; één deelnemer komt er alleen niet uit."
    )
    person.page.locator("#id_organised_crime_text").fill(
        "De bestuurder komt voor in onderzoeken naar een netwerk dat drugsgeld witwast."
    )
    person.tick("B · Bron meestal betrouwbaar")
    person.tick("2 · De bron weet het zelf; de melder niet")
    person.tick("H0 · Alleen om misdaad te voorkomen of te bestrijden")
    person.press("Persoon")
    block = person.page.locator("fieldset.block").first
    block.get_by_label("Voornamen", exact=False).first.fill(given)
    block.get_by_label("Achternaam", exact=False).first.fill(surname)
    block.get_by_label("Geboortedatum", exact=False).first.fill("12-05-1980")
    person.look()
    person.press("Indienen")
    person.look()
    found = re.search(r"ZL-\d{4}-\d{4}", person.page.content())
    assert found, "the signal has a number"
    return found.group()


def open_signal(person, where: str, number: str) -> None:
    person.go(where)
    person.page.get_by_role("link", name=number).first.click()
    person.page.wait_for_load_state()


def take_in(person, number: str) -> None:
    """Put a signal on the agenda."""
    open_signal(person, "/signalen/?status=submitted", number)
    signal = person.page.url.rstrip("/").split("/")[-1]
    person.go(f"/signalen/{signal}/intake/")
    person.look()
    person.press("Op de agenda zetten")
    person.look()


def weigh(person, number: str) -> None:
    """Judge purpose and criteria, and accept together."""
    open_signal(person, "/weegtafel/", number)
    person.look()
    page = person.page
    for name in ("Bram Sprookstra", "Sanne Voorbeeld", "Amina El Khayali"):
        page.locator("#present").get_by_label(name).first.check()
    person.press("Vastleggen", within=page.locator("#present"))
    purpose = page.locator("#purpose")
    purpose.get_by_role("radio").first.check()
    purpose.get_by_role("textbox").fill(
        "Past bij het doel: handhaving tegen een crimineel netwerk."
    )
    person.press("Vastleggen", within=purpose)
    for criterion in "abcd":
        part = page.locator(f"#criterion-{criterion}")
        if part.locator("details").get_attribute("open") is None:
            part.locator("summary").click()
        part.get_by_role("radio").nth(1).check()
        part.get_by_role("textbox").fill(
            "Er zijn meer meldingen die hierbij passen en samenhangen."
        )
        person.press("Vastleggen", within=part)
    person.look()
    decide = page.locator("#decide")
    decide.locator("[name=reason]").fill("De aanwijzingen zijn duidelijk en meer deelnemers nodig.")
    decide.locator("[name=necessity]").fill("Alleen samen is te zien wie erachter zit.")
    person.press("Aanvaarden", within=decide)
    person.look()
    expect(page.locator("tbody")).not_to_contain_text(number)


def see_the_hit(person, number: str) -> None:
    """Find the other participant's signal, and judge that it's about the same person."""
    open_signal(person, "/weegtafel/", number)
    signal = person.page.url.rstrip("/").split("/")[-1]
    person.go(f"/signalen/{signal}/treffers/")
    person.sees("Nevelman")
    person.look()


def open_case(person, number: str) -> str:
    """Open a case from the signal with exactly the participants it needs."""
    person.go("/casussen/nieuw/")
    person.look()
    page = person.page
    page.get_by_label(number, exact=False).first.check()
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=purpose]").fill("Vaststellen wie erachter zit en samen ingrijpen.")
    for organ in ("Politie eenheid Zomerland", "Belastingdienst"):
        need = page.locator(".need", has_text=organ).first
        need.get_by_role("checkbox").check()
        ground = need.get_by_role("combobox")
        if ground.count():
            ground.select_option(index=1)
        need.get_by_role("textbox").fill("Heeft gegevens die voor deze casus nodig zijn.")
    choose(page.locator("[name=director]"), "Daan Regie")
    person.press("Casus openen")
    person.look()
    person.sees(TITLE)
    return page.url.rstrip("/").split("/")[-1]


def ask(person, case: str) -> None:
    """Ask the tax administration for fiscal data."""
    person.go(f"/casussen/{case}/verzoeken/nieuw/")
    person.look()
    page = person.page
    page.locator("[name=participant]").select_option(label="Belastingdienst")
    page.get_by_label("Fiscale gegevens", exact=False).first.check()
    page.locator("[name=question]").fill("Wat is bekend over de aangiften van de bestuurder?")
    page.locator("[name=necessity]").fill("Zonder deze gegevens is de omzet niet te verklaren.")
    person.press("Verzoek versturen")
    person.look()


def deliver(person, case: str) -> None:
    """Answer the request with a file: choose the columns, keep the good rows."""
    person.go("/informatieverzoeken/")
    person.look()
    person.page.locator(
        "tr:has(a[href*='/informatieverzoeken/'])", has_text=TITLE
    ).first.get_by_role("link").first.click()
    person.page.wait_for_load_state()
    person.look()
    person.press("Met een bestand")
    person.look()
    person.page.locator("input[type=file]").set_input_files(
        {"name": "levering.csv", "mimeType": "text/csv", "buffer": CSV}
    )
    person.press("Leveren")
    page = person.page
    expect(page.get_by_role("heading", name="Wat staat er in de kolommen?")).to_be_visible(
        timeout=60_000
    )
    person.look()
    choose(page.locator("[name=category]"), "Fiscale")
    page.locator("[name=summary]").fill("Uit de fiscale administratie")
    page.locator("[name=secrecy_ground]").select_option(index=1)
    person.press("Inlezen")
    expect(page.locator("body")).to_contain_text("rijen zijn ingelezen", timeout=60_000)
    person.sees("Eén rij is niet ingelezen")
    person.look()


@pytest.fixture(scope="module")
def story() -> dict[str, str]:
    """What the chapters of this story pass on."""
    return {}


def test_a_signal_becomes_a_case_and_the_items_reach_who_needs_them(become, story):
    sanne, bram = become("Sanne Voorbeeld"), become("Bram Sprookstra")
    number = report(sanne, "Johannes", "Nevelman")
    other = report(bram, "Hans", "Nevelmann")
    marit = become("Marit Stelsel")
    take_in(marit, number)
    take_in(marit, other)

    see_the_hit(bram, number)
    weigh(bram, number)

    daan = become("Daan Regie")
    case = open_case(daan, number)
    ask(daan, case)
    lotte = become("Lotte Verzon")
    deliver(lotte, case)

    for person in (daan, sanne):
        assert person.go(f"/casussen/{case}/gegevens/") == 200
        person.sees("Aangifte ontbreekt over 2025")
        person.look()
    for tab in ("", "betrokkenen/", "treffers/", "verzoeken/", "besluiten/", "logboek/"):
        assert daan.go(f"/casussen/{case}/{tab}") == 200
        daan.look()
    story |= {"case": case, "number": number}


def test_who_is_not_involved_finds_nothing(become, story):
    fleur = become("Fleur Papieren")
    case = story["case"]

    for path in (
        f"/casussen/{case}/",
        f"/casussen/{case}/gegevens/",
        f"/casussen/{case}/verzoeken/",
    ):
        assert fleur.go(path) == 404
        fleur.sees("Dit bestaat niet, of u hebt er geen toegang toe.")
    fleur.look()
    fleur.go("/casussen/")
    fleur.misses(TITLE)
    henk = become("Henk Nergens")
    for path in ("/", "/casussen/", "/signalen/", f"/signalen/?q={story['number']}",
                 "/informatieverzoeken/", "/casussen/?q=nagelstudio"):  # fmt: skip
        henk.go(path)
        henk.misses(TITLE)
        henk.misses("Nevelman")


def test_who_keeps_the_system_running_sees_no_content(become, story):
    sjaak = become("Sjaak Stekker")

    assert sjaak.go(f"/casussen/{story['case']}/") == 404
    sjaak.go("/")
    sjaak.misses(TITLE)
    sjaak.look()
