"""The living page of the house style: marks, colours, type, tone, charts, documents. Public."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wegwijzer.brand import charts
from wegwijzer.brand.charts import Chart, Series
from wegwijzer.brand.contrast import contrast, pairs
from wegwijzer.brand.documents import look
from wegwijzer.brand.documents.blocks import Kind, Table
from wegwijzer.brand.marks import NETWORK, Form, Mark, Tone
from wegwijzer.brand.templates import TEMPLATES, Name
from wegwijzer.brand.tokens import Token, all_tokens
from wegwijzer.network.queries import list_regions
from wegwijzer.network.rules import RegionKind
from wegwijzer.web.icons import USES
from wegwijzer.web.views.style_files import KINDS, list_marks
from wegwijzer.web.views.style_tone import EXAMPLES

TABS = [
    ("style", _("Huisstijl"), reverse_lazy("style")),
    ("parts", _("Onderdelen van pagina's"), reverse_lazy("style-parts")),
    ("check", _("Bestand toetsen"), reverse_lazy("style-check")),
]
TONES = {
    Tone.LIGHT: _("Op een lichte ondergrond"),
    Tone.DARK: _("Op een donkere ondergrond"),
    Tone.MONO: _("In één inkt"),
}
# Which pages of a template are shown as a picture.
PICTURED = {Name.PRESENTATION: (1, 2, 3)}
GROUND = "basis-color-default-bg-document"


class MarkForm(forms.Form):
    """Whose mark the page shows and the templates carry."""

    mark = forms.ChoiceField(label=_("Het merk"), required=False)

    def __init__(self, *args: Any, marks: list[Mark], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mark"].choices = [(one.code, one.name) for one in marks]  # type: ignore[attr-defined]

    def chosen(self, marks: list[Mark]) -> Mark:
        """Return the mark that was asked for; that of the network when there is none such."""
        code = self.cleaned_data.get("mark") if self.is_valid() else ""
        return next((one for one in marks if one.code == code), NETWORK)


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour with the name that its group has."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class ShownChart:
    """A chart as it is drawn, with when to use it and its numbers."""

    label: str
    when: str
    svg: SafeString
    table: Table


@login_not_required
def style(request: HttpRequest) -> HttpResponse:
    marks = list_marks()
    form = MarkForm(request.GET or None, marks=marks, initial={"mark": NETWORK.code})
    mark = form.chosen(marks)
    context = {
        "tabs": TABS,
        "form": form,
        "mark": mark,
        "marks": marks,
        "tones": list(_tones(mark)),
        "palette": list(_palette()),
        "pairs": pairs(),
        "chart_colours": list(_chart_colours()),
        "sizes": [token for token in all_tokens().values() if token.name in SCREEN_SIZES],
        "paper": list(_paper()),
        "tokens": [token for token in all_tokens().values() if token.kind != "color"],
        "tone_examples": EXAMPLES,
        "icons": USES.items(),
        "charts": [*_charts(), _map()],
        "templates": list(_templates(mark)),
    }
    return render(request, "style/style.html", context)


SCREEN_SIZES = [f"basis-text-font-size-{name}" for name in ("xl", "lg", "md", "sm")]


def _tones(mark: Mark) -> Iterator[dict[str, Any]]:
    """Yield for each ground the address of the mark, and of its files."""
    for tone, label in TONES.items():
        files = [
            (f"{form_label}, {kind.upper()}", address)
            for form, form_label in FORMS.items()
            for kind in ("svg", "png")
            for address in [reverse("style-mark", args=[mark.code, form, tone, kind])]
        ]
        shown = reverse("style-mark", args=[mark.code, Form.NAMED, tone, "svg"])
        yield {"tone": tone, "label": label, "shown": shown, "files": files}


FORMS = {Form.NAMED: _("Met naam"), Form.SYMBOL: _("Alleen het bord")}


def _palette() -> Iterator[tuple[str, list[Swatch]]]:
    """Yield the groups of colours in the order of the file."""
    groups: dict[str, list[Swatch]] = {}
    for token in all_tokens().values():
        if token.kind == "color":
            group = groups.setdefault(_group(token), [])
            group.append(Swatch(token.path[-1], token.light, token.dark))
    yield from groups.items()


def _group(token: Token) -> str:
    """Return the name of the group that a token stands in."""
    return "-".join(token.path[:-1]) or token.name


def _chart_colours() -> Iterator[tuple[str, str, float, float]]:
    """Yield each colour of charts with its contrast on the page, in light and in dark."""
    ground = all_tokens()[GROUND]
    for place in range(1, 9):
        token = all_tokens()[f"ww-chart-{place}"]
        light, dark = contrast(token.light, ground.light), contrast(token.dark, ground.dark)
        yield token.name, token.light, light, dark


def _paper() -> Iterator[tuple[str, look.Sizes]]:
    """Yield the sizes of type of each density of documents."""
    labels = {
        Kind.REPORT: gettext("Rapport en jaarverslag"),
        Kind.LETTER: gettext("Brief, verslag en certificaat"),
        Kind.PRESENTATION: gettext("Presentatie"),
    }
    for kind, label in labels.items():
        yield label, look.sizes_of(kind)


def _charts() -> Iterator[ShownChart]:
    """Yield each sort of chart with the same fictional numbers."""
    themes = (gettext("Drugs"), gettext("Mensenhandel"), gettext("Witwassen"))
    years = ("2023", "2024", "2025", "2026")
    places = (gettext("Haven"), gettext("Luchthaven"), gettext("Kanaalzone"))
    unit, signals = gettext("Thema"), gettext("Signalen")
    ranked = Chart(gettext("Signalen per thema"), themes, (Series(signals, (34, 12, 21)),), unit)
    parts = (gettext("Gewogen"), gettext("In weging"), gettext("Nieuw"))
    split = ((20, 7, 11), (9, 3, 6), (5, 2, 4))
    state = Chart(
        gettext("Signalen per thema en stand"),
        themes,
        tuple(Series(name, values) for name, values in zip(parts, split, strict=True)),
        unit,
    )
    runs = ((30, 42, 38, 61), (22, 20, 31, 28), (8, 12, 22, 35))
    series = tuple(Series(name, values) for name, values in zip(places, runs, strict=True))
    time = Chart(gettext("Signalen per jaar en plaats"), years, series, gettext("Jaar"))
    shown = (
        (gettext("Staven"), gettext("Vergelijk hoeveelheden, van veel naar weinig."),
         charts.bar_chart, ranked),
        (gettext("Gestapelde staven"), gettext("Toon de delen van een geheel; hooguit vier delen."),
         charts.stacked_chart, state),
        (gettext("Lijnen"), gettext("Toon verloop in de tijd; hooguit vijf lijnen."),
         charts.line_chart, time),
        (gettext("Kleine veelvouden"), gettext("Vergelijk het verloop van plaatsen op één schaal."),
         charts.small_multiples, time),
    )  # fmt: skip
    for label, when, draw, chart in shown:
        yield _shown(label, when, chart, draw(chart, charts.for_page))


def _map() -> ShownChart:
    """Return the map of the regions there are, with fictional numbers."""
    regions = [one for one in list_regions(on=localdate()) if one.kind is RegionKind.RIEC]
    values = tuple(float(7 * place % 11 * 4) for place in range(len(regions)))
    chart = Chart(
        gettext("Signalen per regio"),
        tuple(f"{one.name} ({one.code})" for one in regions),
        (Series(gettext("Signalen"), values),),
        gettext("Regio"),
    )
    when = gettext(
        "Vergelijk regio's. Elke regio heeft een even grote tegel, ongeveer waar zij ligt, zodat "
        "een groot gebied niet meer lijkt dan een klein. Toon zo geen personen of adressen."
    )
    drawn = charts.tile_map(chart, [one.code for one in regions], charts.for_page)
    return _shown(gettext("Kaart"), when, chart, drawn)


def _shown(label: str, when: str, chart: Chart, svg: str) -> ShownChart:
    drawn = mark_safe(svg)  # noqa: S308 - texts are escaped in the chart
    return ShownChart(label, when, drawn, charts.table_of(chart))


def _templates(mark: Mark) -> Iterator[dict[str, Any]]:
    """Yield each template with its files and pictures of its pages."""
    for name, about in TEMPLATES.items():
        files = [
            (kind.upper(), reverse("style-template", args=[mark.code, name, kind]))
            for kind in KINDS[name]
        ]
        pages = [
            reverse("style-picture", args=[mark.code, name, page])
            for page in PICTURED.get(name, (1,))
        ]
        yield {
            "name": name,
            "label": gettext(about.label),
            "purpose": gettext(about.purpose),
            "files": files,
            "pages": pages,
        }
