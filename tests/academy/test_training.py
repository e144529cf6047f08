"""Training: places, attendance, certificates, and the role that asks for one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.academy import made
from tests.world import NOW, SYSTEM
from wegwijzer.academy.actions import training as actions
from wegwijzer.academy.queries import training as queries
from wegwijzer.academy.queries.certificates import get_certificate
from wegwijzer.academy.rules import training as rules
from wegwijzer.kernel.errors import Conflict, Invalid, NotAllowed, NotFound
from wegwijzer.network.actions import demand_training, grant_role
from wegwijzer.network.rules import Period, Role

LAST = made.FIRST + timedelta(weeks=3)


@given(st.dates(date(2000, 1, 1), date(2080, 1, 1)), st.integers(1, 120))
def test_a_certificate_ends_so_many_months_later(day, months):
    until = rules.valid_until(day, months)
    assert (until.year * 12 + until.month) - (day.year * 12 + day.month) == months
    assert until.day <= day.day


@given(st.lists(st.uuids(), unique=True, max_size=20), st.integers(0, 25))
def test_everybody_has_a_place_or_waits(people, places):
    placed, waiting = rules.split(people, places)
    assert [*placed, *waiting] == people
    assert len(placed) == min(places, len(people))


@given(
    st.lists(st.uuids(), unique=True, max_size=12),
    st.integers(0, 12),
    st.integers(0, 12),
    st.data(),
)
def test_only_who_waited_and_has_a_place_now_moved_up(people, places, more, data):
    gone = data.draw(st.sets(st.sampled_from(people))) if people else set()
    after = [one for one in people if one not in gone]
    risen = rules.moved_up(people, places, after, places + more)
    assert set(risen) <= set(people[places:]) & set(after[: places + more])
    assert len(after[: places + more]) == len(risen) + len(
        [one for one in people[:places] if one not in gone]
    )


@pytest.mark.django_db
class TestTraining:
    def test_who_cancels_gives_the_place_to_who_waits_longest(self, network):
        made.programme()
        edition = made.edition(places=1)
        for name in ("tess", "anna"):
            actions.enrol(network.actor(name), edition, now=NOW)
        assert not queries.get_edition(network.actor("anna"), edition).has_place

        actions.cancel_enrolment(network.actor("tess"), edition, now=NOW)

        assert queries.get_edition(network.actor("anna"), edition).has_place
        assert queries.get_edition(network.actor("tess"), edition).participants == []
        assert len(queries.get_edition(network.actor("trudy"), edition).participants) == 1

    def test_nobody_enrols_twice_or_too_late(self, network):
        made.programme()
        edition = made.edition()
        actions.enrol(network.actor("tess"), edition, now=NOW)
        with pytest.raises(Conflict):
            actions.enrol(network.actor("tess"), edition, now=NOW)
        with pytest.raises(Conflict):
            actions.enrol(network.actor("anna"), edition, now=made.after(LAST))

    def test_only_who_attended_everything_gets_a_certificate(self, network):
        made.programme()
        edition, tess = made.edition(), network.actor("tess")
        actions.enrol(tess, edition, now=NOW)
        made.attend(edition, tess.person_id, modules=3)
        with pytest.raises(Conflict):
            actions.issue_certificate(
                network.actor("trudy"), edition, tess.person_id, now=made.after(LAST)
            )
        made.attend(edition, tess.person_id)

        with pytest.raises(NotAllowed):
            actions.issue_certificate(tess, edition, tess.person_id, now=made.after(LAST))
        actions.issue_certificate(
            network.actor("trudy"), edition, tess.person_id, now=made.after(LAST)
        )

        (held,) = queries.list_own(tess, today=LAST)[1]
        assert held.is_valid
        assert get_certificate(tess, held.number, now=NOW).name == "tess"
        with pytest.raises(NotFound):
            get_certificate(network.actor("anna"), held.number, now=NOW)

    def test_a_trainer_neither_notes_nor_certifies_themselves(self, network):
        made.programme()
        edition, trudy = made.edition(), network.actor("trudy")
        actions.enrol(trudy, edition, now=NOW)
        for session in queries.get_edition(trudy, edition).sessions:
            actions.note_attendance(
                trudy, session.id, [trudy.person_id], now=made.after(session.held_on)
            )
        assert not queries.get_edition(trudy, edition).attended
        made.attend(edition, trudy.person_id)
        with pytest.raises(NotAllowed, match="uzelf"):
            actions.issue_certificate(trudy, edition, trudy.person_id, now=made.after(LAST))

        actions.issue_certificate(
            network.actor("lies"), edition, trudy.person_id, now=made.after(LAST)
        )

    def test_what_a_trainer_attended_survives_their_own_noting(self, network):
        made.programme()
        edition, trudy = made.edition(), network.actor("trudy")
        actions.enrol(trudy, edition, now=NOW)
        made.attend(edition, trudy.person_id, modules=1)
        (first, *_rest) = queries.get_edition(trudy, edition).sessions

        actions.note_attendance(trudy, first.id, [], now=made.after(made.FIRST))

        assert first.id in queries.get_edition(trudy, edition).attended

    def test_days_of_two_editions_do_not_make_one_certificate(self, network):
        made.programme()
        first, second, tess = made.edition(), made.edition(), network.actor("tess")
        for edition in (first, second):
            actions.enrol(tess, edition, now=NOW)
        made.attend(first, tess.person_id, modules=2)
        for session in queries.get_edition(SYSTEM, second).sessions[2:]:
            actions.note_attendance(
                SYSTEM, session.id, [tess.person_id], now=made.after(session.held_on)
            )

        for edition in (first, second):
            with pytest.raises(Conflict, match="Nog niet elk onderdeel"):
                actions.issue_certificate(
                    network.actor("trudy"), edition, tess.person_id, now=made.after(LAST)
                )

    def test_the_waiting_list_moves_up_in_order_and_who_returns_joins_at_the_end(self, network):
        made.programme()
        edition = made.edition(places=1)
        for minute, name in enumerate(("tess", "anna", "fons")):
            actions.enrol(network.actor(name), edition, now=NOW + timedelta(minutes=minute))

        def waits(name):
            return queries.get_edition(network.actor(name), edition).waits_at

        assert [waits(name) for name in ("tess", "anna", "fons")] == [0, 1, 2]
        actions.cancel_enrolment(network.actor("tess"), edition, now=NOW)
        actions.enrol(network.actor("tess"), edition, now=NOW + timedelta(hours=1))
        assert [waits(name) for name in ("anna", "fons", "tess")] == [0, 1, 2]

    def test_a_role_can_ask_for_a_certificate_and_lasts_as_long(self, network):
        made.programme()
        edition, tess = made.edition(), network.actor("tess")
        demand_training(
            network.actor("lies"), Role.INFORMATION_ANALYST, programme=made.SLUG,
            title="Opleiding analist", starts_on=NOW.date(), now=NOW,
        )  # fmt: skip
        grant = dict(role=Role.INFORMATION_ANALYST, period=Period(LAST, None), now=made.after(LAST))
        designation = network.designations["tess"]
        with pytest.raises(Invalid, match="certificaat"):
            grant_role(network.actor("hugo"), designation, **grant)
        actions.enrol(tess, edition, now=NOW)
        made.attend(edition, tess.person_id)
        actions.issue_certificate(
            network.actor("trudy"), edition, tess.person_id, now=made.after(LAST)
        )
        grant_role(network.actor("hugo"), designation, **grant)

        assert network.actor("tess", made.after(LAST)).has(Role.INFORMATION_ANALYST)
        gone = rules.valid_until(LAST, 36) + timedelta(days=1)
        assert not network.actor("tess", made.after(gone)).has(Role.INFORMATION_ANALYST)

    def test_a_demand_takes_the_role_of_who_never_followed_it(self, network):
        demand_training(
            SYSTEM, Role.INFORMATION_ANALYST, programme="x", title="X",
            starts_on=NOW.date() + timedelta(days=1), now=NOW,
        )  # fmt: skip
        assert network.actor("anna").has(Role.INFORMATION_ANALYST)
        with pytest.raises(NotAllowed):
            network.actor("anna", NOW + timedelta(days=2))

    def test_opinions_are_shown_from_three_on_and_without_a_name(self, network):
        made.programme()
        edition = made.edition(places=3)
        people = [network.actor(name) for name in ("tess", "anna", "fons")]
        for one in people:
            actions.enrol(one, edition, now=NOW)
        made.attend(edition, *(one.person_id for one in people))
        for number, one in enumerate(people):
            assert queries.get_edition(people[0], edition).marks == {}
            actions.evaluate(one, edition, mark=5, remark=f"Opmerking {number}", now=NOW)
        with pytest.raises(Conflict):
            actions.evaluate(people[0], edition, mark=1, remark="", now=NOW)

        assert queries.get_edition(people[0], edition).marks[5] == 3
