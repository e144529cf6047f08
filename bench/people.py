"""The people and places that a filled database knows."""

from typing import Any


def known_people(moment: Any) -> Any:
    """Return the people and places that are in the database, by the short names of the demo."""
    from wegwijzer.cli.demo_world.cast import CAST, ORGANS
    from wegwijzer.cli.demo_world.people import Company
    from wegwijzer.network.models import Participant, Person, Region
    from wegwijzer.network.queries import actor_for

    people = dict(Person.objects.values_list("name", "id"))
    organs = dict(Participant.objects.values_list("name", "id"))
    return Company(
        moment,
        regions=dict(Region.objects.values_list("code", "id")),
        organs={one.key: organs[one.name] for one in ORGANS},
        actors={one.key: actor_for(people[one.name], now=moment) for one in CAST},
    )
