"""The logbook: first the aim, then the lines."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from wegwijzer.casework.queries import numbers as cases
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.text import gettext_noop
from wegwijzer.logbook.actions import MOST_CHECKED, check_chain, read_logbook
from wegwijzer.logbook.queries import LineRow, check_reads, current_head, list_lines
from wegwijzer.logbook.rules import AIM_LABELS, Aim, Outcome
from wegwijzer.network.rules import ROLE_LABELS
from wegwijzer.signals.queries import numbers as signals
from wegwijzer.web import params
from wegwijzer.web.acts import ACT_LABELS, KIND_LABELS
from wegwijzer.web.forms.logbook import LogbookFilter

OUTCOME_BADGES = {
    Outcome.DONE: (gettext_lazy("Gedaan"), "success"),
    Outcome.READ: (gettext_lazy("Gelezen"), "info"),
    Outcome.REFUSED: (gettext_lazy("Geweigerd"), "danger"),
}

# What tells a reader more than the act itself; the other details are ids.
NOTED = frozenset({"aim", "step", "address", "role", "kind", "article", "outcome", "reason"})
# What a choice that was noted is called.
CHOICES: dict[str, str] = {
    **{key.value: label for key, label in AIM_LABELS.items()},
    **{key.value: label for key, label in ROLE_LABELS.items()},
    "NotAllowed": gettext_noop("mag niet"),
    "NotFound": gettext_noop("niet gevonden, of niet voor deze persoon"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A line in words: what was done, what was noted, about what, and in which dossier."""

    line: LineRow
    act: str
    badge: tuple[Any, str]
    noted: str
    about: str
    dossier: str


@require_safe
def logbook(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    check_reads(actor)
    aim = params.choice(request, "aim", Aim)
    form = LogbookFilter(request.GET or None)
    values = {"form": form, "head": current_head(), "aim": aim, "most": MOST_CHECKED}
    if aim is not None and form.is_valid():
        read_logbook(actor, aim=aim, now=now())
        lines = _lines(request, actor, aim, form.cleaned_data["dossier"])
        values |= {
            "lines": _shown(actor, lines),
            "older": str(lines[-1].position) if len(lines) == 50 else "",
            "aim_label": AIM_LABELS[aim],
        }
    return render(request, "logbook/logbook.html", values)


@require_POST
def check(request: HttpRequest) -> HttpResponse:
    checked = check_chain(request.actor, now=now())  # type: ignore[attr-defined]
    told: dict[str, Any] = {"first": checked.first, "last": checked.last}
    if checked.broken is None:
        messages.success(request, _("Regel %(first)s tot en met %(last)s kloppen.") % told)
    else:
        told |= {"position": checked.broken.position, "reason": _(checked.broken.reason)}
        messages.error(
            request,
            _("Het logboek klopt niet bij regel %(position)s. %(reason)s Meld dit aan het beheer.")
            % told,
        )
    return redirect("logbook")


def _lines(request: HttpRequest, actor: Actor, aim: Aim, dossier: str) -> list[LineRow]:
    """Return the lines that were asked for; of a dossier that is not known there are none."""
    found = _dossier(actor, dossier)
    if dossier and found is None:
        return []
    outcome = params.choice(request, "outcome", Outcome)
    before = params.number(request, "after")
    return list_lines(actor, aim=aim, before=before, outcome=outcome, dossier_id=found)


def _dossier(actor: Actor, text: str) -> UUID | None:
    """Return the dossier that is meant by a number or by its own key."""
    try:
        return UUID(text)
    except ValueError:
        return signals.find_by_number(actor, text) or cases.find_by_number(actor, text)


def _shown(actor: Actor, lines: list[LineRow]) -> list[Shown]:
    ids = {line.dossier_id for line in lines if line.dossier_id}
    numbers = signals.numbers_of(actor, ids) | cases.numbers_of(actor, ids)
    return [_line(line, numbers) for line in lines]


def _line(line: LineRow, numbers: dict[UUID, str]) -> Shown:
    noted = (
        str(_(CHOICES[value]) if value in CHOICES else value)
        for name, value in line.details.items()
        if value and name in NOTED
    )
    kind, _colon, key = line.subject.partition(":")
    return Shown(
        line,
        _(ACT_LABELS[line.act]) if line.act in ACT_LABELS else line.act,
        OUTCOME_BADGES[Outcome(line.outcome)],
        ", ".join(noted),
        _about(kind, key, line.dossier_id),
        numbers.get(line.dossier_id, str(line.dossier_id)[:8]) if line.dossier_id else "",
    )


def _about(kind: str, key: str, dossier_id: UUID | None) -> str:
    """Return the kind of thing, with the beginning of its key unless it is the dossier itself."""
    label = _(KIND_LABELS[kind]) if kind in KIND_LABELS else ""
    return label if key == str(dossier_id) else f"{label} {key[:8]}".strip()
