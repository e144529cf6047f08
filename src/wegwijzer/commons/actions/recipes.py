"""Publish a project as a recipe, adopt one of another region, adapt it and report back."""

from dataclasses import asdict, replace
from datetime import datetime
from uuid import UUID

from wegwijzer.commons.actions.items import add_item
from wegwijzer.commons.models import Adoption, AdoptionReport, Item, RecipeText
from wegwijzer.commons.rules import recipes
from wegwijzer.commons.rules.items import Content, Status
from wegwijzer.commons.rules.recipes import ENDED, AdoptionStatus, Recipe, Report
from wegwijzer.commons.storing import content_of, own
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record


@acting
def publish_recipe(
    actor: Actor, content: Content, recipe: Recipe, *, now: datetime, region_id: UUID | None = None
) -> UUID:
    """Publish a project of the own region together with how others can do it; return its id."""
    recipes.check_maker(actor)
    recipes.check_recipe(recipe)
    item_id = add_item(actor, content, now=now, region_id=region_id, publish=True)
    RecipeText.objects.create(item_id=item_id, **_trimmed(recipe))
    record(actor, "commons.publish_recipe", f"item:{item_id}", now=now)
    return item_id


@acting
def write_recipe(actor: Actor, item_id: UUID, recipe: Recipe, *, now: datetime) -> None:
    """Write down how others can do what the own region published, or better it."""
    recipes.check_maker(actor)
    item = own(actor, item_id)
    recipes.check_recipe(recipe)
    if item.status != Status.PUBLISHED:
        raise Conflict(_("Publiceer het project eerst; daarna kan het een recept worden."))
    _put(item, recipe, now)
    record(actor, "commons.write_recipe", f"item:{item.id}", now=now)


@acting
def adopt_recipe(actor: Actor, item_id: UUID, *, plan: str = "", now: datetime) -> UUID:
    """Take over the recipe of another region for the own; return the id of the own copy."""
    recipes.check_maker(actor)
    source = Item.objects.select_for_update().filter(id=item_id, recipe__isnull=False).first()
    if source is None or source.status == Status.DRAFT:
        raise NotFound
    if source.region_id == actor.region_id:
        raise Invalid(_("Dit is van uw eigen regio. Kies een recept van een andere regio."))
    busy = Adoption.objects.filter(source=source, item__region_id=actor.region_id)
    if busy.exclude(status__in=ENDED).exists():
        raise Conflict(_("Uw regio heeft dit recept al overgenomen. Open dat, en meld hoe het "
                         "gaat."))  # fmt: skip
    copied = replace(
        content_of(source), place="", municipality_code="", period_from=None, period_to=None,
        contact_name="", contact_reach="", may_be_called=False,
    )  # fmt: skip
    own_id = add_item(actor, copied, now=now, publish=True)
    Item.objects.filter(id=own_id).update(origin=source)
    RecipeText.objects.create(item_id=own_id, **asdict(_recipe_of(source)))
    Adoption.objects.create(item_id=own_id, source=source, status=AdoptionStatus.PLANNED,
                            plan=plan.strip(), adopted_at=now)  # fmt: skip
    record(actor, "commons.adopt_recipe", f"item:{own_id}", now=now, source=source.id)
    return own_id


@acting
def adapt_recipe(
    actor: Actor, item_id: UUID, recipe: Recipe, *, adapted: str, why: str, now: datetime
) -> None:
    """Change what the own region took over, and say what it does otherwise and why."""
    recipes.check_maker(actor)
    adoption = _adoption(actor, item_id)
    recipes.check_recipe(recipe)
    if not adapted.strip():
        raise Invalid(_("Schrijf op wat u anders doet."), field="adapted")
    recipes.check_adaptation(adapted, why)
    _put(adoption.item, recipe, now)
    adoption.adapted, adoption.why = adapted.strip(), why.strip()
    adoption.save(update_fields=["adapted", "why"])
    record(actor, "commons.adapt_recipe", f"item:{item_id}", now=now)


@acting
def report_on_recipe(actor: Actor, item_id: UUID, report: Report, *, now: datetime) -> None:
    """Tell the origin and all others how it goes: results, cost, whether to do it again."""
    recipes.check_maker(actor)
    adoption = _adoption(actor, item_id)
    recipes.check_report(AdoptionStatus(adoption.status), report)
    AdoptionReport.objects.create(
        adoption=adoption,
        status=report.status,
        told=report.told.strip(),
        cost=report.cost.strip(),
        again=report.again,
        reported_by=actor.person_id,
        reported_at=now,
    )
    adoption.status = report.status
    adoption.save(update_fields=["status"])
    record(actor, "commons.report_on_recipe", f"item:{item_id}", now=now, status=report.status)


def _adoption(actor: Actor, item_id: UUID) -> Adoption:
    own(actor, item_id)
    found = Adoption.objects.select_for_update().select_related("item").filter(item_id=item_id)
    adoption = found.first()
    if adoption is None:
        raise NotFound
    return adoption


def _put(item: Item, recipe: Recipe, now: datetime) -> None:
    RecipeText.objects.update_or_create(item=item, defaults=_trimmed(recipe))
    item.changed_at = now
    item.save(update_fields=["changed_at"])


def _trimmed(recipe: Recipe) -> dict[str, str]:
    return {name: value.strip() for name, value in asdict(recipe).items()}


def _recipe_of(item: Item) -> Recipe:
    return Recipe(**{name: getattr(item.recipe, name) for name in recipes.NAMES})
