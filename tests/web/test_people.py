"""The pages of who carries a portfolio out: members, groups and their days."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tests.programme import made
from tests.world import SYSTEM
from wegwijzer.network.queries import list_people
from wegwijzer.programme.models import Group, GroupDay, GroupMember, Member


@pytest.fixture
def slug(page):
    return made.portfolio()


def text(answer) -> str:
    return answer.content.decode()


def colleague(name: str) -> str:
    """Return somebody as the form offers: the person, and for whom he or she acts."""
    rows = list_people(SYSTEM, on=localdate(), everywhere=True)
    row = next(one for one in rows if one.name == name)
    return f"{row.id}:{row.designation_id}"


def test_an_empty_portfolio_says_what_to_do(page, slug):
    shown = text(page("zoe", "portfolio-people", slug))
    assert "Nog niemand werkt aan deze portefeuille" in shown
    assert "Er is nog geen groep" in shown
    assert "Toevoegen" not in shown


def test_members_of_regions_and_partners_join_and_leave(page, slug):
    typed = {"do": "member", "part": "partner", "person": colleague("alice")}
    page("rob", "portfolio-people", slug, data=typed)
    twice = page("rob", "portfolio-people", slug, data=typed)
    nobody = page("rob", "portfolio-people", slug, data=typed | {"person": "x"})
    refused = page("zoe", "portfolio-people", slug, data=typed)
    shown = text(page("zoe", "portfolio-people", slug))
    member = Member.objects.get()
    page("rob", "portfolio-people", slug, data={"do": "end", "member": str(member.id)})

    assert "werkt al aan de portefeuille" in text(twice)
    assert (twice.status_code, nobody.status_code, refused.status_code) == (422, 422, 403)
    assert "Namens een partner" in shown
    assert "Wie er eerder aan werkten" in text(page("zoe", "portfolio-people", slug))
    gone = page("rob", "portfolio-people", slug, data={"do": "end", "member": "x"})
    assert gone.status_code == 404


def test_a_workshop_is_formed_meets_tells_and_is_rounded_off(page, slug):
    today = localdate()
    typed = {"kind": "next_level", "name": "Kades", "purpose": "Eén beeld.",
             "starts_date": today - timedelta(days=30), "ends_date": today - timedelta(days=40)}  # fmt: skip
    backwards = page("max", "group-new", slug, data=typed)
    page("max", "group-new", slug, data=typed | {"ends_date": ""})
    group = Group.objects.get()
    lead = {"do": "add", "add-person": colleague("alice"), "add-leads": "on"}
    page("max", "group", group.id, data=lead)
    for days in (-5, 5):
        day = {"do": "plan", "plan-held_date": today + timedelta(days=days),
               "plan-place": "Online", "plan-subject": f"Dag {days}"}  # fmt: skip
        page("alice", "group", group.id, data=day)
    home = text(page("alice", "home"))
    been, coming = GroupDay.objects.order_by("held_date")
    report = {"do": "report", "day": str(been.id), "outcome": "Een lijst van kades."}
    page("alice", "group", group.id, data=report)
    page("alice", "group", group.id, data={"do": "cancel", "day": str(coming.id)})
    refused = page("zoe", "group", group.id, data=report)
    changed = typed | {"name": "Kades en loodsen", "ends_date": ""}
    page("alice", "group-edit", group.id, data=changed)
    listed = text(page("zoe", "portfolio-people", slug))
    page("alice", "group", group.id, data={"do": "close", "close-outcome": "Eén werkwijze."})

    assert (backwards.status_code, refused.status_code) == (422, 403)
    assert "Vertel wat het opleverde" in home
    assert "Dag 5" in home
    assert "Kades en loodsen" in listed
    shown = text(page("alice", "group", group.id))
    for said in ("Een lijst van kades.", "Eén werkwijze.", "Afgerond", "Leidt de groep"):
        assert said in shown
    assert "Dag 5" not in shown
    assert "Groep afronden" not in shown
    query = f"?kind=evaluation&groep={group.id}"
    assert query.replace("&", "&amp;") in shown
    drawn = text(page("alice", "library-new", query=query))
    for said in ("Kades en loodsen", "Eén werkwijze.", "Een lijst van kades."):
        assert said in drawn
    late = page("alice", "group", group.id, data=report)
    assert late.status_code == 422
    assert "Deze groep is afgerond" in text(late)


def test_somebody_no_longer_takes_part(page, slug):
    group = made.group(slug)
    page("max", "group", group, data={"do": "add", "add-person": colleague("alice")})
    member = GroupMember.objects.get()
    page("max", "group", group, data={"do": "remove", "member": str(member.id)})

    assert "Nog niemand doet mee." in text(page("zoe", "group", group))
    assert page("max", "group", group, data={"do": "x"}).status_code == 404


def test_a_member_stops_by_oneself_and_ends_nobody_else(page, slug):
    for who in ("alice", "zoe"):
        typed = {"do": "member", "part": "partner", "person": colleague(who)}
        page("rob", "portfolio-people", slug, data=typed)
    alice, zoe = (Member.objects.get(person__name=who) for who in ("alice", "zoe"))
    refused = page("zoe", "portfolio-people", slug, data={"do": "end", "member": alice.id})
    assert "Ik stop" in text(page("zoe", "portfolio-people", slug))
    page("zoe", "portfolio-people", slug, data={"do": "end", "member": zoe.id})

    assert refused.status_code == 403
    assert list(Member.objects.filter(ends_date=None).values_list("id", flat=True)) == [alice.id]
