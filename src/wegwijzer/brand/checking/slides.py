"""Check a PPTX: each slide as it stands, and the typefaces of its theme."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from wegwijzer.brand.checking import findings as rules
from wegwijzer.brand.checking.findings import Finding, Severity
from wegwijzer.brand.checking.package import Package
from wegwijzer.brand.checking.parts import A, P, alt_text_missing, properties, theme_fonts
from wegwijzer.kernel.text import gettext_noop as _

SMALLEST = 18
_SLIDE = _("Dia %(number)s")


def check_slides(package: Package) -> Iterator[Finding]:
    """Yield what a presentation does otherwise than the house style asks."""
    names = package.starting("ppt/slides/slide")
    slides = [slide for name in names if (slide := package.find(name)) is not None]
    title, language = properties(package)
    runs = [run for slide in slides for run in slide.iter(A + "rPr")]
    yield from rules.check_properties(title, language or next(_given(runs, "lang"), ""))
    fonts = theme_fonts(package, "ppt/theme/")
    named = (node.get("typeface", "") for slide in slides for node in slide.iter(A + "latin"))
    yield from rules.check_fonts([*fonts.values(), *(n for n in named if n[:1] != "+")])
    yield from rules.check_sizes(_given(runs, "sz"))
    colours = (node.get("val") for slide in slides for node in slide.iter(A + "srgbClr"))
    yield from rules.check_colours(found for value in colours if (found := rules.colour(value)))
    yield from rules.check_contrast(pair for slide in slides for pair in _pairs(slide))
    for number, slide in enumerate(slides, start=1):
        yield from _check_slide(slide, number)


def _given(nodes: list[Element], attribute: str) -> Iterator[str]:
    return (value for node in nodes if (value := node.get(attribute)))


def _pairs(slide: Element) -> Iterator[tuple[str, str]]:
    """Yield the colours of text on the fill of its own shape, where both are said."""
    for shape in slide.iter(P + "sp"):
        back = _fill(shape.find(P + "spPr"))
        for run in shape.iter(A + "rPr") if back else ():
            front = _fill(run)
            if back and front:
                yield front, back


def _fill(node: Element | None) -> str | None:
    found = node.find(f"{A}solidFill/{A}srgbClr") if node is not None else None
    return rules.colour(found.get("val")) if found is not None else None


def _check_slide(slide: Element, number: int) -> Iterator[Finding]:
    """Yield what one slide lacks: title, readable size, alternative text, header row."""
    if not any(_is_title(shape) for shape in slide.iter(P + "sp")):
        yield Finding(
            "slide-title", Severity.ERROR, _SLIDE, _("De dia heeft geen titel."),
            _("Geef de dia een titel; verberg die desnoods, maar laat hem niet weg."),
            {"number": number},
        )  # fmt: skip
    sizes = [int(v) / 100 for v in _given([*slide.iter(A + "rPr")], "sz") if _is_number(v)]
    if sizes and min(sizes) < SMALLEST:
        yield Finding(
            "small", Severity.ERROR, _SLIDE,
            _("Er staat tekst van %(size)s punt op de dia."),
            _("Gebruik ten minste %(smallest)s punt; zet minder op een dia."),
            {"number": number, "size": f"{min(sizes):g}", "smallest": SMALLEST},
        )  # fmt: skip
    yield from alt_text_missing(slide, _SLIDE, number=number)
    for table in slide.iter(A + "tbl"):
        look = table.find(A + "tblPr")
        if look is None or look.get("firstRow") not in ("1", "true"):
            yield Finding(
                "table", Severity.ERROR, _SLIDE, _("De tabel heeft geen koprij."),
                _("Zet bij Tabelontwerp ‘Veldnamenrij’ aan."), {"number": number},
            )  # fmt: skip


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 8


def _is_title(shape: Element) -> bool:
    """Return whether a shape is the title and says something."""
    kinds = {node.get("type") for node in shape.iter(P + "ph")}
    return bool(kinds & {"title", "ctrTitle"}) and any(n.text for n in shape.iter(A + "t"))
