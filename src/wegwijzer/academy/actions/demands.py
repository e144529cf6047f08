"""Say which role asks for which training."""

from datetime import date, datetime

from wegwijzer.academy.models import Programme
from wegwijzer.academy.rules import training as rules
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting
from wegwijzer.network import actions as network
from wegwijzer.network.rules import Role


@acting
def demand_programme(
    actor: Actor, role: Role, slug: str, *, starts_on: date, now: datetime
) -> None:
    """Let a role count only for who holds a valid certificate of this programme, from a day on.

    Bron: Wgs art. 1.8 lid 9.
    """
    rules.check_demands(actor)
    rules.check_demand(role, starts_on, today=now.date())
    programme = Programme.objects.filter(slug=slug).first()
    if programme is None:
        raise Invalid(_("Deze opleiding is er niet. Kies een uit de lijst."), field="programme")
    network.demand_training(
        actor, role, programme=slug, title=programme.title, starts_on=starts_on, now=now
    )


@acting
def withdraw_demand(actor: Actor, role: Role, slug: str, *, now: datetime) -> None:
    """Let a role count again without this programme."""
    network.withdraw_demand(actor, role, programme=slug, now=now)
