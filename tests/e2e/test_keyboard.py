"""By the Tab key alone: every stop can be seen, has its whole ring, and is large enough."""

import pytest
from playwright.sync_api import expect

WALKS = {
    "Sanne Voorbeeld": ("/", "/signalen/", "/signalen/nieuw/", "/informatieverzoeken/"),
    "Marit Stelsel": ("/signalen/?status=submitted#open", "/weegtafel/"),
    "Bram Sprookstra": ("/weegtafel/#open", "/casussen/gesloten/#open"),
    "Daan Regie": ("/casussen/nieuw/", "/casussen/#open"),
    "Toos Toegang": ("/beheer/", "/beheer/rechten/"),
    "Pia Waarborg": ("/logboek/",),
}
# No page has more stops than this; a walk that has not come round by then is caught somewhere.
MOST = 250
# What is wrong with where the focus is; null when the walk is past the last stop.
STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const wrong = [], box = at.getBoundingClientRect(), labels = [...(at.labels ?? [])];
  const wide = document.documentElement.clientWidth, high = innerHeight;
  const boxes = [...at.getClientRects()];
  const points = boxes.flatMap(b => [.1, .5, .9].flatMap(x => [.1, .5, .9].map(
    y => [b.left + b.width * x, b.top + b.height * y])));
  const inView = points.filter(([x, y]) => x >= 0 && y >= 0 && x < wide && y < high);
  const shown = inView.filter(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (at.contains(top) || labels.some(label => label.contains(top)));
  });
  // What is higher than the screen, as a region that scrolls, cannot be in view as a whole.
  if (box.height < high * 0.7 && shown.length < points.length / 2) wrong.push('not in view, or covered');

  const style = getComputedStyle(at), width = parseFloat(style.outlineWidth);
  if (style.outlineStyle === 'none' || width < 2) wrong.push('no focus ring');
  const out = width + parseFloat(style.outlineOffset);
  for (let p = at.parentElement; p && p !== document.body; p = p.parentElement) {
    const clip = getComputedStyle(p), edge = p.getBoundingClientRect();
    if (clip.display === 'inline' || clip.overflowX === 'visible') continue;
    const cut = box.left - out < edge.left - 1 || box.right + out > edge.right + 1;
    if (cut) wrong.push(`focus ring cut off by .${p.className}`);
  }

  const targets = [box, ...labels.map(label => label.getBoundingClientRect())];
  const small = ['width', 'height'].some(side => Math.max(...targets.map(t => t[side])) < 23.9);
  const near = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(other => other !== at && other.getClientRects().length)
    .map(other => other.getBoundingClientRect())
    .some(o => Math.hypot(
      Math.max(o.left - box.left - box.width / 2, 0, box.left + box.width / 2 - o.right),
      Math.max(o.top - box.top - box.height / 2, 0, box.top + box.height / 2 - o.bottom)) < 12);
  if (small && near && style.display !== 'inline') wrong.push('smaller than 24 by 24');

  const seen = window.stops ??= [];
  const again = seen.includes(at);
  if (!again) seen.push(at);
  return {name: at.outerHTML.slice(0, 90), wrong, again, first: seen[0] === at && seen.length > 1};
}"""


def walk(person) -> list[str]:
    """Press Tab from the top of the page until it comes round, and return what is wrong."""
    found = []
    for _stop in range(MOST):
        person.page.keyboard.press("Tab")
        stop = person.page.evaluate(STOP)
        if stop is None or stop["first"]:
            return found
        # A date has a stop for each of its parts.
        if not stop["again"]:
            found += [f"{person.page.url}: {stop['name']}: {fault}" for fault in stop["wrong"]]
    return [f"{person.page.url}: the walk does not end"]


@pytest.mark.parametrize("width", [1280, 390])
def test_every_stop_of_the_tab_key_is_seen_whole_and_large_enough(become, width):
    found = []
    for name, paths in WALKS.items():
        person = become(name, viewport={"width": width, "height": 800})
        for path in paths:
            person.go(path.removesuffix("#open"))
            if path.endswith("#open"):
                person.follow("tbody a")
            found += walk(person)

    assert found == []


def test_a_shortcut_works_as_soon_as_the_page_is_there(become):
    sanne = become("Sanne Voorbeeld")

    sanne.go("/signalen/")
    sanne.page.keyboard.press("/")

    expect(sanne.page.locator("#search")).to_be_focused()


def test_escape_closes_the_menus_and_gives_the_focus_back(become):
    sanne = become("Sanne Voorbeeld", viewport={"width": 390, "height": 800})
    page = sanne.page

    for opener, opened in ((".menu-button", "#side"), (".top .who", ".who-panel")):
        page.locator(opener).focus()
        page.keyboard.press("Enter")
        expect(page.locator(opened)).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(opened)).to_be_hidden()
        expect(page.locator(opener)).to_be_focused()


def test_after_an_error_the_heading_stays_above_the_summary(become):
    sanne = become("Sanne Voorbeeld")

    sanne.go("/signalen/nieuw/")
    sanne.page.get_by_role("button", name="Indienen").focus()
    sanne.page.keyboard.press("Enter")

    expect(sanne.page.locator("#error-summary")).to_be_focused()
    expect(sanne.page.locator("h1")).to_be_in_viewport()
