"""The pages of cases, requests and deliveries, as people use them."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.casework import made
from tests.casework.delivery.files import xlsx
from tests.signals.made import accepted
from tests.world import NOW
from wegwijzer.casework import actions, queries
from wegwijzer.casework.actions import process_next_delivery
from wegwijzer.casework.models import Case, DataRequest, Delivery, Item
from wegwijzer.law.vocabulary import RequestAnswer
from wegwijzer.signals.models import Signal
from wegwijzer.subjects.models import Subject

pytestmark = pytest.mark.django_db
MAPPED = {
    "category": "identity_contact", "relation": "subject", "secrecy_ground": "general",
    "first_processed_date": "2026-02-01", "source_reliability": "A",
    "information_reliability": "1", "handling": "H0", "keep": "good_rows",
    "column-0": "given_names", "column-1": "surname",
}  # fmt: skip
CSV = "Voornaam;Achternaam;Geboortedatum\nBram;Voorbeeldman;01-05-1980\nKarel;Fout;31-31-1980\n"


@pytest.fixture(autouse=True)
def files(tmp_path):
    settings.MEDIA_ROOT, before = tmp_path, settings.MEDIA_ROOT
    yield
    settings.MEDIA_ROOT = before


def client_of(name: str) -> Client:
    client = Client(SERVER_NAME="localhost")
    user = get_user_model().objects.get(email=f"{name}@example.org")
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def page(who: str, name: str, *args, status: int = 200, **query) -> str:
    response = client_of(who).get(reverse(name, args=args), query)
    assert response.status_code == status, (name, response.status_code)
    return response.content.decode()


def send(who: str, name: str, *args, status: int = 302, **values):
    response = client_of(who).post(reverse(name, args=args), values)
    assert response.status_code == status, re.findall(
        r'class="error".*?</p>', response.content.decode(), re.S
    )
    return response


@pytest.fixture
def case(world):
    return made.opened(world)


def test_a_case_is_opened_with_the_form(world):
    signal = accepted(world, "alice")
    assert "Autoverhuur" in page("dora", "case-open", signal=signal)
    police, executive = world.participants["police"], world.participants["executive"]
    values = {
        "signals": [str(signal)],
        "title": "Autoverhuur zonder klanten",
        "purpose": made.LONG,
        "director": str(world.actor("fons").person_id),
        "analysts": [str(world.actor("anna").person_id)],
        f"need-{police}": "on",
        f"because-{police}": made.LONG,
    }
    alone = send("dora", "case-open", status=422, **values).content.decode()
    assert "Ten minste twee deelnemers" in alone
    values[f"need-{executive}"] = "on"
    silent = send("dora", "case-open", status=422, **values).content.decode()
    assert "waarom deze deelnemer nodig is" in silent
    assert not Case.objects.exists()
    values[f"because-{executive}"] = made.LONG

    send("dora", "case-open", **values)

    assert Case.objects.get().number in page("fons", "cases")


def test_the_form_of_a_case_starts_with_its_director_and_asks_why_of_whom_one_chooses(world):
    signal = accepted(world, "alice")
    fons = world.actor("fons").person_id

    for who in ("fons", "dora"):
        shown = page(who, "case-open", signal=signal)
        assert re.search(rf'<option value="{fons}" selected>', shown)
    because = re.findall(r'<label for="id_because-[^"]*">(.*?)</label>', shown, re.S)
    assert because and not any("niet verplicht" in label for label in because)
    assert "Verplicht als u deze deelnemer kiest. Ten minste 10 tekens." in shown


def test_an_older_signal_opens_its_case_from_its_own_page(world, monkeypatch):
    both = {str(accepted(world, "alice")), str(accepted(world, "alice"))}
    assert "Voor een ouder signaal" not in page("dora", "case-open")
    monkeypatch.setattr("wegwijzer.casework.queries.opening.MOST_OFFERED", 1)

    offered = page("dora", "case-open")
    (older,) = (one for one in both if one not in offered)
    assert "Voor een ouder signaal" in offered
    assert older in page("dora", "case-open", signal=older)
    values = {"signals": [older, "x"], "title": "Autoverhuur"}
    again = send("dora", "case-open", status=422, **values).content.decode()
    assert f'value="{older}"' in again


def test_who_is_in_a_case_reads_the_signals_that_led_to_it(world, case):
    signal = Signal.objects.get(dossier_id=case)
    link = reverse("signal", args=[signal.id])
    assert link in page("fons", "case", case)
    shown = page("fons", "signal", signal.id)
    assert signal.title in shown
    assert reverse("signal-hits", args=[signal.id]) not in shown
    page("fons", "signal-hits", signal.id, status=404)
    page("zoe", "signal", signal.id, status=404)


def test_somebody_without_the_role_opens_nothing(world):
    page("carol", "case-open", status=403)


@pytest.mark.parametrize("who", ["alice", "fons", "anna"])
def test_every_tab_of_an_empty_case_says_what_to_do(world, case, who):
    for name in ("case", "case-subjects", "case-hits", "case-items", "case-requests"):
        assert page(who, name, case)
    assert "Nog geen gegevens" in page(who, "case-items", case)
    assert "Casus geopend" in page(who, "case-decisions", case)
    assert "Casus geopend" in page(who, "case-log", case)


def test_who_is_not_involved_finds_nothing_anywhere(world, case):
    request, ref = made.delivered(world, case)
    for who in ("carol", "erik", "dora", "otto", "pia", "zoe"):
        for name, arg in (
            ("case", case), ("case-subjects", case), ("case-hits", case), ("case-items", case),
            ("case-requests", case), ("case-decisions", case), ("case-log", case),
            ("request-new", case), ("case-involve", case), ("case-assign", case),
            ("item", ref), ("item-withdraw", ref), ("request", request), ("deliver", request),
            ("deliver-file", request), ("request-refuse", request), ("request-nothing", request),
            ("request-withdraw", request),
        ):  # fmt: skip
            page(who, name, arg, status=404)
        assert "Autoverhuur" not in page(who, "cases")


def test_data_is_asked_answered_and_seen(world, case):
    bob = str(world.participants["executive"])
    values = {
        "participant": bob, "categories": ["permit_subsidy", "fiscal"],
        "question": "Welke vergunningen heeft het bedrijf?", "necessity": made.LONG,
    }  # fmt: skip
    send("fons", "request-new", case, status=422, **values | {"categories": []})
    send("fons", "request-new", case, **values)
    request = DataRequest.objects.get().id
    assert "Welke vergunningen" in page("bob", "requests")
    assert "Niets voorhanden" in page("bob", "request", request)
    assert page("bob", "deliver", request, kind="organisation")
    item = {
        "category": "permit_subsidy", "summary": "Exploitatievergunning sinds 2024",
        "relation": "subject", "secrecy_ground": "general", "first_processed_date": "2026-02-01",
        "source_reliability": "A", "information_reliability": "1", "handling": "H0",
        "subject-kind": "person", "subject-role": "subject", "subject-given_names": "Bram",
        "subject-surname": "Voorbeeldman", "subject-bsn": "111222333",
    }  # fmt: skip
    wrong = send("bob", "deliver", request, status=422, **item | {"subject-bsn": "123456789"})
    assert "BSN" in wrong.content.decode()
    send("bob", "deliver", request, **item)

    seen = page("alice", "case-items", case)
    assert "Exploitatievergunning" in seen
    assert "Bram Voorbeeldman" in page("alice", "case-subjects", case)
    ref = Item.objects.get().ref
    assert "Mag u dit gegeven inzien?" in page("alice", "item", ref)
    assert "Geen gegeven past" in page("alice", "case-items", case, q="onvindbaar")
    assert "Exploitatievergunning" in page("alice", "case-items", case, q="Voorbeeldman")
    send("bob", "item-withdraw", ref, reason=made.LONG)
    assert "Exploitatievergunning" not in page("alice", "case-items", case)
    page("alice", "item", ref, status=404)


def test_others_see_that_it_was_refused_but_not_why(world, case):
    request = made.asked(world, case)
    canary = "Er loopt een onderzoek dat hierdoor zou worden verstoord."
    send("bob", "request-refuse", request, status=422, reason="nee")
    send("bob", "request-refuse", request, reason=canary)

    assert "Geweigerd" in page("alice", "case-requests", case)
    assert canary in page("bob", "request", request)
    for who in ("alice", "fons", "anna"):
        for name in ("case", "case-requests", "case-decisions", "case-log"):
            assert canary not in page(who, name, case)
    assert canary not in page("fons", "request", request)


def test_nothing_held_is_an_answer(world, case):
    request = made.asked(world, case)
    assert page("bob", "request-nothing", request)
    send("bob", "request-nothing", request)

    assert DataRequest.objects.get().status == RequestAnswer.NOTHING_HELD


def test_a_file_goes_all_the_way(world, case):
    request = made.asked(world, case)
    assert page("bob", "deliver-file", request)
    file = SimpleUploadedFile("../../lijst.csv", CSV.encode())
    response = send("bob", "deliver-file", request, file=file)
    delivery = Delivery.objects.get()
    assert response["location"] == reverse("delivery", args=[delivery.id])
    assert delivery.filename == "lijst.csv"
    waiting = page("bob", "delivery", delivery.id)
    assert 'http-equiv="refresh"' in waiting
    fragment = page("bob", "delivery-progress", delivery.id)
    assert "hx-get" in fragment

    process_next_delivery(now=NOW)
    mapping = page("bob", "delivery", delivery.id)
    assert "Voorbeeldman" in mapping
    values = MAPPED | {"column-2": "birth_date"}
    send("bob", "delivery", delivery.id, status=422, **values | {"column-0": "surname"})
    send("bob", "delivery", delivery.id, **values)
    process_next_delivery(now=NOW)

    done = page("bob", "delivery", delivery.id)
    assert "Eén rij is ingelezen" in done
    assert "<title>lijst.csv: Ingelezen · Wegwijzer</title>" in done
    told = client_of("bob").get(reverse("delivery-rejects", args=[delivery.id]))
    assert "31-31-1980" in told.content.decode()
    assert told["content-disposition"].startswith("attachment")
    assert told["x-content-type-options"] == "nosniff"
    assert "Bram Voorbeeldman" in page("alice", "case-items", case)
    for who in ("alice", "fons", "carol"):
        for name in ("delivery", "delivery-progress", "delivery-rejects", "delivery-discard"):
            page(who, name, delivery.id, status=404)


def test_what_was_passed_over_and_what_was_mended_is_told(world, case):
    request = made.asked(world, case)
    sheet = xlsx([["Levering van maart"], ["Voornaam", "Achternaam", "BSN"], ["Bram", "Echt", 12]])
    mended = xlsx([["Voornaam", "Achternaam", "KvK"], ["Bram", "Voorbeeldman", 1234567]])
    for data in (sheet, mended):
        send("bob", "deliver-file", request, file=SimpleUploadedFile("lijst.xlsx", data))
        process_next_delivery(now=NOW)
    first, second = Delivery.objects.order_by("received_at", "id").values_list("id", flat=True)
    told = "Boven de namen van de kolommen staat een titel."
    assert {told in page("bob", "delivery", one) for one in (first, second)} == {True, False}
    clean = next(d for d in (first, second) if told not in page("bob", "delivery", d))
    send("bob", "delivery", clean, **MAPPED | {"column-2": "kvk"})
    process_next_delivery(now=NOW)

    assert "In één rij waren nullen aan het begin" in page("bob", "delivery", clean)


def test_a_file_that_is_no_table_is_refused_with_a_sentence(world, case):
    request = made.asked(world, case)
    send("bob", "deliver-file", request, file=SimpleUploadedFile("foto.png", b"\x89PNG\r\n"))
    process_next_delivery(now=NOW)
    delivery = Delivery.objects.get().id

    assert "PNG" in page("bob", "delivery", delivery)
    assert page("bob", "delivery-discard", delivery)
    send("bob", "delivery-discard", delivery)
    assert not Delivery.objects.exists()


def test_the_director_takes_steps_and_changes_who_is_involved(world, case):
    far = made.question(world, due_date=date(2099, 1, 1))
    actions.request_data(world.actor("fons"), case, far, now=NOW)
    assert "Nog niet" in page("fons", "case-step", case, "analyse")
    send("fons", "case-step", case, "analyse", status=422, reason=made.LONG)
    actions.answer_request(
        world.actor("bob"), DataRequest.objects.get().id, RequestAnswer.NOTHING_HELD, now=NOW
    )
    send("fons", "case-step", case, "analyse", status=422, reason="nee")
    send("fons", "case-step", case, "analyse", reason=made.LONG)
    assert Case.objects.get().status == "analysing"
    assert "Analyse" in page("alice", "case-decisions", case)

    tax = world.participants["tax"]
    send("fons", "case-involve", case, participant=str(tax), reason=made.LONG)
    assert page("erik", "case", case)
    assert page("fons", "case-end", case, f"participant:{tax}")
    send("fons", "case-end", case, f"participant:{tax}", reason=made.LONG)
    page("erik", "case", case, status=404)
    for name in ("case-involve", "case-assign", "request-new"):
        page("alice", name, case, status=403)


def test_a_hit_is_shown_explained_and_judged(world, case):
    made.delivered(world, case)
    hits = queries.find_hits(world.actor("fons"), case, now=NOW).hits
    assert {(hit.own_place.kind, hit.place.kind) for hit in hits} == {("linked", "here")}
    assert "Bram Voorbeeldman" in page("fons", "case-hits", case)
    pair = (hits[0].match.subject_ref, hits[0].match.other_ref)
    assert "Zijn dit dezelfde?" in page("fons", "case-hit", case, *pair)
    send("fons", "case-hit", case, *pair, sameness="same", reason=made.LONG)
    assert "Oordeel herzien" in page("fons", "case-hits", case)
    send("fons", "case-hit", case, *pair, do="undo")
    assert "Oordeel herzien" not in page("fons", "case-hits", case)
    page("fons", "case-hit", case, pair[0], uuid4(), status=404)
    page("carol", "case-hit", case, *pair, status=404)
    assert Subject.objects.filter(dossier_id=case).count() == 1


def test_a_hit_is_explained_in_the_language_of_the_reader(world, case):
    made.delivered(world, case)
    reading = client_of("fons")
    told = reading.get(reverse("case-hits", args=[case])).content.decode()
    assert "Achternaam gelijk: Voorbeeldman." in told
    reading.post("/taal/", {"language": "en", "next": "/"})
    told = reading.get(reverse("case-hits", args=[case])).content.decode()
    assert "Surname equal: Voorbeeldman." in told and "Achternaam" not in told


def test_the_subjects_of_the_signals_go_with_their_case(world):
    first, second = accepted(world, "alice"), accepted(world, "bob", given_names="Abraham")
    told = made.opening(world, first, signal_ids=(first, second))
    case = actions.open_case(world.actor("dora"), told, now=NOW)
    numbers = set(Signal.objects.values_list("number", flat=True))

    for who in ("alice", "bob", "fons"):
        shown = page(who, "case-subjects", case)
        assert "Bram Voorbeeldman" in shown and "Abraham Voorbeeldman" in shown
        assert all(f">{number}</a>" in shown for number in numbers)
    page("carol", "case-subjects", case, status=404)
    (hit,) = queries.find_hits(world.actor("anna"), case, now=NOW).hits
    assert (hit.own_place.kind, hit.place.kind) == ("linked", "linked")
    pair = (hit.match.subject_ref, hit.match.other_ref)
    assert all(number in page("anna", "case-hit", case, *pair) for number in numbers)
    send("anna", "case-hit", case, *pair, sameness="same", reason=made.LONG)
    (hit,) = queries.find_hits(world.actor("alice"), case, now=NOW).hits
    assert hit.match.judged_dossier_id == case
    assert Subject.objects.filter(dossier_id=case).count() == 0


@pytest.mark.parametrize(
    "query",
    [
        {"tier": "9"},
        {"tier": "x"},
        {"supplier": "x"},
        {"category": "x"},
        {"after": "x"},
        {"before": "x"},
    ],
)
def test_a_value_that_no_page_makes_is_a_400(world, case, query):
    page("alice", "case-items", case, status=400, **query)


def test_a_bad_place_in_the_list_of_cases_is_a_400(world):
    page("alice", "cases", status=400, after="20260101-x")


def test_the_pages_of_a_case_ask_few_questions(world, case, django_assert_max_num_queries):
    for number in range(3):
        made.delivered(world, case, summary=f"Vergunning {number}")
    client = client_of("alice")
    client.get(reverse("cases"))
    for name in ("case", "case-subjects", "case-hits", "case-items", "case-requests",
                 "case-decisions", "case-log"):  # fmt: skip
        with django_assert_max_num_queries(45 if name == "case-hits" else 30):
            assert client.get(reverse(name, args=[case])).status_code == 200
