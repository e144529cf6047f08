"""Build the conditions of a verdict; the only place that makes them."""

from typing import Any

from wegwijzer.kernel.verdict import Condition


def condition(
    key: str, met: bool, text: str, article: str, next_step: str, **params: Any
) -> Condition:
    """Return a condition; ``next_step`` is the sentence to act on when it is not met."""
    assert next_step.endswith("."), f"{key}: the next step is a full sentence"
    return Condition(key, text, article, met, next_step, params)


# From so many characters on a text says something.
SHORTEST_TEXT = 10


def written(text: str) -> bool:
    """Return whether somebody wrote something that can be read."""
    return len(text.strip()) >= SHORTEST_TEXT
