"""A project as a recipe that another region can follow, and what became of it there."""

from dataclasses import dataclass, fields
from enum import StrEnum

from wegwijzer.kernel.errors import Conflict, Invalid
from wegwijzer.kernel.text import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Recipe:
    """What somebody needs to do the same elsewhere."""

    goal: str = ""
    target_group: str = ""
    steps: str = ""
    partners: str = ""
    cost: str = ""
    legal_ground: str = ""
    results: str = ""
    pitfalls: str = ""


RECIPE_LABELS = {
    "goal": _("Doel"),
    "target_group": _("Doelgroep"),
    "steps": _("Stappen"),
    "partners": _("Partners"),
    "cost": _("Kosten en tijd"),
    "legal_ground": _("Juridische grondslag"),
    "results": _("Resultaten"),
    "pitfalls": _("Valkuilen"),
}
NEEDED = {
    "goal": _("Schrijf op wat het project moet bereiken."),
    "target_group": _("Schrijf op voor wie het project is."),
    "steps": _("Schrijf de stappen op, elke stap op een eigen regel."),
    "legal_ground": _("Schrijf op waarop het project berust, of dat dit niet nodig is."),
}


class AdoptionStatus(StrEnum):
    """How far a region is with the recipe of another."""

    PLANNED = "planned"
    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"


ADOPTION_LABELS = {
    AdoptionStatus.PLANNED: _("Voorgenomen"),
    AdoptionStatus.RUNNING: _("In uitvoering"),
    AdoptionStatus.FINISHED: _("Afgerond"),
    AdoptionStatus.STOPPED: _("Gestopt"),
}
ENDED = frozenset({AdoptionStatus.FINISHED, AdoptionStatus.STOPPED})
SHORTEST_REPORT = 20


def check_recipe(recipe: Recipe) -> None:
    """Refuse a recipe that nobody could follow."""
    for name, sentence in NEEDED.items():
        if not getattr(recipe, name).strip():
            raise Invalid(sentence, field=name)


def check_report(status: AdoptionStatus, new: AdoptionStatus, told: str) -> None:
    """Refuse a report without words, or one that goes back to a plan."""
    if status in ENDED:
        raise Conflict(_("Dit is afgesloten. Neem het recept opnieuw over als u verdergaat."))
    if new is AdoptionStatus.PLANNED and status is not AdoptionStatus.PLANNED:
        raise Invalid(_("Wat al loopt, is geen voornemen meer. Kies een andere stand."),
                      field="status")  # fmt: skip
    if len(told.strip()) < SHORTEST_REPORT:
        raise Invalid(_("Vertel in ten minste twintig tekens hoe het gaat."), field="told")


def steps_of(recipe: Recipe) -> tuple[str, ...]:
    """Return the steps one by one, without the numbers that somebody typed before them."""
    lines = (line.strip().lstrip("0123456789.-)• ") for line in recipe.steps.splitlines())
    return tuple(line for line in lines if line)


NAMES = tuple(field.name for field in fields(Recipe))
