"""The rows of the matrix: a module for each context, with its ``ROWS`` and its ``thing_ids``."""

from dataclasses import dataclass, field

EVERYBODY = (
    *("alice", "bob", "carol", "dora", "fons", "anna", "otto", "pia", "hugo", "petra", "zoe"),
    *("ria", "lies", "trudy"),
)


@dataclass(frozen=True)
class Row:
    """What a plain GET of one route answers, to whom."""

    get: dict[str, int] = field(default_factory=dict)
    otherwise: int = 200
    needs: str = ""
    public: bool = False
    post_only: bool = False


def to(people: str, status: int = 200, **others: int) -> dict[str, int]:
    return dict.fromkeys(people.split(), status) | others
