"""The pages of awareness meetings: who asks, who plans, and how a mistake is answered."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from tests.academy import made_awareness as made
from tests.world import NOW
from wegwijzer.academy.models import AwarenessMeeting
from wegwijzer.academy.rules.awareness import MeetingState
from wegwijzer.web.work import piles_for

TODAY = localdate()
WISH = {
    "target_group": "council",
    "subject": "Wat een raadslid kan zien",
    "people": "25",
    "wished_from": (TODAY + timedelta(days=30)).isoformat(),
    "wished_until": (TODAY + timedelta(days=60)).isoformat(),
    "place": "Raadzaal",
    "contact_name": "Gerda Griffier",
    "contact_reach": "griffie@example.org",
}


def text(answer) -> str:
    return answer.content.decode()


def waiting(network, who, now=NOW) -> list[tuple[str, str]]:
    """Return what waits for somebody about awareness meetings."""
    url = reverse("awareness")
    piles = [pile for pile in piles_for(network.actor(who, now), now) if url in pile.all_url]
    return [(task.title, task.status) for pile in piles for task in pile.tasks]


def test_an_empty_list_says_how_to_begin_to_who_may_ask(page):
    assert "Bijeenkomst aanvragen" in text(page("bob", "awareness"))
    assert "Bijeenkomst aanvragen" not in text(page("zoe", "awareness"))


def test_a_municipality_asks_and_its_region_finds_it(page, network):
    answer = page("bob", "awareness-request", data=WISH)
    meeting = AwarenessMeeting.objects.get()
    assert answer.url == reverse("awareness-meeting", args=[meeting.id])
    assert meeting.subject in text(page("ria", "awareness", query="?show=eigen"))
    assert meeting.subject not in text(page("zoe", "awareness"))


@pytest.mark.parametrize(
    "other",
    [
        {"subject": ""},
        {"people": "0"},
        {"people": "veel"},
        {"wished_until": "2001-01-01"},
        {"wished_from": "morgen"},
        {"target_group": "spies"},
    ],
)
def test_a_mistake_is_told_at_its_field_and_nothing_is_lost(page, other):
    answer = page("bob", "awareness-request", data=WISH | other)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == list(other)
    assert 'aria-invalid="true"' in text(answer)
    assert WISH["contact_reach"] in text(answer)
    assert not AwarenessMeeting.objects.exists()


def test_who_asked_corrects_it_until_a_day_is_proposed(page, network):
    wrong = page("bob", "awareness-request", data=WISH | {"contact_reach": "bel maar"})
    page("bob", "awareness-request", data=WISH)
    meeting = AwarenessMeeting.objects.get()
    assert wrong.status_code == 422
    assert "Geef een heel telefoonnummer" in text(wrong)
    assert "Aanvraag wijzigen" in text(page("bob", "awareness-meeting", meeting.id))
    assert "Aanvraag wijzigen" not in text(page("ria", "awareness-meeting", meeting.id))
    assert 'value="Raadzaal"' in text(page("bob", "awareness-change", meeting.id))

    changed = WISH | {"contact_reach": "06 12 34 56 78", "people": "30"}
    page("bob", "awareness-change", meeting.id, data=changed)
    shown = text(page("ria", "awareness-meeting", meeting.id))
    for said in ("06 12 34 56 78", "30 mensen", "Aanvraag gewijzigd"):
        assert said in shown
    AwarenessMeeting.objects.update(state=MeetingState.DECLINED)
    assert page("bob", "awareness-change", meeting.id, data=changed).status_code == 409


def test_what_was_learned_goes_to_the_library_without_who_was_called(page, network):
    held = made.held(network)
    assert "bijeenkomst=" not in text(page("ria", "awareness-meeting", held))
    query = f"?kind=activity&bijeenkomst={held}"
    assert page("ria", "library-new", query=query).status_code == 404
    AwarenessMeeting.objects.all().delete()
    done = made.evaluated(network)
    query = f"?kind=activity&bijeenkomst={done}"
    assert query.replace("&", "&amp;") in text(page("ria", "awareness-meeting", done))
    assert query.replace("&", "&amp;") not in text(page("zoe", "awareness-meeting", done))
    assert page("zoe", "library-new", query=query).status_code == 404

    drawn = text(page("ria", "library-new", query=query))
    assert "Wat een raadslid kan zien" in drawn and "Gemeenteraad, 20 mensen." in drawn
    assert AwarenessMeeting.objects.get().learned in drawn
    assert "Gerda Griffier" not in drawn


def test_a_day_is_proposed_and_agreed(page, network):
    meeting = made.planned(network, day=TODAY + timedelta(days=30), words="Eerder lukt niet.")
    assert "Dag bevestigen" in text(page("bob", "awareness-meeting", meeting))
    assert "Dag bevestigen" not in text(page("ria", "awareness-meeting", meeting))
    page("bob", "awareness-step", meeting, "bevestigen", data={"sent": "1"})
    assert AwarenessMeeting.objects.get().state == MeetingState.CONFIRMED
    listed = page("zoe", "awareness")
    assert "Wat een raadslid kan zien" in text(listed)
    assert "Gerda" not in text(page("zoe", "awareness-meeting", meeting))


def test_who_cancels_says_why(page, network):
    meeting = made.confirmed(network)
    answer = page("ria", "awareness-step", meeting, "afzeggen", data={"words": " "})
    assert answer.status_code == 422
    assert AwarenessMeeting.objects.get().state == MeetingState.CONFIRMED
    page("ria", "awareness-step", meeting, "afzeggen", data={"words": "De spreker is ziek."})
    assert AwarenessMeeting.objects.get().state == MeetingState.CANCELLED


def test_a_meeting_of_others_and_none_at_all_answer_alike(page, network):
    meeting = made.requested(network)
    there = page("zoe", "awareness-meeting", meeting)
    absent = page("zoe", "awareness-meeting", "00000000-0000-4000-8000-000000000000")
    assert (there.status_code, absent.status_code) == (404, 404)


@pytest.mark.parametrize("query", ["?year=x", "?year=99999", "?state=gone", "?after=zzz"])
def test_an_address_that_can_not_be_read_is_refused(page, query):
    assert page("bob", "awareness", query=query).status_code == 400


def test_the_calendar_holds_what_is_agreed_and_nothing_else(page, network):
    made.confirmed(network)
    answer = page("zoe", "awareness-invitation", AwarenessMeeting.objects.get().id)
    assert answer["Content-Type"].startswith("text/calendar")
    assert "BEGIN:VEVENT" in text(answer)
    assert "Gerda" not in text(answer)


def test_each_side_finds_what_waits_for_it(network):
    made.requested(network)
    assert waiting(network, "ria") == [("Wat een raadslid kan zien", "Dag voorstellen")]
    assert waiting(network, "bob") == []


def test_a_proposed_day_waits_for_the_municipality(network):
    made.planned(network)
    assert waiting(network, "bob") == [("Wat een raadslid kan zien", "Dag bevestigen")]
    assert waiting(network, "ria") == []


def test_what_was_held_waits_to_be_told_and_what_was_agreed_to_be_kept(network):
    made.evaluated(network)
    soon = NOW + timedelta(days=55)
    assert waiting(network, "bob", soon) == [("Meldpunt op intranet", "Afspraak")]
    assert waiting(network, "bob") == []
