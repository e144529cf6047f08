"""What a trainer changes afterwards: a programme, an edition, and what who enrolled hears of it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.academy import made
from tests.world import NOW, SYSTEM
from wegwijzer.academy.actions import training as actions
from wegwijzer.academy.actions.programmes import change_programme
from wegwijzer.academy.queries import training as queries
from wegwijzer.academy.queries.certificates import get_certificate
from wegwijzer.academy.rules.training import (
    EditionContent,
    FundingContent,
    ModuleContent,
    ProgrammeContent,
    Standing,
)
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound

pytestmark = pytest.mark.django_db
LAST = made.FIRST + timedelta(weeks=3)
DAYS = tuple(made.FIRST + timedelta(weeks=week) for week in range(4))


def page():
    return queries.get_programme(SYSTEM, made.SLUG, today=NOW.date())


def content(**changes) -> ProgrammeContent:
    """Return the programme of the tests as it is now, with changes."""
    now = page()
    same = ProgrammeContent(
        slug=made.SLUG, title=now.row.title, modules=tuple(now.modules), funding=tuple(now.funding)
    )
    return replace(same, **changes)


def change(actor=SYSTEM, version=None, **changes) -> None:
    seen = page().version if version is None else version
    change_programme(actor, content(**changes), version=seen, now=NOW)


def standing(network, name) -> list[Standing]:
    coming = queries.list_coming(network.actor(name), today=NOW.date(), limit=9)
    return [one.standing for one in coming]


class TestProgramme:
    def test_texts_competences_modules_and_each_funding_can_be_changed(self, network):
        made.programme()
        first, second, third, fourth = page().modules
        paid = (
            FundingContent(source="Ministerie", decision="B-1", amount=Decimal(100)),
            FundingContent(source="Regio's", decision="HO 6", amount=Decimal("50.50")),
        )
        change(
            network.actor("trudy"),
            title="Opleiding voor analisten",
            competences=("Wegen",),
            modules=(
                second,
                replace(first, title="Deel een"),
                fourth,
                ModuleContent(title="Nieuw"),
            ),
            funding=paid,
        )

        now = page()
        assert [one.title for one in now.modules] == ["Deel 2", "Deel een", "Deel 4", "Nieuw"]
        assert [one.id for one in now.modules[:3]] == [second.id, first.id, fourth.id]
        assert third.id not in {one.id for one in now.modules}
        assert (now.row.title, now.competences) == ("Opleiding voor analisten", ("Wegen",))
        assert tuple(now.funding) == paid and now.total == Decimal("150.50")
        assert (now.row.slug, now.row.modules) == (made.SLUG, 4)

    def test_only_trainers_change_it_and_never_over_what_another_wrote(self, network):
        made.programme()
        with pytest.raises(NotAllowed):
            change(network.actor("tess"))
        change(title="Eerst")
        with pytest.raises(Conflict, match="intussen gewijzigd"):
            change(version=1, title="Daarna")
        assert page().row.title == "Eerst"
        with pytest.raises(NotFound):
            change_programme(SYSTEM, replace(content(), slug="geen"), version=1, now=NOW)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"title": " "},
            {"modules": ()},
            {"modules": (ModuleContent(title=" "),)},
            {"funding": (FundingContent(source=" ", amount=Decimal(5)),)},
            {"valid_months": 0},
        ],
    )
    def test_what_nobody_could_follow_is_refused(self, network, wrong):
        made.programme()
        with pytest.raises(Invalid):
            change(**wrong)

    def test_an_edition_keeps_the_modules_that_it_was_planned_with(self, network):
        made.programme()
        edition, tess = made.edition(), network.actor("tess")
        actions.enrol(tess, edition, now=NOW)
        change(modules=(*page().modules[1:], ModuleContent(title="Deel 5")))
        made.attend(edition, tess.person_id)
        actions.issue_certificate(
            network.actor("trudy"), edition, tess.person_id, now=made.after(LAST)
        )

        (held,) = queries.list_own(tess, today=LAST)[1]
        earned = get_certificate(tess, held.number, now=NOW).modules
        assert earned == ("Deel 1", "Deel 2", "Deel 3", "Deel 4")
        later = queries.get_edition(SYSTEM, made.edition())
        assert [one.title for one in later.sessions] == ["Deel 2", "Deel 3", "Deel 4", "Deel 5"]
        assert [one.position for one in later.sessions] == [1, 2, 3, 4]


class TestEdition:
    def plan(self, network, places=1, *names):
        made.programme()
        edition = made.edition(places=places)
        for minute, name in enumerate(names):
            actions.enrol(network.actor(name), edition, now=NOW + timedelta(minutes=minute))
        return edition

    def change(self, edition, *, actor=SYSTEM, hours=9, **changes):
        same = EditionContent(place="Voorbeeldstad", places=1, days=DAYS)
        actions.change_edition(
            actor, edition, replace(same, **changes), now=NOW + timedelta(hours=hours)
        )

    def test_who_moves_up_is_told_and_who_had_a_place_is_not(self, network):
        edition = self.plan(network, 1, "tess", "anna", "fons")
        assert standing(network, "anna") == [Standing.WAITING]
        actions.cancel_enrolment(network.actor("tess"), edition, now=NOW)

        assert standing(network, "anna") == [Standing.MOVED_UP]
        assert standing(network, "fons") == [Standing.WAITING]
        assert queries.get_edition(network.actor("anna"), edition).standing is Standing.MOVED_UP
        assert standing(network, "tess") == []

    def test_more_places_move_up_who_waits_and_fewer_take_nobody_s(self, network):
        edition = self.plan(network, 2, "tess", "anna", "fons")
        with pytest.raises(Invalid, match="al 2 mensen"):
            self.change(edition, places=1)
        self.change(edition, places=3)

        assert standing(network, "fons") == [Standing.MOVED_UP]
        assert standing(network, "tess") == [Standing.PLACED]

    def test_other_days_are_told_to_who_enrolled_before(self, network):
        edition = self.plan(network, 2, "tess")
        later = tuple(day + timedelta(weeks=1) for day in DAYS)
        self.change(edition, places=2, days=later)
        actions.enrol(network.actor("anna"), edition, now=NOW + timedelta(hours=10))

        assert standing(network, "tess") == [Standing.MOVED]
        assert standing(network, "anna") == [Standing.PLACED]
        assert [one.day for one in queries.list_calendar(SYSTEM, since=NOW.date())] == list(later)
        assert queries.get_edition(SYSTEM, edition).row.starts_on == later[0]

    def test_a_day_of_which_it_is_noted_who_was_there_stays(self, network):
        edition = self.plan(network, 1, "tess")
        made.attend(edition, network.people["tess"], modules=1)
        with pytest.raises(Invalid, match="De dag ligt vast"):
            self.change(edition, days=(DAYS[0] - timedelta(days=1), *DAYS[1:]))
        self.change(edition, days=(*DAYS[:3], DAYS[3] + timedelta(days=1)))
        with pytest.raises(NotAllowed):
            self.change(edition, actor=network.actor("tess"))

    def test_what_is_cancelled_is_told_and_takes_nobody_any_more(self, network):
        edition = self.plan(network, 1, "tess")
        with pytest.raises(NotAllowed):
            actions.cancel_edition(network.actor("tess"), edition, reason="Ziek", now=NOW)
        with pytest.raises(Invalid, match="waarom"):
            actions.cancel_edition(SYSTEM, edition, reason=" ", now=NOW)
        actions.cancel_edition(network.actor("trudy"), edition, reason="Ziek", now=NOW)

        assert standing(network, "tess") == [Standing.CANCELLED]
        assert queries.list_calendar(SYSTEM, since=NOW.date()) == []
        assert page().row.next_on is None
        assert queries.get_edition(SYSTEM, edition).row.cancel_reason == "Ziek"
        assert queries.list_to_note(SYSTEM, today=LAST, limit=9) == []
        for act in (
            lambda: actions.enrol(network.actor("anna"), edition, now=NOW),
            lambda: made.attend(edition, network.people["tess"]),
            lambda: self.change(edition),
            lambda: actions.cancel_edition(SYSTEM, edition, reason="Weer", now=NOW),
        ):
            with pytest.raises(Conflict, match="gaat niet door"):
                act()

    def test_what_has_been_given_in_part_is_not_cancelled(self, network):
        edition = self.plan(network, 1, "tess")
        made.attend(edition, network.people["tess"], modules=1)
        with pytest.raises(Conflict, match="al begonnen"):
            actions.cancel_edition(SYSTEM, edition, reason="Ziek", now=NOW)
