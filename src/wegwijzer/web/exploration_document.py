"""The minutes of an exploration as a Word document, with real headings, lists and tables."""

from io import BytesIO
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wegwijzer.exploration.queries import Board, ClusterRow, FocusRow, NoteRow, SessionPage
from wegwijzer.exploration.rules.sessions import STAGE_LABELS
from wegwijzer.web.exploration import dots_in_words, kind_labels


def minutes_docx(page: SessionPage, board: Board, focus: list[FocusRow]) -> bytes:
    """Return the minutes as the page shows them."""
    from docx import Document

    document = Document()
    style = document.styles["Normal"]
    style.font.name = "Source Sans 3"
    properties = document.core_properties
    properties.title, properties.author = page.setup.title, "Wegwijzer"
    properties.language = get_language() or "nl"
    document.add_heading(page.setup.title, 0)
    document.add_paragraph(page.setup.question)
    _facts(document, page, board)
    if page.conclusion:
        document.add_heading(_("Conclusie"), 1)
        for part in page.conclusion.splitlines():
            document.add_paragraph(part)
    if focus:
        document.add_heading(_("Focus en doelen"), 1)
        for row in focus:
            _focus(document, row)
    if board.clusters:
        document.add_heading(_("Clusters"), 1)
        for cluster in board.clusters:
            _cluster(document, page, cluster)
    if board.loose:
        document.add_heading(_("Overige notities"), 1)
        _notes(document, page, board.loose)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def _facts(document: Any, page: SessionPage, board: Board) -> None:
    at = page.setup.held_at or page.created_at
    rows = [
        (_("Portefeuille"), page.setup.portfolio or "—"),
        (_("Wanneer"), date_format(localtime(at), "j F Y H:i")),
        (_("Voorzitters"), ", ".join(name for _id, name in page.chairs)),
        (_("Fase"), _(STAGE_LABELS[page.stage])),
        (_("Notities"), str(board.count)),
        (_("Stembiljetten"), str(board.ballots)),
    ]
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for label, value in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = str(label), value


def _focus(document: Any, row: FocusRow) -> None:
    document.add_heading(row.statement, 2)
    document.add_paragraph(
        _("Volgt uit: %(clusters)s") % {"clusters": ", ".join(one.name for one in row.clusters)}
    )
    for one in row.objectives:
        document.add_paragraph(one.text, style="List Number")


def _cluster(document: Any, page: SessionPage, cluster: ClusterRow) -> None:
    dots = "" if cluster.dots is None else f" ({dots_in_words(cluster.dots)})"
    document.add_heading(f"{cluster.name}{dots}", 2)
    if cluster.sources:
        told = {"names": ", ".join(cluster.sources)}
        document.add_paragraph(_("Hierin gingen op: %(names)s") % told)
    _notes(document, page, cluster.notes)


def _notes(document: Any, page: SessionPage, notes: tuple[NoteRow, ...]) -> None:
    kinds = kind_labels(page.setup)
    for note in notes:
        who = ", ".join(part for part in (note.region_name, note.author) if part)
        document.add_paragraph(
            f"{kinds.get(note.kind, note.kind)}: {note.text} ({who})", style="List Bullet"
        )
        for source in note.sources:
            document.add_paragraph(f"{source.text} ({source.region_name})", style="List Bullet 2")
