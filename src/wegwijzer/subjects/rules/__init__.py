"""The rules of who is who: facts and their identifiers, how they are shown, searched and judged."""

from wegwijzer.subjects.rules.access import check_may_compare, check_may_process
from wegwijzer.subjects.rules.comparing import (
    STRENGTH_LABELS,
    STRENGTH_ORDER,
    Comparison,
    ExplanationRow,
    Strength,
)
from wegwijzer.subjects.rules.facts import (
    HANDLING_LABELS,
    INFORMATION_RELIABILITY_LABELS,
    KIND_LABELS,
    ROLE_LABELS,
    SOURCE_RELIABILITY_LABELS,
    Handling,
    InformationReliability,
    SourceReliability,
    StatementFacts,
    SubjectFacts,
    SubjectKind,
    SubjectRole,
    clean,
    clean_value,
)
from wegwijzer.subjects.rules.judging import (
    SAMENESS_LABELS,
    Cluster,
    Sameness,
    check_pair,
    check_reason,
    clusters,
)
from wegwijzer.subjects.rules.showing import field_label, lines_of, masked, title_of

__all__ = [
    "HANDLING_LABELS",
    "INFORMATION_RELIABILITY_LABELS",
    "KIND_LABELS",
    "ROLE_LABELS",
    "SAMENESS_LABELS",
    "SOURCE_RELIABILITY_LABELS",
    "STRENGTH_LABELS",
    "STRENGTH_ORDER",
    "Cluster",
    "Comparison",
    "ExplanationRow",
    "Handling",
    "InformationReliability",
    "Sameness",
    "SourceReliability",
    "StatementFacts",
    "Strength",
    "SubjectFacts",
    "SubjectKind",
    "SubjectRole",
    "check_may_compare",
    "check_may_process",
    "check_pair",
    "check_reason",
    "clean",
    "clean_value",
    "clusters",
    "field_label",
    "lines_of",
    "masked",
    "title_of",
]
