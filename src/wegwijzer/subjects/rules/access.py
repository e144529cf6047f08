"""Who may work with the data about people and things."""

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import PROCESSING_ROLES


def check_may_process(actor: Actor) -> None:
    """Refuse anyone who does not process personal data by role. Bron: Wgs art. 1.8 lid 2."""
    if not actor.has(*PROCESSING_ROLES, "system"):
        raise NotAllowed(
            _("U hebt geen rol waarin u persoonsgegevens verwerkt. Vraag het RIEC om een rol.")
        )


def check_may_compare(actor: Actor) -> None:
    """Refuse anything but a person with a processing role: comparing is asked for, never automatic.

    Bron: Wgs art. 1.8 lid 2.
    """
    if actor.has("system"):
        raise NotAllowed(_("Alleen een mens kan gegevens laten vergelijken en beoordelen."))
    check_may_process(actor)
