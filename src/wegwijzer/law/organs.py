"""Mayor and municipal executive are two: an organ may use only its own grounds."""

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.conditions import condition
from wegwijzer.law.vocabulary import ORGANS, ParticipantKind


def may_invoke(kind: ParticipantKind, ground: str) -> Verdict:
    """Judge whether an organ may act on a task ground. Bron: Wgs art. 2.19 lid 1."""
    organ = ORGANS[kind]
    return Verdict(
        _("Een taak als grondslag gebruiken"),
        (
            condition(
                "own_ground",
                ground in organ.grounds,
                _("De grondslag hoort bij de taken van %(organ)s"),
                organ.article,
                _("Kies een grondslag van het orgaan waarvoor u optreedt."),
                organ=organ.name,
            ),
        ),
    )
