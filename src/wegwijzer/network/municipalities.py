"""Mayor and municipal executive are two organs of one municipality."""

from uuid import UUID

from wegwijzer.network.models import Participant


def list_same_municipality(participant_id: UUID) -> tuple[UUID, ...]:
    """List the organs of the municipality of a participant, itself included: often two of them.

    Bron: Wgs art. 2.19 lid 1.
    """
    code = Participant.objects.filter(id=participant_id).exclude(municipality_code="")
    same = Participant.objects.filter(municipality_code__in=code.values("municipality_code"))
    return (participant_id, *same.exclude(id=participant_id).values_list("id", flat=True))
