"""The forms of a page, filled in as they stand there: what a browser would send."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from uuid import UUID


@dataclass
class Form:
    """One form that posts: what it sends as it stands, and the fields of which one chooses."""

    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    choices: set[str] = field(default_factory=set)

    def with_choice(self, name: str, value: UUID) -> dict[str, list[str]]:
        """Return what is sent when this is chosen, whether or not it was offered."""
        return self.values | {name: [str(value)]}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = Form(told.get("action", "")) if told.get("method") == "post" else None
        if self.form is None:
            return
        name = told.get("name", "")
        if tag == "input" and name:
            self._input(self.form, name, told)
        elif tag == "select":
            self.select = name
            self.form.choices.add(name)
        elif tag == "textarea":
            self.area = name
            self.form.values[name] = ["Lang genoeg om te kunnen beoordelen waarom dit nodig is."]
        elif tag == "option" and ("selected" in told or self.select not in self.form.values):
            self.form.values[self.select] = [told.get("value", "")]

    def _input(self, form: Form, name: str, told: dict[str, str]) -> None:
        if told.get("type") in ("radio", "checkbox"):
            form.choices.add(name)
            if "checked" not in told:
                return
        elif told.get("type") == "hidden":
            form.choices.add(name)
        form.values[name] = [told.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.form is not None:
            self.form.choices.discard("csrfmiddlewaretoken")
            self.forms.append(self.form)
            self.form = None


def forms_of(page: str) -> list[Form]:
    """Return every form of a page that posts."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms
