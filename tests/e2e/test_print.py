"""On paper: no menu, no dark page, nothing that runs off a sheet of A4."""

import pytest

# What is left of the 210 mm of A4 between two margins of 16 mm, at 96 dots an inch.
BETWEEN_MARGINS = 672
FIRST = "main tbody a"
PAGES = (
    ("Daan Regie", "/casussen/", True),
    ("Marit Stelsel", "/signalen/?status=accepted", True),
    ("Bram Sprookstra", "/weegtafel/", False),
    ("Bram Sprookstra", "/weegtafel/", True),
    ("Liv Landelijk", "/jaarverslag/", True),
)


@pytest.mark.parametrize(("name", "where", "opens"), PAGES)
def test_a_page_fits_on_paper_without_what_is_for_the_screen(become, name, where, opens):
    person = become(name, color_scheme="dark")
    person.go(where)
    if opens:
        person.follow(FIRST)
    person.page.set_viewport_size({"width": BETWEEN_MARGINS, "height": 900})
    person.page.emulate_media(media="print", color_scheme="dark")

    for chrome in (".top", ".side", ".foot", ".filters", "main .tabs"):
        for part in person.page.locator(chrome).all():
            assert not part.is_visible(), f"{person.page.url}: {chrome} is printed"
    paper = person.page.evaluate("getComputedStyle(document.body).backgroundColor")
    ink = person.page.evaluate("getComputedStyle(document.querySelector('main h1')).color")
    assert paper in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), paper
    assert ink != "rgb(255, 255, 255)"
    wide = person.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= BETWEEN_MARGINS, f"{person.page.url} is {wide} px wide on paper"
