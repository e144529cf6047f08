"""What a pile of work is made of."""

from dataclasses import dataclass
from datetime import date

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: where, what, how it stands, and by when."""

    url: str
    title: str
    detail: str
    status: str
    kind: str = "neutral"
    due_on: date | None = None
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Pile:
    """Tasks of one sort, with where to find all of them."""

    title: str
    all_url: str
    tasks: tuple[Task, ...]

    @property
    def has_terms(self) -> bool:
        """Return whether any of the tasks has a last day."""
        return any(task.due_on for task in self.tasks)


def pile_of(title: str, all_url: str, tasks: tuple[Task, ...]) -> Pile | None:
    """Return the pile with what is late in front, or None when there is nothing to do."""
    late = sorted((task for task in tasks if task.is_late), key=lambda task: str(task.due_on))
    rest = (task for task in tasks if not task.is_late)
    return Pile(title, all_url, (*late, *rest)) if tasks else None
