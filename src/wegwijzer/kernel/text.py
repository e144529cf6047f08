"""Mark a text for translation without needing Django."""


def gettext_noop(message: str) -> str:
    """Return the message as it is, so that it is found for translation."""
    return message
