"""Somebody at a screen: goes, fills in, presses, and sees; every page they visit is looked over."""

from typing import Any

from playwright.sync_api import Browser, Locator, expect

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Person:
    """One browser window, signed in through the door of the demo; or at the door of the house."""

    def __init__(
        self, browser: Browser, url: str, name: str, axe: str, *, demo: bool = True, **context: Any
    ) -> None:
        self.name, self.url, self.axe = name, url, axe
        self.context = browser.new_context(locale="nl-NL", **context)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._heard)
        if not demo:
            self.page.goto(f"{url}/account/aanmelden/")
            return
        self.page.goto(f"{url}/demo/")
        self.page.locator("button.door", has_text=name).first.click()
        self.page.wait_for_url(f"{url}/")

    def _heard(self, message: Any) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.faults.append(message.text)

    def go(self, path: str) -> int:
        """Go to an address and return the status."""
        response = self.page.goto(f"{self.url}{path}")
        assert response is not None
        return response.status

    def press(self, name: str, *, within: Locator | None = None) -> None:
        """Press a button or follow a link by the name that is read out."""
        place = within or self.page
        button = place.get_by_role("button", name=name, exact=True)
        target = button if button.count() else place.get_by_role("link", name=name, exact=True)
        target.first.click()
        self.page.wait_for_load_state()

    def fill(self, label: str, text: str) -> None:
        """Fill in the first field with this label."""
        self.page.get_by_label(label, exact=True).first.fill(text)

    def choose(self, label: str, option: str) -> None:
        """Choose an option by its words."""
        self.page.get_by_label(label, exact=True).first.select_option(label=option)

    def tick(self, words: str) -> None:
        """Tick a box or a radio button by (part of) its words."""
        self.page.get_by_label(words).first.check()

    def sees(self, text: str) -> None:
        """Demand that the page says this."""
        expect(self.page.locator("body")).to_contain_text(text)

    def is_told(self, text: str) -> None:
        """Demand that the page comes to say this aloud; ``sees`` finds what is still hidden too."""
        told = self.page.get_by_role("alert")
        expect(told.first).to_contain_text(text, use_inner_text=True)

    def misses(self, text: str) -> None:
        """Demand that the page does not say this."""
        expect(self.page.locator("body")).not_to_contain_text(text)

    def look(self) -> None:
        """Demand a page without accessibility faults and without errors in the console."""
        self.page.evaluate(self.axe)
        found = self.page.evaluate(
            "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES
        )
        told = [f"{v['id']}: {v['help']} ({v['nodes'][0]['target']})" for v in found["violations"]]
        assert told == [], f"{self.page.url}: {told}"
        assert self.faults == [], f"{self.page.url}: {self.faults}"

    def look_all_ways(self) -> None:
        """Demand the same in light on a wide screen and in dark on a phone, with nothing outside."""
        for scheme, width in (("light", 1280), ("dark", 390)):
            self.page.emulate_media(color_scheme=scheme)
            self.page.set_viewport_size({"width": width, "height": 900})
            self.look()
        self.page.set_viewport_size({"width": 320, "height": 900})
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, f"{self.page.url} is {width} px wide on a screen of 320"
        assert self.page.locator("h1").count() == 1, f"{self.page.url}: one heading of a page"

    def follow(self, selector: str) -> str:
        """Follow the first link of the page that fits, and return where it leads."""
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state()
        return self.page.url.removeprefix(self.url)

    def leave(self) -> None:
        """Close the window."""
        self.context.close()
