"""Every page of the heart, in light and dark, on a wide screen and on a phone; and by keyboard."""

import pytest
from playwright.sync_api import expect

SIGNED_IN = ("/", "/zoeken/?q=kapper", "/zoeken/?q=zzzz", "/signalen/", "/signalen/?q=zzzz",
             "/signalen/nieuw/", "/weegtafel/", "/casussen/", "/casussen/?q=zzzz",
             "/informatieverzoeken/", "/mag-ik-dit-delen/", "/mag-ik-dit-delen/signaal-melden/",
             "/account/", "/account/beveiliging/", "/account/beveiliging/totp/activate/",
             "/account/beveiliging/webauthn/add/", "/account/afmelden/")  # fmt: skip
REFUSED = {"/bestaat-niet/": 404, "/beheer/": 403, "/signalen/?status=x": 400}
ROOM = ("", "betrokkenen/", "treffers/", "gegevens/", "verzoeken/", "verzoeken/nieuw/",
        "besluiten/", "logboek/", "betrekken/", "aanwijzen/")  # fmt: skip
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at);
  return [at.outerHTML.slice(0, 80), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth)];
}"""


def look_at(person, *paths: str) -> None:
    for path in paths:
        assert person.go(path) == 200, path
        person.look_all_ways()


def test_the_pages_of_a_reporter(become):
    sanne = become("Sanne Voorbeeld")

    look_at(sanne, *SIGNED_IN)
    for path, status in REFUSED.items():
        assert sanne.go(path) == status
        sanne.look_all_ways()
    sanne.go("/informatieverzoeken/")
    request = sanne.follow("tbody a")
    look_at(
        sanne, request, *(request + way for way in ("leveren/", "bestand/", "niets/", "weigeren/"))
    )


def test_the_pages_of_the_table(become):
    marit, bram = become("Marit Stelsel"), become("Bram Sprookstra")

    marit.go("/signalen/?status=submitted")
    signal = marit.follow("tbody a")
    look_at(marit, "/", signal, f"{signal}intake/")
    bram.go("/weegtafel/")
    weighed = bram.follow("tbody a")
    bram.look_all_ways()
    look_at(bram, weighed.replace("weegtafel", "signalen") + "treffers/")


def test_the_pages_of_a_case(become):
    daan = become("Daan Regie")

    daan.go("/casussen/?status=collecting")
    case = daan.follow("tbody a")
    look_at(daan, "/", "/casussen/nieuw/", *(case + tab for tab in ROOM))


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("Petra Bedenk", ("/", "/beheer/", "/beheer/personen/nieuw/", "/beheer/rechten/")),
        ("Toos Toegang", ("/beheer/deelnemers/", "/beheer/deelnemers/nieuw/", "/beheer/rechten/")),
        ("Pia Waarborg", ("/", "/logboek/")),
    ],
)
def test_the_pages_of_who_guards_and_manages(become, name, paths):
    person = become(name)

    look_at(person, *paths)
    if "/beheer/" in paths:
        person.go("/beheer/")
        look_at(person, person.follow("tbody a"))


def test_what_is_missing_comes_into_view(become):
    sanne = become("Sanne Voorbeeld")
    sanne.go("/signalen/nieuw/")
    sanne.press("Persoon")
    sanne.press("Indienen")

    summary = sanne.page.locator("#error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    sanne.look_all_ways()
    sanne.press("Concept weggooien")
    sanne.look_all_ways()
    sanne.press("Weggooien")


@pytest.mark.parametrize("path", ["/", "/signalen/nieuw/", "/casussen/", "/mag-ik-dit-delen/"])
def test_the_keyboard_reaches_everything_and_is_seen(become, path):
    sanne = become("Sanne Voorbeeld")
    sanne.go(path)
    asked = "main a[href], main button:not([tabindex='-1']), main select, main textarea"
    wanted = sanne.page.locator(asked).count()

    stops = []
    for _press in range(300):
        sanne.page.keyboard.press("Tab")
        if (found := sanne.page.evaluate(FOCUS)) is None:
            break
        stops.append(found)

    assert "skip" in stops[0][0], "the first stop skips the menu"
    assert len(stops) >= wanted
    assert [stop for stop in stops if not stop[1]] == []
