"""The answer of the law: allowed or not, and every condition with its article."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a legal rule and whether these facts meet it.

    ``text`` states the condition, ``article`` where it stands, ``next_step`` what to do when it
    is missing. Texts are Dutch, marked for translation, with named placeholders in ``params``.
    """

    key: str
    text: str
    article: str
    met: bool
    next_step: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def refusal(self) -> str:
        """Return the sentence to refuse with: what to do, or else the condition itself."""
        return self.next_step or self.text


@dataclass(frozen=True, slots=True)
class Verdict:
    """The conditions of one legal rule, judged on the facts; allowed when all are met."""

    rule: str
    conditions: tuple[Condition, ...]

    @property
    def allowed(self) -> bool:
        """Return whether every condition is met."""
        return all(condition.met for condition in self.conditions)

    @property
    def missing(self) -> tuple[Condition, ...]:
        """Return the conditions that are not met, in the order of the law."""
        return tuple(condition for condition in self.conditions if not condition.met)

    @property
    def first_missing(self) -> Condition | None:
        """Return the first condition that is not met, or None when all are."""
        return next((condition for condition in self.conditions if not condition.met), None)

    def __and__(self, other: "Verdict") -> "Verdict":
        """Return both rules as one: allowed when both allow."""
        return Verdict(self.rule, self.conditions + other.conditions)
