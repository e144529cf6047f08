"""Read explorations: sessions, the board, the ballot, focus and where it came from."""

from wegwijzer.exploration.queries.board import (
    BallotPage,
    Board,
    ClusterRow,
    FocusRow,
    NoteRow,
    ObjectiveRow,
    get_ballot,
    get_board,
    get_note,
    list_focus,
    list_proposals,
)
from wegwijzer.exploration.queries.sessions import (
    SessionList,
    SessionPage,
    SessionRow,
    get_session,
    get_version,
    list_sessions,
    list_to_do,
    visible_sessions,
)

__all__ = [
    "BallotPage",
    "Board",
    "ClusterRow",
    "FocusRow",
    "NoteRow",
    "ObjectiveRow",
    "SessionList",
    "SessionPage",
    "SessionRow",
    "get_ballot",
    "get_board",
    "get_note",
    "get_session",
    "get_version",
    "list_focus",
    "list_proposals",
    "list_sessions",
    "list_to_do",
    "visible_sessions",
]
