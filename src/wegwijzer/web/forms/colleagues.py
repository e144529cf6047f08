"""Choose a colleague of any region or partner."""

from itertools import groupby
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from wegwijzer.kernel.actor import Actor
from wegwijzer.network.queries import list_people, list_regions


class Colleague(NamedTuple):
    """Whom somebody chose, and for which participant and region that colleague acts."""

    person_id: UUID
    designation_id: UUID


class ColleagueField(forms.TypedChoiceField):
    """A choice out of all who work for the network, region by region; gives a ``Colleague``."""

    def __init__(self, *, label: Any = None, help_text: Any = "", required: bool = True) -> None:
        super().__init__(
            label=_("Wie") if label is None else label, help_text=help_text, required=required,
            coerce=_chosen, empty_value=None,
        )  # fmt: skip

    def offer(self, actor: Actor) -> None:
        """Offer everybody who is designated today, the actor's own region first."""
        names = {row.id: row.name for row in list_regions(on=localdate())}
        rows = [row for row in list_people(actor, on=localdate(), everywhere=True)
                if row.region_id in names]  # fmt: skip
        rows.sort(key=lambda row: (row.region_id != actor.region_id, names[row.region_id]))
        groups = [
            (name, [(f"{row.id}:{row.designation_id}", f"{row.name}, {row.participant_name}")
                    for row in group])
            for name, group in groupby(rows, key=lambda row: names[row.region_id])
        ]  # fmt: skip
        self.choices = [("", _("Kies een collega")), *groups]


def _chosen(value: str) -> Colleague:
    person, _colon, designation = value.partition(":")
    return Colleague(UUID(person), UUID(designation))
