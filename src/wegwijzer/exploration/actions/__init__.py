"""Explore together: sessions, notes, clusters, votes, focus and objectives."""

from wegwijzer.exploration.actions.notes import (
    add_note,
    change_note,
    dissolve_cluster,
    make_cluster,
    merge_clusters,
    merge_notes,
    name_cluster,
    place_notes,
    split_note,
    withdraw_note,
)
from wegwijzer.exploration.actions.sessions import (
    change_session,
    invite_people,
    move_stage,
    open_session,
    uninvite_person,
    write_conclusion,
)
from wegwijzer.exploration.actions.votes import (
    add_objective,
    cast_ballot,
    change_objective,
    drop_focus,
    drop_objective,
    state_focus,
)

__all__ = [
    "add_note",
    "add_objective",
    "cast_ballot",
    "change_note",
    "change_objective",
    "change_session",
    "dissolve_cluster",
    "drop_focus",
    "drop_objective",
    "invite_people",
    "make_cluster",
    "merge_clusters",
    "merge_notes",
    "move_stage",
    "name_cluster",
    "open_session",
    "place_notes",
    "split_note",
    "state_focus",
    "uninvite_person",
    "withdraw_note",
    "write_conclusion",
]
