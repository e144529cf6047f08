"""Propose a definition, consult the regions, answer, adopt, work by it, and replace it."""

from datetime import date, datetime
from uuid import UUID

from wegwijzer.commons.models import Term, TermComment, TermResponse, TermUse, TermVersion
from wegwijzer.commons.rules import items, terms
from wegwijzer.commons.rules.terms import OPEN, Position, Proposal, TermStatus
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import acting, record
from wegwijzer.network.queries import get_region, list_headed_regions
from wegwijzer.network.rules import RegionKind


@acting
def propose_term(actor: Actor, proposal: Proposal, *, now: datetime) -> str:
    """Propose what a word means; return the slug of the term."""
    terms.check_role(actor, terms.PROPOSERS, terms.MAY_NOT_PROPOSE)
    terms.check_proposal(proposal)
    name, slug = proposal.name.strip(), terms.slugify(proposal.name)
    if Term.objects.filter(slug=slug).exists() or Term.objects.filter(name__iexact=name).exists():
        raise Conflict(_("Dit woord is er al. Stel bij dat woord een nieuwe versie voor."))
    term = Term.objects.create(slug=slug, name=name, portfolio=proposal.portfolio, created_at=now)
    _write(actor, term, proposal, now)
    return slug


@acting
def propose_version(actor: Actor, slug: str, proposal: Proposal, *, now: datetime) -> UUID:
    """Propose another text for a term that is there already; return the id of the version."""
    terms.check_role(actor, terms.PROPOSERS, terms.MAY_NOT_PROPOSE)
    terms.check_proposal(proposal)
    term = _term(slug)
    _check_none_open(term)
    return _write(actor, term, proposal, now)


@acting
def change_proposal(actor: Actor, version_id: UUID, proposal: Proposal, *, now: datetime) -> UUID:
    """Change a proposal; return the id of the version that has the new text.

    What the regions were asked about stays as it was: it is withdrawn for a version of its own.
    """
    version = _own(actor, version_id)
    terms.check_proposal(proposal)
    if version.status == TermStatus.CONSULTED:
        _withdraw(actor, version, "", now)
        return _write(actor, version.term, proposal, now)
    version.text, version.source = proposal.text.strip(), proposal.source.strip()
    version.explanation = proposal.reason.strip()
    version.save(update_fields=["text", "source", "explanation"])
    record(actor, "commons.change_proposal", f"term_version:{version.id}", now=now)
    return version.id


@acting
def withdraw_proposal(actor: Actor, version_id: UUID, *, reason: str, now: datetime) -> None:
    """Withdraw a proposal and say why; what was said about it stays readable."""
    version = _own(actor, version_id)
    terms.check_withdrawal(reason)
    _withdraw(actor, version, reason.strip(), now)
    record(actor, "commons.withdraw_proposal", f"term_version:{version.id}", now=now)


@acting
def open_consultation(actor: Actor, version_id: UUID, *, until: date, now: datetime) -> None:
    """Ask every region what it says to a proposal, or give them until a later day."""
    version = _own(actor, version_id)
    terms.check_until(until, now.date())
    if version.consulted_until and until < version.consulted_until:
        raise Invalid(_("Verlengen kan, inkorten niet."), field="until")
    version.status, version.consulted_until = TermStatus.CONSULTED, until
    version.save(update_fields=["status", "consulted_until"])
    record(actor, "commons.open_consultation", f"term_version:{version.id}", now=now, until=until)


@acting
def answer_consultation(
    actor: Actor, version_id: UUID, position: Position, *, comment: str = "", now: datetime
) -> None:
    """Say for the own region agree, agree with a remark, or object with the reason."""
    terms.check_role(actor, terms.SPEAKERS, terms.MAY_NOT_ANSWER)
    version = _version(version_id)
    terms.check_open_to_answer(TermStatus(version.status), version.consulted_until, now.date())
    terms.check_position(position, comment)
    TermResponse.objects.update_or_create(
        version=version,
        region_id=_own_region(actor),
        defaults={
            "position": position,
            "comment": comment.strip(),
            "answered_by": actor.person_id,
            "answered_at": now,
        },
    )
    record(actor, "commons.answer_consultation", f"term_version:{version.id}", now=now,
           position=position)  # fmt: skip


@acting
def comment_on_term(actor: Actor, version_id: UUID, text: str, *, now: datetime) -> None:
    """Say something about a proposal, besides the answer of the region."""
    items.check_writer(actor)
    version = _open(version_id)
    if not text.strip():
        raise Invalid(_("Schrijf op wat u wilt zeggen."), field="said")
    TermComment.objects.create(version=version, region_id=actor.region_id, text=text.strip(),
                               said_by=actor.person_id, said_at=now)  # fmt: skip
    record(actor, "commons.comment_on_term", f"term_version:{version.id}", now=now)


@acting
def adopt_term(actor: Actor, version_id: UUID, *, source: str, on: date, now: datetime) -> None:
    """Adopt a text for all regions; it replaces the one that counted until now.

    Bron: dossier § 5.9.
    """
    terms.check_role(actor, terms.DECIDERS, terms.MAY_NOT_DECIDE)
    version, today = _version(version_id), now.date()
    terms.check_adoption(
        TermStatus(version.status),
        regions=[one.id for one in list_headed_regions(actor, on=today)],
        heard=list(version.responses.values_list("region_id", flat=True)),
        consulted_until=version.consulted_until,
        today=today,
    )
    _adopt(version, source=source, on=on, today=today)
    record(actor, "commons.adopt_term", f"term_version:{version.id}", now=now, on=on)


@acting
def load_term(actor: Actor, proposal: Proposal, *, on: date, now: datetime) -> UUID:
    """Take in a definition that was adopted before it came here; return the id of the version."""
    terms.check_role(actor, terms.DECIDERS, terms.MAY_NOT_DECIDE)
    terms.check_proposal(proposal)
    term, _made = Term.objects.get_or_create(
        slug=terms.slugify(proposal.name),
        defaults={
            "name": proposal.name.strip(), "portfolio": proposal.portfolio, "created_at": now
        },
    )  # fmt: skip
    _check_none_open(term)
    version = TermVersion.objects.select_for_update().get(id=_write(actor, term, proposal, now))
    _adopt(version, source=proposal.source, on=on, today=now.date())
    record(actor, "commons.load_term", f"term_version:{version.id}", now=now, on=on)
    return version.id


@acting
def use_term(
    actor: Actor, version_id: UUID, *, from_date: date, note: str = "", now: datetime
) -> None:
    """Let the own region work by the adopted text from a day on."""
    terms.check_role(actor, terms.SPEAKERS, terms.MAY_NOT_ANSWER)
    version = _version(version_id)
    terms.check_use(TermStatus(version.status), from_date, version.adopted_date)
    TermUse.objects.update_or_create(
        version=version,
        region_id=_own_region(actor),
        defaults={"from_date": from_date, "note": note.strip()},
    )
    record(actor, "commons.use_term", f"term_version:{version.id}", now=now, from_date=from_date)


def _adopt(version: TermVersion, *, source: str, on: date, today: date) -> None:
    former = version.term.versions.filter(status=TermStatus.ADOPTED).first()
    terms.check_decision(source, on, today=today, before=former.adopted_date if former else None)
    if former is not None:
        former.status, former.replaced_date = TermStatus.REPLACED, on
        former.save(update_fields=["status", "replaced_date"])
    version.status, version.source, version.adopted_date = TermStatus.ADOPTED, source.strip(), on
    version.save(update_fields=["status", "source", "adopted_date"])


def _write(actor: Actor, term: Term, proposal: Proposal, now: datetime) -> UUID:
    version = TermVersion.objects.create(
        term=term,
        number=term.versions.count() + 1,
        status=TermStatus.PROPOSED,
        text=proposal.text.strip(),
        source=proposal.source.strip(),
        explanation=proposal.reason.strip(),
        proposed_by=actor.person_id,
        region_id=_region_of(actor),
        proposed_at=now,
    )
    record(actor, "commons.propose_term", f"term_version:{version.id}", now=now, term=term.slug)
    return version.id


def _withdraw(actor: Actor, version: TermVersion, reason: str, now: datetime) -> None:
    version.status, version.withdrawn_reason = TermStatus.WITHDRAWN, reason
    version.withdrawn_by, version.withdrawn_in_id = actor.person_id, _region_of(actor)
    version.withdrawn_at = now
    version.save(
        update_fields=["status", "withdrawn_reason", "withdrawn_by", "withdrawn_in", "withdrawn_at"]
    )


def _region_of(actor: Actor) -> UUID | None:
    """Return the region for which somebody acts; the system acts for none."""
    return None if actor.has("system") else actor.region_id


def _check_none_open(term: Term) -> None:
    if term.versions.filter(status__in=OPEN).exists():
        raise Conflict(_("Er ligt al een voorstel voor dit woord. Wijzig dat, of trek het in."))


def _term(slug: str) -> Term:
    term = Term.objects.select_for_update().filter(slug=slug).first()
    if term is None:
        raise NotFound
    return term


def _version(version_id: UUID) -> TermVersion:
    found = TermVersion.objects.select_for_update().filter(id=version_id).first()
    if found is None:
        raise NotFound
    return found


def _open(version_id: UUID) -> TermVersion:
    version = _version(version_id)
    if version.status not in OPEN:
        raise Conflict(_("Dit voorstel is niet meer open. Stel een nieuwe versie voor."))
    return version


def _own(actor: Actor, version_id: UUID) -> TermVersion:
    """Return an open proposal that is the actor's to change."""
    terms.check_role(actor, terms.PROPOSERS, terms.MAY_NOT_PROPOSE)
    version = _open(version_id)
    if not terms.may_change(
        actor, region_id=version.region_id, proposed_by=version.proposed_by
    ):  # fmt: skip
        raise NotAllowed(terms.MAY_NOT_CHANGE)
    return version


def _own_region(actor: Actor) -> UUID:
    """Return the region for which the actor speaks: one of the ten, not the national centre."""
    if get_region(actor.region_id).kind is not RegionKind.RIEC:
        raise NotAllowed(terms.MAY_NOT_ANSWER)
    return actor.region_id
