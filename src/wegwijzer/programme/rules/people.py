"""Who carries a portfolio out: its members, its working groups and its Next Level Workshops."""

from enum import StrEnum

from wegwijzer.kernel.text import gettext_noop as _


class Part(StrEnum):
    """What a member does in a portfolio."""

    LEAD = "lead"
    STAFF = "staff"
    SUPPORT = "support"
    PARTNER = "partner"


PART_LABELS = {
    Part.LEAD: _("Trekker"),
    Part.STAFF: _("Uitvoering"),
    Part.SUPPORT: _("Ondersteuning"),
    Part.PARTNER: _("Namens een partner"),
}


class GroupKind(StrEnum):
    """In which form people of several regions and partners work together."""

    WORKING_GROUP = "working_group"
    NEXT_LEVEL = "next_level"


GROUP_KIND_LABELS = {
    GroupKind.WORKING_GROUP: _("Werkgroep"),
    GroupKind.NEXT_LEVEL: _("Next Level Werkplaats"),
}


class GroupStage(StrEnum):
    """Where a group stands on a day."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"


GROUP_STAGE_LABELS = {
    GroupStage.PLANNED: _("Gepland"),
    GroupStage.RUNNING: _("Loopt"),
    GroupStage.ENDED: _("Afgerond"),
}
