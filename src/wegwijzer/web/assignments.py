"""What an assignment waits for, who can do that, and where: in the language of the reader."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wegwijzer.kernel.actor import Actor
from wegwijzer.programme.queries.assignments import AssignmentRow
from wegwijzer.programme.queries.council import find_next_meeting, find_on_agenda
from wegwijzer.programme.rules.assignments import FOR_COUNCIL, AssignmentState
from wegwijzer.programme.rules.council import SubjectKind, may_prepare


class NextStep(NamedTuple):
    """What has to be done now and by whom; a button for who can, or a link to where it happens."""

    text: str
    url: str = ""
    label: str = ""
    is_button: bool = False


def next_step_of(actor: Actor, row: AssignmentRow) -> NextStep | None:
    """Return what an assignment waits for; nothing when it ended."""
    if row.state in FOR_COUNCIL:
        return _council_step(actor, row)
    told = {"name": row.content.contractor}
    texts = {
        AssignmentState.AGREED: _("%(name)s begint met de opdracht."),
        AssignmentState.RUNNING: _("%(name)s voert de opdracht uit en levert op."),
        AssignmentState.RETURNED: _("%(name)s vult het resultaat aan en levert opnieuw op."),
    }
    return NextStep(texts[row.state] % told) if row.state in texts else None


def _council_step(actor: Actor, row: AssignmentRow) -> NextStep:
    """Return what the council is to do: look where it stands on an agenda, or put it there."""
    asked = {
        AssignmentState.DRAFTED: _(
            "Het hoofdenoverleg besluit of deze opdracht wordt afgesproken."
        ),
        AssignmentState.DELIVERED: _("Het hoofdenoverleg besluit of het resultaat is aanvaard."),
    }[row.state]
    if row.state is AssignmentState.DRAFTED and row.content.contractor_id is None:
        asked += " " + _("Noem eerst welk RIEC-hoofd haar uitvoert.")
    placed = find_on_agenda(actor, SubjectKind.ASSIGNMENT, str(row.id))
    if placed:
        day = date_format(placed.held_date, "j F Y")
        text = _("%(asked)s Zij staat op de agenda van %(day)s.") % {"asked": asked, "day": day}
        return NextStep(text, reverse("meeting-item", args=[placed.id]), _("Naar het agendapunt"))
    if not may_prepare(actor):
        text = _(
            "%(asked)s Zij staat nog niet op een agenda. Een lid van het hoofdenoverleg of een "
            "medewerker van het LIEC kan haar daarop zetten: vraag een van hen."
        )
        return NextStep(text % {"asked": asked}, reverse("council"), _("Naar het hoofdenoverleg"))
    meeting = find_next_meeting(actor)
    if meeting is None:
        text = _("%(asked)s Er is nog geen overleg gepland.") % {"asked": asked}
        return NextStep(text, reverse("meeting-new"), _("Overleg plannen"), is_button=True)
    text = _("%(asked)s Het eerste overleg is op %(day)s.") % {
        "asked": asked, "day": date_format(meeting.held_date, "j F Y"),
    }  # fmt: skip
    url = f"{reverse('meeting-item-new', args=[meeting.id])}?opdracht={row.id}"
    return NextStep(text, url, _("Op de agenda zetten"), is_button=True)
