"""Read the regions, the participants, who acts for them, and who holds which right."""

from wegwijzer.network.queries.acting import actor_among, actor_for, list_designations_of
from wegwijzer.network.queries.people import (
    ParticipantRow,
    PersonRow,
    RegionRow,
    get_region,
    list_headed_regions,
    list_participants,
    list_people,
    list_regions,
    names_of,
    person_names_of,
    signer,
)
from wegwijzer.network.queries.rights import (
    ClearanceRow,
    DesignationRow,
    GrantRow,
    PersonPage,
    RightRow,
    get_person,
    list_rights,
    list_undesignated,
    visible_people,
)

__all__ = [
    "ClearanceRow",
    "DesignationRow",
    "GrantRow",
    "ParticipantRow",
    "PersonPage",
    "PersonRow",
    "RegionRow",
    "RightRow",
    "actor_among",
    "actor_for",
    "get_person",
    "get_region",
    "list_designations_of",
    "list_headed_regions",
    "list_participants",
    "list_people",
    "list_regions",
    "list_rights",
    "list_undesignated",
    "names_of",
    "person_names_of",
    "signer",
    "visible_people",
]
