"""The minutes of an exploration, said in the vocabulary of the house."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wegwijzer.brand.documents.blocks import (
    Block,
    Document,
    Facts,
    Heading,
    Item,
    Kind,
    List,
    Text,
)
from wegwijzer.exploration.queries import (
    Board,
    ClusterRow,
    FocusRow,
    NoteRow,
    ObjectiveRow,
    SessionPage,
)
from wegwijzer.exploration.rules.sessions import STAGE_LABELS
from wegwijzer.web.exploration import dots_in_words, kind_labels


def minutes_of(page: SessionPage, board: Board, *, portfolio: str) -> Document:
    """Return the minutes as a document: what came of it first, then the notes."""
    return Document(
        title=page.setup.title,
        kind=Kind.MINUTES,
        blocks=tuple(_blocks(page, board, portfolio)),
        language=get_language() or "nl",
    )


def _blocks(page: SessionPage, board: Board, portfolio: str) -> Iterator[Block]:
    yield Text(page.setup.question, lead=True)
    yield _facts(page, board, portfolio)
    if page.conclusion:
        yield Heading(_("Conclusie"))
        yield from (Text(part) for part in page.conclusion.splitlines() if part.strip())
    if board.focus:
        yield Heading(_("Focus en doelen"))
        for row in board.focus:
            yield from _focus(row)
    if board.clusters:
        yield Heading(_("Clusters"))
        for cluster in board.clusters:
            yield from _cluster(page, cluster)
    if board.loose:
        yield Heading(_("Overige notities"))
        yield _notes(page, board.loose)


def _facts(page: SessionPage, board: Board, portfolio: str) -> Facts:
    at = page.setup.held_at or page.created_at
    rows = (
        (_("Portefeuille"), portfolio or "—"),
        (_("Wanneer"), date_format(localtime(at), "j F Y H:i")),
        (_("Voorzitters"), ", ".join(name for _id, name in page.chairs)),
        (_("Fase"), _(STAGE_LABELS[page.stage])),
        (_("Notities"), str(board.count)),
        (_("Stembiljetten"), str(board.ballots)),
    )
    return Facts(tuple((str(label), value) for label, value in rows))


def _focus(row: FocusRow) -> Iterator[Block]:
    yield Heading(row.statement, 2)
    clusters = ", ".join(one.name for one in row.clusters)
    yield Text(_("Volgt uit: %(clusters)s") % {"clusters": clusters})
    if row.objectives:
        yield List(tuple(_objective(row, one) for one in row.objectives))


def _objective(row: FocusRow, one: ObjectiveRow) -> Item:
    """Return an objective, with the notes it came from when it names them."""
    notes = (note for cluster in row.trail_of(one) for note in cluster.notes)
    named = tuple(f"{note.text} ({_who(note)})" for note in notes) if one.names_notes else ()
    return Item(_("Doel %(number)s: %(text)s") % {"number": one.number, "text": one.text}, named)


def _cluster(page: SessionPage, cluster: ClusterRow) -> Iterator[Block]:
    dots = "" if cluster.dots is None else f" ({dots_in_words(cluster.dots)})"
    yield Heading(f"{cluster.name}{dots}", 2)
    if cluster.sources:
        yield Text(_("Hierin gingen op: %(names)s") % {"names": ", ".join(cluster.sources)})
    if cluster.notes:
        yield _notes(page, cluster.notes)


def _notes(page: SessionPage, notes: tuple[NoteRow, ...]) -> List:
    kinds = kind_labels(page.setup)
    return List(
        tuple(
            Item(
                f"{kinds.get(note.kind, note.kind)}: {note.text} ({_who(note)})",
                (*(f"{one.text} ({one.region_name})" for one in note.sources), *_led_to(note)),
            )
            for note in notes
        )
    )


def _led_to(note: NoteRow) -> Iterator[str]:
    """Yield which objectives came from a note, by their numbers."""
    if note.objectives:
        numbers = ", ".join(one.number for one in note.objectives)
        yield _("Hieruit volgt doel %(numbers)s") % {"numbers": numbers}


def _who(note: NoteRow) -> str:
    return ", ".join(part for part in (note.region_name, note.author) if part)
