"""The logbook: first the aim, then the lines."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from wegwijzer.kernel.errors import NotAllowed
from wegwijzer.logbook.actions import read_logbook
from wegwijzer.logbook.queries import READERS, LineRow, current_head, list_lines
from wegwijzer.logbook.rules import AIM_LABELS, Aim, Outcome
from wegwijzer.web import params
from wegwijzer.web.forms.logbook import LogbookFilter

OUTCOME_BADGES = {
    Outcome.DONE: (_("Gedaan"), "success"),
    Outcome.READ: (_("Gelezen"), "info"),
    Outcome.REFUSED: (_("Geweigerd"), "danger"),
}

# What tells a reader more than the act itself; the other details are ids.
NOTED = frozenset({"aim", "step", "address", "role", "kind", "article", "outcome", "reason"})


def logbook(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.has(*READERS):
        raise NotAllowed("U hebt geen rol die het logboek mag lezen.")
    aim = params.choice(request, "aim", Aim)
    form = LogbookFilter(request.GET or None)
    values = {"form": form, "head": current_head(), "aim": aim}
    if aim is not None and form.is_valid():
        read_logbook(actor, aim=aim, now=now())
        outcome = params.choice(request, "outcome", Outcome)
        lines = list_lines(
            actor, aim=aim, before=params.number(request, "after"), outcome=outcome,
            dossier_id=form.cleaned_data["dossier"],
        )  # fmt: skip
        values |= {
            "lines": [_shown(line) for line in lines],
            "older": str(lines[-1].position) if len(lines) == 50 else "",
            "aim_label": AIM_LABELS[aim],
        }
    return render(request, "logbook/logbook.html", values)


def _shown(line: LineRow) -> tuple[LineRow, object, str, str]:
    """Return a line with its badge and with what was noted besides ids."""
    noted = (str(value) for name, value in line.details.items() if value and name in NOTED)
    return (line, *OUTCOME_BADGES[Outcome(line.outcome)], ", ".join(noted))
