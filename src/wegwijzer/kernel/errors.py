"""What can go wrong, in four kinds.

    DomainError
    ├── NotFound    it does not exist, or the actor may not know that it does
    ├── NotAllowed  the actor may see it, but may not do this with it
    ├── Invalid     the input breaks a rule; ``field`` says where
    └── Conflict    it is in a state in which this cannot be done

Every message is a full Dutch sentence for the person at the screen. The web, the
API and the commands translate and render it; nothing else does.
"""

from typing import Any

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Verdict


class DomainError(Exception):
    """A rule said no. Programmer errors are ``AssertionError``, never this."""

    def __init__(self, message: str, *, field: str | None = None, **params: Any) -> None:
        super().__init__(message % params if params else message)
        self.message = message
        self.params = params
        self.field = field


class NotFound(DomainError):
    """It does not exist, or the actor may not know that it does; both read the same."""

    def __init__(self) -> None:
        super().__init__(_("Dit bestaat niet, of u hebt er geen toegang toe."))


class NotAllowed(DomainError):
    """The actor may see it, but may not do this with it; ``verdict`` says why if law decides."""

    def __init__(self, message: str, *, verdict: Verdict | None = None, **params: Any) -> None:
        super().__init__(message, **params)
        self.verdict = verdict


class Invalid(DomainError):
    """The input breaks a rule; ``field`` names the input."""


class Conflict(DomainError):
    """It is in a state in which this cannot be done."""


def check(verdict: Verdict) -> None:
    """Refuse unless the verdict allows it; the refusal is the first missing condition."""
    missing = verdict.first_missing
    if missing is not None:
        raise NotAllowed(missing.refusal, verdict=verdict, **missing.params)
