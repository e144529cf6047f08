"""Who is acting, on behalf of which participant, in which region and in which roles."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """The first argument of every action and every query.

    An actor is one *designation* of one person: a person designated by two participants (mayor and
    municipal executive are two) acts for one of them at a time. ``roles`` holds only roles that are
    valid at the moment the actor was made. ``works_for`` is where colleagues say the person works:
    the bureau of a RIEC is no participant.
    """

    person_id: UUID
    name: str
    participant_id: UUID
    participant_name: str
    participant_kind: str
    region_id: UUID
    region_code: str
    roles: frozenset[str] = frozenset()
    designation_id: UUID | None = None
    works_for: str = ""

    def has(self, *roles: str) -> bool:
        """Return whether the actor holds at least one of the roles."""
        return not self.roles.isdisjoint(roles)

    @property
    def principals(self) -> tuple[str, str]:
        """Return the two names under which access can be given: the participant and the person."""
        return (f"participant:{self.participant_id}", f"person:{self.person_id}")


def system_actor(name: str) -> Actor:
    """Return the actor of an act that no person does on a page: setting up, the worker, a term."""
    nobody = UUID(int=0)
    return Actor(nobody, name, nobody, "Wegwijzer", "system", nobody, "-", frozenset({"system"}))
