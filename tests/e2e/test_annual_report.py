"""A yearly report: begun, written by two at once, approved, frozen, opened as page and as file."""

from playwright.sync_api import expect

TITLE = "Jaarverslag 2024 RIEC Winterkust (demo)"


def begin(person) -> str:
    """Begin the report of one's own region, and return its address."""
    person.go("/jaarverslag/")
    person.look()
    person.press("Nieuw jaarverslag")
    person.look()
    person.fill("Jaar", "2024")
    person.choose("Soort verslag", "Van een regio")
    person.press("Beginnen")
    person.sees(TITLE)
    person.look()
    return str(person.page.url).removeprefix(person.url)


def chapters(person, report: str) -> list[str]:
    """Return the addresses of the chapters."""
    person.go(report)
    links = person.page.locator("tbody th a")
    return [links.nth(place).get_attribute("href") for place in range(links.count())]


def write(person, chapter: str, text: str) -> None:
    """Write a text in a chapter."""
    person.go(f"{chapter}deel/")
    person.page.get_by_label("Tekst", exact=False).first.fill(text)
    person.press("Bewaren")


def write_together(one, other, chapter: str) -> None:
    """Two open the same text; who saves last sees both, and puts them together."""
    write(one, chapter, "In 2024 kwam de regio {cijfer:signalen-ontvangen} signalen verder.")
    one.go(chapter)
    one.press("Schrijven")
    one.look()
    other.go(chapter)
    other.sees("schrijft hier nu aan")
    other.look()
    other.press("Schrijven")
    one.page.locator("#id_body").fill("In 2024 deed de regio veel.")
    one.press("Bewaren")
    other.page.locator("#id_body").fill("In 2024 leerde de regio veel.")
    other.press("Bewaren")
    other.sees("Een ander was eerder")
    expect(other.page.locator("del")).to_have_text("deed")
    other.look()
    other.page.locator("#id_body").fill("In 2024 deed en leerde de regio veel.")
    other.press("Bewaren")
    other.sees("deed en leerde")


def remark_upon(reader, writer, chapter: str) -> None:
    """A reader notices something, the writer deals with it."""
    reader.go(chapter)
    reader.page.locator("summary", has_text="Opmerkingen").first.click()
    reader.fill("Nieuwe opmerking", "Noem de havens.")
    reader.press("Plaatsen")
    reader.look()
    writer.go(chapter)
    writer.press("Afhandelen")
    writer.sees("afgehandeld door")


def test_the_report_of_a_year_is_written_approved_frozen_and_opened(become):
    writer, head = become("Pim Projectman"), become("Wim Winterman", viewport={"width": 390, "height": 800})  # fmt: skip
    report = begin(writer)
    found = chapters(writer, report)
    write_together(writer, head, found[0])
    remark_upon(head, writer, found[0])
    for chapter in found:
        writer.go(chapter)
        if not writer.page.locator("main .card .prose").count():
            write(writer, chapter, "- Hier is aan gewerkt.\n- En daar is van geleerd.")
        writer.go(chapter)
        writer.press("Aanbieden ter goedkeuring")
        head.go(chapter)
        head.press("Goedkeuren")
    for name in ("verzamelen", "cijfers", "lezen"):
        head.go(f"{report}{name}/")
        head.look()
    for step in ("Beginnen met schrijven", "Laten nalezen", "Vaststellen", "Bevriezen"):
        head.go(report)
        head.press(step)
        head.look()
        head.press(step)
    head.sees("Bevroren")
    head.look()

    head.press("Editie 1")
    head.sees("In 2024 deed en leerde de regio veel.")
    head.look()
    for kind, start in (
        ("pdf", b"%PDF-"),
        ("docx", b"PK"),
        ("json", b"{"),
        ("csv", b"\xef\xbb\xbf"),
    ):
        answer = head.page.request.get(f"{head.url}{report}editie/1/{kind}/")
        assert answer.status == 200, kind
        assert answer.body().startswith(start), kind
    other = become("Hanna Hoofd")
    other.go(f"{report}editie/1/")
    other.sees(TITLE)


def test_anybody_opens_the_public_report(become):
    person = become("Hanna Hoofd")
    person.go("/jaarverslag/?kind=public")
    person.look()
    person.page.locator("tbody th a").first.click()
    person.sees("Mag dit verslag gelden als het openbare jaarverslag?")
    person.look()
    address = person.page.get_by_role("link", name="Het verslag op internet").get_attribute("href")
    person.context.clear_cookies()
    assert person.go(address) == 200
    person.look()
