"""Write the texts together: sections, who is writing which, remarks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wegwijzer.annual_report.counting import slugs_counted
from wegwijzer.annual_report.models import Remark, Section
from wegwijzer.annual_report.rules import texts
from wegwijzer.annual_report.storing import (
    claim_of,
    keep_version,
    put_text,
    touch,
    written_chapter,
    written_section,
)
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import NotFound
from wegwijzer.logbook.actions import acting, record


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a text: the current version, or False when somebody was first.

    What was not saved is kept beside the versions, so that nothing is lost.
    """

    is_saved: bool
    version: int


@acting
def add_section(
    actor: Actor, chapter_id: UUID, *, heading: str = "", body: str, now: datetime
) -> UUID:
    """Add a piece of text to a chapter; return its id."""
    report, chapter = written_chapter(actor, chapter_id)
    texts.check_text(heading, body)
    texts.check_figures(body, slugs_counted(report))
    place = 1 + max(chapter.sections.values_list("position", flat=True), default=0)
    section = Section(chapter=chapter, position=place)
    put_text(actor, section, heading, body, now=now)
    touch(report, chapter, now=now)
    record(actor, "annual_report.add_section", f"section:{section.id}", now=now)
    return section.id


@acting
def save_section(
    actor: Actor, section_id: UUID, *, heading: str = "", body: str, version: int, now: datetime
) -> Saved:
    """Save a text on top of the version that was read; if there is a later one, keep it aside."""
    report, chapter, section = written_section(actor, section_id)
    texts.check_text(heading, body)
    texts.check_figures(body, slugs_counted(report))
    if section.version != version:
        keep_version(actor, section, heading.strip(), body.strip(), number=None, now=now)
        record(actor, "annual_report.save_section", f"section:{section.id}", now=now,
               saved=False, version=version)  # fmt: skip
        return Saved(False, section.version)
    section.version += 1
    section.claimed_by, section.claimed_name, section.claimed_until = None, "", None
    put_text(actor, section, heading, body, now=now)
    touch(report, chapter, now=now)
    record(actor, "annual_report.save_section", f"section:{section.id}", now=now,
           saved=True, version=section.version)  # fmt: skip
    return Saved(True, section.version)


@acting
def drop_section(actor: Actor, section_id: UUID, *, version: int, now: datetime) -> None:
    """Take a piece of text out of its chapter, as long as it is the version that was read."""
    report, chapter, section = written_section(actor, section_id)
    texts.check_drop(seen=version, current=section.version)
    section.delete()
    touch(report, chapter, now=now)
    record(actor, "annual_report.drop_section", f"section:{section_id}", now=now)


@acting
def claim_section(actor: Actor, section_id: UUID, *, now: datetime) -> None:
    """Show others for half an hour that one is writing this; who wrote before, keeps the claim."""
    _report, _chapter, section = written_section(actor, section_id)
    claim = claim_of(section)
    if not texts.is_claimed(claim, by=actor.person_id, now=now):
        section.claimed_by, section.claimed_name = actor.person_id, actor.name
        section.claimed_until = now + texts.CLAIM
        section.save(update_fields=["claimed_by", "claimed_name", "claimed_until"])
    record(actor, "annual_report.claim_section", f"section:{section.id}", now=now)


@acting
def make_remark(actor: Actor, section_id: UUID, text: str, *, now: datetime) -> UUID:
    """Say what one noticed in a section; return the id of the remark."""
    _report, _chapter, section = written_section(actor, section_id)
    texts.check_remark(text)
    remark = Remark.objects.create(
        section=section, text=text.strip(), made_by_name=actor.name, made_at=now
    )
    record(actor, "annual_report.make_remark", f"section:{section.id}", now=now)
    return remark.id


@acting
def resolve_remark(actor: Actor, remark_id: UUID, *, now: datetime) -> None:
    """Mark a remark as dealt with."""
    remark = Remark.objects.filter(id=remark_id).first()
    if remark is None:
        raise NotFound
    written_section(actor, remark.section_id)
    texts.check_unresolved(is_resolved=remark.resolved_at is not None)
    remark.resolved_at, remark.resolved_by_name = now, actor.name
    remark.save(update_fields=["resolved_at", "resolved_by_name"])
    record(actor, "annual_report.resolve_remark", f"remark:{remark.id}", now=now)
