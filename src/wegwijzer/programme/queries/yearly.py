"""Read what a yearly report asks of the programme: plans and results of a year, counted."""

from dataclasses import dataclass
from uuid import UUID

from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.models import Plan, Result


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What a portfolio means to do in a year."""

    id: UUID
    portfolio_slug: str
    year: int
    text: str


def list_plans(actor: Actor, *, year: int) -> list[PlanRow]:
    """List the plans for a year, in the order in which they were recorded."""
    rows = Plan.objects.filter(year=year).order_by("recorded_at", "id")
    return [PlanRow(*row) for row in rows.values_list("id", "portfolio__slug", "year", "text")]


def count_results(actor: Actor, *, year: int) -> int:
    """Count the results of a year, of all portfolios."""
    return Result.objects.filter(year=year).count()
