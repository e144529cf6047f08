"""Write training programmes: their modules, and who pays for them by which decision."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from wegwijzer.academy.models import Funding, Module, Programme
from wegwijzer.academy.rules import training as rules
from wegwijzer.academy.rules.training import FundingContent, ModuleContent, ProgrammeContent
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Invalid, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record


@acting
def add_programme(actor: Actor, content: ProgrammeContent, *, now: datetime) -> UUID:
    """Add a training programme with its modules and who pays for it; return its id."""
    rules.check_trains(actor)
    rules.check_programme(content)
    if Programme.objects.filter(slug=content.slug).exists():
        raise Invalid(_("Er is al een opleiding met deze naam."), field="title")
    programme = Programme(slug=content.slug, added_at=now)
    _put(programme, content)
    _put_modules(programme, content.modules, now)
    _put_funding(programme, content.funding)
    record(actor, "academy.add_programme", f"programme:{programme.id}", now=now)
    return programme.id


@acting
def load_programme(actor: Actor, content: ProgrammeContent, *, now: datetime) -> bool:
    """Add a programme unless one with this slug is there; return whether it was added."""
    if Programme.objects.filter(slug=content.slug).exists():
        return False
    add_programme(actor, content, now=now)
    return True


@acting
def change_programme(
    actor: Actor, content: ProgrammeContent, *, version: int, now: datetime
) -> None:
    """Change what a programme says, its modules and its funding; its slug stays.

    An edition gives the modules that the programme had when the edition was planned.
    """
    rules.check_trains(actor)
    programme = Programme.objects.select_for_update().filter(slug=content.slug).first()
    if programme is None:
        raise NotFound
    rules.check_version(programme.version, version)
    rules.check_programme(content)
    programme.version += 1
    _put(programme, content)
    _put_modules(programme, content.modules, now)
    _put_funding(programme, content.funding)
    record(actor, "academy.change_programme", f"programme:{programme.id}", now=now,
           version=programme.version, modules=len(content.modules))  # fmt: skip


def _put(programme: Programme, content: ProgrammeContent) -> None:
    programme.title = content.title.strip()
    programme.summary = content.summary.strip()
    programme.audience = content.audience.strip()
    programme.competences = list(content.competences)
    programme.valid_months = content.valid_months
    programme.save()


def _put_modules(programme: Programme, contents: Iterable[ModuleContent], now: datetime) -> None:
    """Write the modules in order; one that is left out is no longer given in later editions."""
    known = {one.id: one for one in programme.modules.filter(dropped_at=None)}
    # Two modules may change places, which the database refuses halfway: all make room first.
    programme.modules.filter(dropped_at=None).update(dropped_at=now)
    for position, content in enumerate(contents, 1):
        module = known.get(content.id) if content.id else None
        module = module or Module(programme=programme)
        module.position, module.dropped_at = position, None
        module.title, module.summary = content.title.strip(), content.summary.strip()
        module.materials = content.materials.strip()
        module.save()


def _put_funding(programme: Programme, contents: Iterable[FundingContent]) -> None:
    programme.funding.all().delete()
    Funding.objects.bulk_create(
        Funding(
            programme=programme,
            source=one.source.strip(),
            decision=one.decision.strip(),
            amount=one.amount,
        )
        for one in contents
    )
