"""Read which role asks for which training."""

from datetime import date

from wegwijzer.kernel.actor import Actor
from wegwijzer.network.demands import DemandRow
from wegwijzer.network.demands import list_demands as _list

__all__ = ["DemandRow", "list_demands"]


def list_demands(actor: Actor, *, on: date, slug: str = "") -> list[DemandRow]:
    """List which role asks for which training, for everybody; only of one programme when said."""
    return _list(on=on, programme=slug)
