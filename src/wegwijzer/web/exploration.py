"""An exploration in the language of the reader, as all of its pages show it."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wegwijzer.exploration.queries import Board, ClusterRow, NoteRow, SessionPage
from wegwijzer.exploration.rules.sessions import (
    ORDER,
    STAGE_LABELS,
    Setup,
    Stage,
    earlier_stage,
    next_stage,
)

BADGES = {
    Stage.PREPARED: "neutral",
    Stage.COLLECTING: "info",
    Stage.CLUSTERING: "info",
    Stage.VOTING: "warning",
    Stage.FOCUSING: "info",
    Stage.CLOSED: "success",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A stage as it is drawn."""

    label: str
    state: str


def move_label(stage: Stage) -> str:
    """Return what the button to a stage says."""
    labels = {
        Stage.COLLECTING: _("Verzamelen openen"),
        Stage.CLUSTERING: _("Naar ordenen"),
        Stage.VOTING: _("Stemming openen"),
        Stage.FOCUSING: _("Stemming sluiten en tellen"),
        Stage.CLOSED: _("Verkenning afsluiten"),
    }
    return labels[stage]


def steps_of(stage: Stage) -> list[Step]:
    """Return the stages, with what is behind, where one is, and what comes."""
    here = ORDER.index(stage)
    return [
        Step(_(STAGE_LABELS[one]), "done" if at < here else "now" if at == here else "ahead")
        for at, one in enumerate(ORDER)
    ]


def dots_in_words(dots: int) -> str:
    """Return a number of dots as it is said."""
    return ngettext("%(dots)s stip", "%(dots)s stippen", dots) % {"dots": dots}


def kind_labels(setup: Setup) -> dict[str, str]:
    """Return the sorts of notes in the language of the reader."""
    return {kind.slug: _(kind.label) for kind in setup.kinds}


def tabs_of(page: SessionPage) -> list[tuple[str, str, str]]:
    """Return the pages of a session that say something in its stage."""
    place = ORDER.index(page.stage)
    shown = [("board", _("Bord"), "exploration", Stage.PREPARED)]
    shown.append(("vote", _("Stemmen"), "exploration-vote", Stage.VOTING))
    shown.append(("focus", _("Focus en doelen"), "exploration-focus", Stage.FOCUSING))
    shown.append(("lineage", _("Herkomst"), "exploration-lineage", Stage.FOCUSING))
    shown.append(("report", _("Verslag"), "exploration-report", Stage.PREPARED))
    return [
        (key, label, reverse(name, args=[page.id]))
        for key, label, name, since in shown
        if place >= ORDER.index(since)
    ]


def about(page: SessionPage, tab: str) -> dict[str, Any]:
    """Return what every page of one session shows."""
    after, before = next_stage(page.stage), earlier_stage(page.stage)
    return {
        "page": page,
        "setup": page.setup,
        "stage": page.stage.value,
        "stage_label": _(STAGE_LABELS[page.stage]),
        "badge_kind": BADGES[page.stage],
        "steps": steps_of(page.stage),
        "tabs": tabs_of(page),
        "tab": tab,
        "forward": (after.value, move_label(after)) if after else None,
        "back": (before.value, _("Terug naar: %(stage)s") % {"stage": _(STAGE_LABELS[before])})
        if before
        else None,
    }


@dataclass(frozen=True, slots=True)
class Column:
    """The notes of one sort that lie loose."""

    slug: str
    label: str
    notes: tuple[NoteRow, ...]


class Sticky(NamedTuple):
    """A note as it hangs on the board, with who brought it in and which objectives it led to."""

    note: NoteRow
    said_by: str
    led_to: str


class Wall:
    """Writes once what many notes on a board say in the same words."""

    def __init__(self, page: SessionPage) -> None:
        self.labels = kind_labels(page.setup)
        self.lineage = reverse("exploration-lineage", args=[page.id])
        self.written: dict[tuple[str, ...], str] = {(): ""}

    def clusters(self, board: Board) -> list[tuple[ClusterRow, list[Sticky]]]:
        """Return the clusters with their notes, each saying of which sort it is."""
        return [(one, [self._sticky(note) for note in one.notes]) for one in board.clusters]

    def columns(self, board: Board) -> list[tuple[str, list[Sticky]]]:
        """Return the loose notes, sort by sort."""
        return [
            (label, [self._sticky(note, "") for note in board.loose if note.kind == slug])
            for slug, label in self.labels.items()
        ]

    def _sticky(self, note: NoteRow, kind: str | None = None) -> Sticky:
        kind = f"{self.labels.get(note.kind, note.kind)} · " if kind is None else kind
        author = f", {note.author}" if note.author else ""
        return Sticky(note, f"{kind}{note.region_name}{author}", self._led_to(note))

    def _led_to(self, note: NoteRow) -> str:
        numbers = tuple(one.number for one in note.objectives)
        if numbers not in self.written:
            context = {"note": note, "lineage": self.lineage}
            self.written[numbers] = render_to_string("exploration/_led_to.html", context)
        return self.written[numbers]


def columns_of(board: Board, setup: Setup) -> list[Column]:
    """Return the loose notes, sort by sort."""
    labels = kind_labels(setup)
    return [
        Column(slug, label, tuple(note for note in board.loose if note.kind == slug))
        for slug, label in labels.items()
    ]
