"""Say a report in the vocabulary of the house, and write it as a Word document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from wegwijzer.annual_report.rules.figures import STAGE_LABELS, Comparison, Stage
from wegwijzer.brand.documents.blocks import (
    Align,
    Block,
    Column,
    Columns,
    Document,
    Heading,
    Kind,
    Note,
    Plain,
    Table,
    Text,
    points,
)
from wegwijzer.brand.documents.word import render_docx as write_word
from wegwijzer.brand.marks import NETWORK, Mark

# So many figures fit beside each other on paper, with names that can be read.
BESIDE = 4


def render_docx(content: Mapping[str, Any]) -> bytes:
    """Return the report as DOCX, with real headings, lists and a table that names its heads."""
    return write_word(document_of(content))


def document_of(content: Mapping[str, Any]) -> Document:
    """Return the report as a document: its texts in two columns, its figures over the width."""
    region, frozen = content["region"], content.get("frozen_at")
    mark = Mark(region["code"], region["name"]) if region else NETWORK
    edition = f"editie {content['edition']}"
    when = f"bevroren op {day_of(frozen)}" if frozen else "concept"
    return Document(
        title=content["title"],
        kind=Kind.REPORT,
        blocks=tuple(_blocks(content)),
        subtitle=f"{mark.name} · {edition} · {when}",
        mark=mark,
        made_at=datetime.fromisoformat(frozen) if frozen else None,
        reference=edition,
    )


def day_of(moment: str) -> str:
    """Return the day of a moment as Dutch readers write it."""
    return f"{datetime.fromisoformat(moment):%d-%m-%Y}"


def _blocks(content: Mapping[str, Any]) -> Iterator[Block]:
    if content["reason"]:
        yield Note(content["reason"], "Waarom deze editie er is.")
    told = (one for one in content["chapters"] if one["kind"] != "portfolio" or one["sections"])
    for wide, chapters in groupby(told, key=lambda one: one["kind"] == "figures"):
        found = tuple(block for one in chapters for block in _chapter(one, content))
        if wide:
            yield from found
        else:
            yield Columns(found)
    # Editions that were frozen before the words came along have none.
    if content.get("terms"):
        yield Columns(tuple(_terms(content["terms"])))


def _terms(rows: Iterable[Mapping[str, Any]]) -> Iterator[Plain]:
    """Return what the words of the report mean, and the version by which it counts."""
    yield Heading("Begrippen", 1)
    for row in rows:
        yield Heading(row["name"], 2)
        adopted = day_of(row["adopted"])
        yield Text(f"{row['text']} (Versie {row['version']}, {adopted}. {row['source']})")


def _chapter(chapter: Mapping[str, Any], content: Mapping[str, Any]) -> Iterator[Plain]:
    yield Heading(chapter["title"], chapter["level"])
    for section in chapter["sections"]:
        if section["heading"]:
            yield Heading(section["heading"], chapter["level"] + 1)
        for piece in section["pieces"]:
            yield points(*piece["points"]) if "points" in piece else Text(piece["text"])
    if chapter["kind"] == "feedback" and content["withheld_reason"]:
        yield Text(
            "De terugkoppeling is niet beschreven, omdat dat het doel zou schaden: "
            f"{content['withheld_reason']}"
        )
    if chapter["kind"] == "figures" and content["figures"]:
        yield Text(content["caveat"])
        yield _numbers(content["figures"])
        yield from _regions(content["figures"], chapter["level"] + 1)


def _numbers(rows: Iterable[Mapping[str, Any]]) -> Table:
    """Return the figures beside those of the year before, each with how it was counted."""
    rows = list(rows)
    return Table(
        (
            Column("Cijfer", share=3),
            Column(str(rows[0]["year"]), Align.RIGHT, 1.2),
            Column(str(rows[0]["earlier_year"]), Align.RIGHT, 1.2),
            Column("Verschil", Align.RIGHT, 1.4),
            Column("Hoe het is geteld", share=5.5),
        ),
        tuple(
            (row["name"], row["shown"], row["earlier_shown"], _change(row), _counted(row))
            for row in rows
        ),
    )


def _regions(rows: Iterable[Mapping[str, Any]], level: int) -> Iterator[Plain]:
    """Return what each region counted, a table for some figures of each step of the work."""
    # Editions that were frozen before the regions came along say nothing of them.
    spread = [row for row in rows if row.get("by_region")]
    if not spread:
        return
    regions = sorted({part["region"] for row in spread for part in row["by_region"]})
    yield Heading("Cijfers per regio", level)
    for stage, found in groupby(spread, key=lambda row: row["stage"]):
        counted = list(found)
        for first in range(0, len(counted), BESIDE):
            yield _spread(STAGE_LABELS[Stage(stage)], regions, counted[first : first + BESIDE])


def _spread(caption: str, regions: Iterable[str], rows: Sequence[Mapping[str, Any]]) -> Table:
    parts = [{one["region"]: one["value"] for one in row["by_region"]} for row in rows]
    return Table(
        (Column("Regio", share=2), *(Column(row["name"], Align.RIGHT) for row in rows)),
        tuple(
            (region, *(f"{part.get(region, 0):,}".replace(",", ".") for part in parts))
            for region in regions
        ),
        caption=f"{caption}, per regio",
    )


def _counted(row: Mapping[str, Any]) -> str:
    how = f"{row['formula']} {row['moment']} Definitie versie {row['definition_version']}"
    term = f", begrip {row['term']} versie {row['term_version']}" if row["term_version"] else ""
    return f"{how}{term}."


def _change(row: Mapping[str, Any]) -> str:
    if row["comparison"] == Comparison.DEFINITION_CHANGED:
        return "anders geteld"
    return f"{row['change']:+d}" if row["change"] else "0" if row["change"] == 0 else "—"
