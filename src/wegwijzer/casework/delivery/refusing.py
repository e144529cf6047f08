"""The one way in which a file is refused."""

from wegwijzer.kernel.errors import Invalid


def refuse(sentence: str, **params: object) -> Invalid:
    """Return the refusal of a file: a sentence that says what is the case and what to do."""
    return Invalid(sentence, field="file", **params)
