"""A project as a recipe that another region can follow, and what became of it there."""

from dataclasses import dataclass, fields
from enum import StrEnum

from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.network.rules import Role


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
MAKERS = frozenset(
    {
        Role.PROJECT_LEAD,
        Role.PORTFOLIO_LEAD,
        Role.LIEC_STAFF,
        Role.RIEC_HEAD,
        Role.ACCOUNT_MANAGER,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a region tells about the recipe that it follows."""

    status: AdoptionStatus
    told: str
    cost: str = ""
    again: bool | None = None


def check_maker(actor: Actor) -> None:
    """Refuse who does not publish or adopt recipes for a region."""
    if not actor.has(*MAKERS, "system"):
        raise NotAllowed(
            _("Recepten plaatsen en overnemen doen hoofden, projectleiders, portefeuillehouders, "
              "accountmanagers en het LIEC.")
        )  # fmt: skip


def why_not_adopt(actor: Actor, *, is_own: bool) -> str:
    """Return why the actor does not take a recipe over, and who can; nothing when the actor can."""
    if is_own:
        return _("Dit recept is van uw eigen regio. Andere regio's kunnen het overnemen.")
    if not actor.has(*MAKERS):
        return _(
            "Voor uw regio neemt een hoofd, projectleider, portefeuillehouder of accountmanager "
            "dit over. Wilt u dit nadoen? Vraag een van hen."
        )
    return ""


def check_recipe(recipe: Recipe) -> None:
    """Refuse a recipe that nobody could follow."""
    for name, sentence in NEEDED.items():
        if not getattr(recipe, name).strip():
            raise Invalid(sentence, field=name)


def check_adaptation(adapted: str, why: str) -> None:
    """Refuse an adaptation without the reason: the origin and others learn from the why."""
    if adapted.strip() and not why.strip():
        raise Invalid(_("Schrijf op waarom u het anders doet."), field="why")


def check_report(status: AdoptionStatus, report: Report) -> None:
    """Refuse a report without words, one that goes back to a plan, an end without a verdict."""
    if status in ENDED:
        raise Conflict(_("Dit is afgesloten. Neem het recept opnieuw over als u verdergaat."))
    if report.status is AdoptionStatus.PLANNED and status is not AdoptionStatus.PLANNED:
        raise Invalid(_("Wat al loopt, is geen voornemen meer. Kies een andere stand."),
                      field="status")  # fmt: skip
    if len(report.told.strip()) < SHORTEST_REPORT:
        raise Invalid(_("Vertel in ten minste twintig tekens hoe het gaat."), field="told")
    if report.status in ENDED and report.again is None:
        raise Invalid(_("Zeg of u het opnieuw zou doen."), field="again")


def steps_of(recipe: Recipe) -> tuple[str, ...]:
    """Return the steps one by one, without the numbers that somebody typed before them."""
    lines = (line.strip().lstrip("0123456789.-)• ") for line in recipe.steps.splitlines())
    return tuple(line for line in lines if line)


NAMES = tuple(field.name for field in fields(Recipe))
