"""Read who is who. Callers have established that the actor may see the dossier they name."""

from wegwijzer.subjects.queries.judgements import (
    ClusterRow,
    JudgementRow,
    clusters_of,
    list_clusters,
    list_judgements,
)
from wegwijzer.subjects.queries.matches import Matches, MatchRow, find_matches, match_facts
from wegwijzer.subjects.queries.stored import (
    StatementRow,
    SubjectRow,
    dossiers_of,
    get_pair,
    get_subjects,
    list_statements,
    list_subjects,
    list_subjects_of,
    reveal_bsn,
    search_dossier_ids,
)

__all__ = [
    "ClusterRow",
    "JudgementRow",
    "MatchRow",
    "Matches",
    "StatementRow",
    "SubjectRow",
    "clusters_of",
    "dossiers_of",
    "find_matches",
    "get_pair",
    "get_subjects",
    "list_clusters",
    "list_judgements",
    "list_statements",
    "list_subjects",
    "list_subjects_of",
    "match_facts",
    "reveal_bsn",
    "search_dossier_ids",
]
