"""Write to the logbook, in the transaction of the act."""

import inspect
from collections.abc import Callable
from contextvars import ContextVar
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now as clock

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotAllowed, NotFound
from wegwijzer.logbook import rules
from wegwijzer.logbook.queries import Checked, verify_last
from wegwijzer.logbook.rules import Aim, Outcome
from wegwijzer.logbook.writing import append

P = ParamSpec("P")
R = TypeVar("R")
# So many lines are checked while a reader waits; the whole chain is checked by the command.
MOST_CHECKED = 10_000
# The act that is under way in this thread: a refusal deep inside is logged once, by the outermost.
_inside: ContextVar[bool] = ContextVar("inside", default=False)


def record(
    actor: Actor,
    act: str,
    subject: str,
    *,
    now: datetime,
    outcome: Outcome = Outcome.DONE,
    dossier_id: UUID | None = None,
    **details: Any,
) -> None:
    """Add one line; call it last in the transaction that does the act. Bron: Wgs art. 1.8 lid 4.

    ``subject`` is ``kind:id``; ``dossier_id`` the signal or case it belongs to; ``details`` ids and
    choices only, never names or texts about a person in the data: the line outlives those.
    """
    body = _body(
        actor, act, subject, at=rules.moment(now), outcome=outcome, dossier=dossier_id, told=details
    )
    append(
        body,
        at=now,
        act=act,
        outcome=outcome.value,
        person_id=actor.person_id,
        participant_id=actor.participant_id,
        subject=subject,
        dossier_id=dossier_id,
    )


def _body(actor: Actor, act: str, subject: str, **about: Any) -> str:
    """Return the text of a line, as it is hashed."""
    return rules.canonical(
        {
            "act": act,
            "at": about["at"],
            "outcome": about["outcome"].value,
            "person": str(actor.person_id),
            "name": actor.name,
            "participant": str(actor.participant_id),
            "on_behalf_of": actor.participant_name,
            "region": actor.region_code,
            "roles": sorted(actor.roles),
            "subject": subject,
            "dossier": str(about["dossier"]) if about["dossier"] else None,
            "details": {key: _plain(value) for key, value in about["told"].items()},
        }
    )


def read_logbook(actor: Actor, *, aim: Aim, now: datetime) -> None:
    """Log that somebody reads the logbook, and for which of the lawful aims.

    Bron: Wgs art. 1.8 lid 4.
    """
    record(actor, "logbook.read_logbook", "logbook:all", now=now, outcome=Outcome.READ, aim=aim)


def check_chain(actor: Actor, *, now: datetime) -> Checked:
    """Check the end of the chain for whoever reads the logbook; that they did is logged.

    Bron: Wgs art. 1.8 lid 4.
    """
    checked = verify_last(actor, MOST_CHECKED)
    record(
        actor,
        "logbook.check_chain",
        "logbook:all",
        now=now,
        outcome=Outcome.READ,
        first=checked.first,
        last=checked.last,
        broken=checked.broken.position if checked.broken else None,
    )
    return checked


def acting(function: Callable[P, R]) -> Callable[P, R]:
    """Run an action in one transaction; log it as refused when a rule says no to this actor.

    The refusal is written after the roll-back, so that an attempt leaves a line although the act
    left nothing.
    """
    return _guarded(function, transaction.atomic)


def reading(function: Callable[P, R]) -> Callable[P, R]:
    """Log a read that is refused, or of something that does not exist for this actor."""
    return _guarded(function, None)


def _guarded(function: Callable[P, R], around: Callable[[], Any] | None) -> Callable[P, R]:
    name = f"{function.__module__.split('.')[1]}.{function.__name__}"
    parameters = inspect.signature(function)

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        outermost = not _inside.get()
        token = _inside.set(True)
        try:
            if around is None:
                return function(*args, **kwargs)
            with around():
                return function(*args, **kwargs)
        except (NotAllowed, NotFound) as refusal:
            if outermost:
                _record_refusal(name, refusal, parameters.bind(*args, **kwargs).arguments)
            raise
        finally:
            _inside.reset(token)

    return guarded


def _record_refusal(name: str, refusal: Exception, arguments: dict[str, Any]) -> None:
    actor = arguments["actor"]
    named: dict[str, Any] = dict(rules.identifiers_in(arguments))
    first = next(iter(named.values()), "-")
    missing = getattr(getattr(refusal, "verdict", None), "first_missing", None)
    record(
        actor,
        name,
        f"attempt:{first}",
        now=arguments.get("now") or clock(),
        outcome=Outcome.REFUSED,
        reason=type(refusal).__name__,
        article=missing.article if missing else None,
        **named,
    )


def _plain(value: Any) -> Any:
    """Return a value that JSON knows."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return sorted(str(item) for item in value)
    return str(value)
