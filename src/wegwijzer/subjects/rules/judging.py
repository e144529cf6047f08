"""What humans decided about pairs of records, and what follows from it.

Judgements are kept, everything else is derived: who belongs together is worked out anew from the
judgements that stand, so that undoing one gives back exactly what was there before.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _

T = TypeVar("T", bound=Hashable)
SHORTEST_REASON, LONGEST_REASON = 3, 1_000


class Sameness(StrEnum):
    """What a human says of two records."""

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


SAMENESS_LABELS = {
    Sameness.SAME: _("Dezelfde"),
    Sameness.DIFFERENT: _("Niet dezelfde"),
    Sameness.UNDECIDED: _("Nog onbeslist"),
}


@dataclass(frozen=True, slots=True)
class Cluster(Generic[T]):
    """Records that are one by the judgements, and the pairs in it that contradict that."""

    members: frozenset[T]
    contradictions: tuple[frozenset[T], ...] = ()


def check_reason(reason: str) -> str:
    """Return the reason, trimmed; a judgement without one is refused."""
    reason = " ".join(reason.split())
    if len(reason) < SHORTEST_REASON:
        raise Invalid(_("Schrijf in een paar woorden waarom u dit vindt."), field="reason")
    if len(reason) > LONGEST_REASON:
        raise Invalid(_("Deze reden is te lang. Gebruik ten hoogste 1000 tekens."), field="reason")
    return reason


def check_pair(a: Hashable, b: Hashable) -> None:
    """Refuse to compare a record with itself."""
    if a == b:
        raise Invalid(_("Kies twee verschillende gegevens om te vergelijken."), field="other")


def clusters(standing: Mapping[frozenset[T], Sameness]) -> list[Cluster[T]]:
    """Return the records that are one, two or more at a time, in no particular order.

    ``same`` carries over: if a is b and b is c, then a is c. A ``different`` inside a cluster
    does not split it; it is reported as a contradiction for a human to solve.
    """
    root: dict[T, T] = {}

    def find(member: T) -> T:
        root.setdefault(member, member)
        while root[member] != member:
            root[member] = member = root[root[member]]
        return member

    for pair, judged in standing.items():
        if judged is Sameness.SAME:
            a, b = pair
            root[find(a)] = find(b)
    members: dict[T, set[T]] = defaultdict(set)
    for member in list(root):
        members[find(member)].add(member)
    broken: dict[T, list[frozenset[T]]] = defaultdict(list)
    for pair, judged in standing.items():
        a, b = pair
        if judged is Sameness.DIFFERENT and a in root and b in root and find(a) == find(b):
            broken[find(a)].append(pair)
    return [Cluster(frozenset(members[top]), tuple(broken[top])) for top in members]
