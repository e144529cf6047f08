"""Notes and clusters: what one may write, arrange and merge in which stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from wegwijzer.commons.rules import similarity, words
from wegwijzer.exploration.rules.sessions import Circle, Stage, is_chair, takes_part
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed
from wegwijzer.kernel.text import gettext_noop as _

LONGEST_NOTE = 280
# So alike must two notes be to be proposed together. Notes are short: one telling word is much.
ALIKE = 0.16
FEWEST_TOGETHER = 2


def check_collecting(stage: Stage) -> None:
    """Refuse a note when notes are not collected."""
    if stage is Stage.PREPARED:
        raise Conflict(_("Het verzamelen is nog niet begonnen. Uw tekst staat er nog."))
    if stage is not Stage.COLLECTING:
        raise Conflict(_("Het verzamelen is intussen gestopt. Uw tekst staat er nog; vraag een "
                         "voorzitter om het verzamelen weer te openen."))  # fmt: skip


def check_note(text: str, kind: str, kinds: Sequence[str]) -> None:
    """Refuse a note that says nothing, says too much, or is of a sort that is not asked for."""
    if not text.strip():
        raise Invalid(_("Schrijf op wat u wilt inbrengen."), field="text")
    if len(text.strip()) > LONGEST_NOTE:
        raise Invalid(_("Houd het bij %(most)s tekens; maak anders twee notities."),
                      field="text", most=LONGEST_NOTE)  # fmt: skip
    if kind not in kinds:
        raise Invalid(_("Kies de soort van uw notitie."), field="kind")


def may_arrange(actor: Actor, circle: Circle, *, everybody: bool) -> bool:
    """Return whether the actor may cluster: the chairs, or all who take part if so decided."""
    return is_chair(actor, circle) or (everybody and takes_part(actor, circle))


def check_arranging(actor: Actor, circle: Circle, stage: Stage, *, everybody: bool) -> None:
    """Refuse arranging by who may not, or when it is not the time for it."""
    if not may_arrange(actor, circle, everybody=everybody):
        raise NotAllowed(_("In deze verkenning ordenen de voorzitters de notities."))
    if stage is not Stage.CLUSTERING:
        raise Conflict(_("Ordenen kan alleen in de fase Ordenen. Laad de pagina opnieuw om te zien "
                         "waar de verkenning is."))  # fmt: skip


def check_name(name: str) -> None:
    """Refuse a cluster without a name."""
    if not name.strip():
        raise Invalid(_("Geef het cluster een naam."), field="name")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Notes that seem to be about the same, with the words that they share."""

    name: str
    words: tuple[str, ...]
    note_ids: tuple[UUID, ...]


def propose_clusters(texts: Mapping[UUID, str]) -> list[Proposal]:
    """Return groups of notes that share telling words, the largest first.

    A note joins the first group of which the note in the middle is alike enough. A person accepts
    or refuses: this only reads words.
    """
    ids = list(texts)
    stems = [words.stems_in(texts[one]) for one in ids]
    use = similarity.count_words(stems)
    free, found = set(range(len(ids))), []
    near = [_neighbours(place, stems, use) for place in range(len(ids))]
    for place in sorted(free, key=lambda one: (-len(near[one]), one)):
        group = [one for one in near[place] if one in free]
        if place in free and len(group) + 1 >= FEWEST_TOGETHER:
            members = [place, *group]
            free -= set(members)
            found.append(_proposal(members, ids, stems, texts))
    return sorted(found, key=lambda one: (-len(one.note_ids), one.name))


def _neighbours(
    place: int, stems: Sequence[tuple[str, ...]], use: similarity.WordUse
) -> list[int]:  # fmt: skip
    likeness = similarity.likeness_to(stems[place], stems, use)
    near = [(-value, one) for one, value in enumerate(likeness) if value >= ALIKE and one != place]
    return [one for _value, one in sorted(near)]


def _proposal(
    members: Sequence[int],
    ids: Sequence[UUID],
    stems: Sequence[tuple[str, ...]],
    texts: Mapping[UUID, str],
) -> Proposal:
    counts: dict[str, int] = {}
    for one in members:
        for stem in stems[one]:
            counts[stem] = counts.get(stem, 0) + 1
    shared = sorted((-count, stem) for stem, count in counts.items() if count > 1)[:3]
    said = [texts[ids[one]] for one in members]
    written = words.written(frozenset(stem for _count, stem in shared), *said)
    named = tuple(written[stem] for _count, stem in shared)
    return Proposal(", ".join(named).capitalize(), named, tuple(ids[one] for one in members))
