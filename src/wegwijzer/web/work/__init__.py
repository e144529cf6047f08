"""What waits for an actor: a function for each sort of work, in a file for each context."""

from collections.abc import Callable
from datetime import datetime

from wegwijzer.kernel.actor import Actor
from wegwijzer.web.work.awareness import to_meet
from wegwijzer.web.work.casework import to_advance, to_answer, to_judge, to_reopen
from wegwijzer.web.work.commons import to_define, to_join, told_of_recipes
from wegwijzer.web.work.exploration import to_explore
from wegwijzer.web.work.network import to_confirm
from wegwijzer.web.work.piles import Pile, Task
from wegwijzer.web.work.programme import (
    to_carry_out,
    to_commission,
    to_finish,
    to_gather,
)
from wegwijzer.web.work.signals import to_complete, to_open, to_take_in, to_weigh
from wegwijzer.web.work.training import to_follow, to_train

__all__ = ["WORK_SOURCES", "Pile", "Task", "piles_for"]

Source = Callable[[Actor, datetime], Pile | None]

# What has a term comes first. A context with work adds its function here.
WORK_SOURCES: tuple[Source, ...] = (
    to_answer,
    to_reopen,
    to_confirm,
    to_commission,
    to_carry_out,
    to_finish,
    to_define,
    to_explore,
    to_gather,
    to_meet,
    to_complete,
    to_take_in,
    to_weigh,
    to_open,
    to_judge,
    to_advance,
    to_train,
    to_follow,
    to_join,
    told_of_recipes,
)


def piles_for(actor: Actor, now: datetime) -> list[Pile]:
    """Return everything that waits for the actor, sort by sort."""
    return [pile for source in WORK_SOURCES if (pile := source(actor, now)) is not None]
