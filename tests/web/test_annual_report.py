"""The pages of the yearly report: begun, written by two at once, approved, frozen, read."""

import json
import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.annual_report.made import (
    approve_all,
    freeze_report,
    make_report,
    write_all,
)
from tests.signals import made as signals
from tests.world import NOW, SYSTEM
from wegwijzer.annual_report import actions, queries
from wegwijzer.annual_report.models import Edition
from wegwijzer.annual_report.rules.states import ReportKind, Scope
from wegwijzer.programme.actions.reference import load_programme
from wegwijzer.programme.reference.reader import read_reference

pytestmark = pytest.mark.django_db


def client_of(name: str) -> Client:
    client = Client(SERVER_NAME="localhost")
    user = get_user_model().objects.get(email=f"{name}@example.org")
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def page(client: Client, name: str, *args, status: int = 200) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == status
    return response.content.decode()


@pytest.fixture
def lies(network):
    return network.actor("lies")


@pytest.fixture
def report(lies):
    return make_report(lies)


@pytest.fixture
def section(lies, report):
    chapter = queries.get_report(lies, report, now=NOW).chapters[0].id
    return actions.add_section(lies, chapter, body="Het begin.", now=NOW)


def test_an_empty_list_says_what_to_do(network):
    assert "Begin een verslag" in page(client_of("lies"), "annual-reports")


def test_a_report_is_begun_and_found_in_the_list(network):
    client = client_of("lies")
    made = client.post(reverse("annual-report-new"), {"year": 2025, "kind": "network"})
    assert made.status_code == 302
    assert "Jaarverslag 2025 RIEC-LIEC" in page(client, "annual-reports")
    again = client.post(reverse("annual-report-new"), {"year": 2025, "kind": "network"})
    assert again.status_code == 422
    assert "Dit jaarverslag is er al" in again.content.decode()


def test_the_second_writer_sees_both_texts_and_saves_them_together(section):
    one, two = client_of("lies"), client_of("ria")
    address = reverse("annual-section", args=[section])
    one.post(address, {"body": "Wij deden veel.", "version": 1})

    collided = two.post(address, {"body": "Wij leerden veel.", "version": 1})

    told = collided.content.decode()
    assert collided.status_code == 409
    assert "<del>deden</del>" in told
    assert "<ins>leerden</ins>" in told
    assert "apart bewaard" in told
    merged = two.post(address, {"body": "Wij deden en leerden veel.", "version": 2})
    assert merged.status_code == 302


def test_who_only_changed_a_heading_sees_that_too(section):
    address = reverse("annual-section", args=[section])
    client_of("lies").post(address, {"heading": "Begin", "body": "Het begin.", "version": 1})

    told = client_of("ria").post(address, {"heading": "Start", "body": "Het begin.", "version": 1})

    assert "<del>Begin</del>" in told.content.decode()
    assert "<ins>Start</ins>" in told.content.decode()


def test_who_was_writing_what_another_left_out_gets_the_text_back(section):
    address = reverse("annual-section", args=[section])
    client_of("lies").post(address, {"do": "drop", "version": 1})

    told = client_of("ria").post(address, {"body": "Een lange middag werk.", "version": 1})

    assert told.status_code == 404
    assert "Een lange middag werk." in told.content.decode()
    assert "niet bewaard" in told.content.decode()


def test_what_another_changed_is_not_left_out_unread(section):
    address = reverse("annual-section", args=[section])
    client_of("lies").post(address, {"body": "Wij deden veel.", "version": 1})

    refused = client_of("ria").post(address, {"do": "drop", "version": 1})

    assert refused.status_code == 409
    assert "Intussen heeft een ander dit deel gewijzigd" in refused.content.decode()
    assert client_of("ria").post(address, {"do": "drop", "version": 2}).status_code == 302


def test_another_sees_who_is_writing(section):
    client_of("lies").post(reverse("annual-claim", args=[section]))
    assert "lies schrijft hier nu ook aan" in page(client_of("ria"), "annual-section", section)


def test_an_unknown_figure_is_refused_at_the_field(section):
    address = reverse("annual-section", args=[section])
    refused = client_of("lies").post(address, {"body": "{cijfer:onzin}", "version": 1})
    assert refused.status_code == 422
    assert "Dit cijfer bestaat niet: onzin" in refused.content.decode()


def test_a_chapter_is_offered_remarked_upon_and_approved(lies, report, section):
    chapter = queries.get_section(lies, section, now=NOW).chapter_id
    writer, approver = client_of("lies"), client_of("ria")
    approver.post(reverse("annual-remark", args=[section]), {"text": "Noem het jaartal."})
    writer.post(reverse("annual-chapter", args=[chapter]), {"do": "send"})
    refused = approver.post(reverse("annual-chapter", args=[chapter]), {"do": "approve"})
    assert refused.status_code == 409

    remark = queries.get_chapter(lies, chapter, now=NOW).sections[0].remarks[0].id
    writer.post(reverse("annual-remark-done", args=[remark]))
    approver.post(reverse("annual-chapter", args=[chapter]), {"do": "approve"})

    told = page(writer, "annual-chapter", chapter)
    assert "goedgekeurd door ria" in told
    assert "afgehandeld door lies" in told


def test_a_chapter_is_moved_renamed_and_given_back(lies, report, section):
    chapter = queries.get_section(lies, section, now=NOW).chapter_id
    client, address = client_of("ria"), reverse("annual-chapter", args=[chapter])
    client.post(address, {"do": "rename", "title": "Voorwoord"})
    client.post(address, {"do": "down"})
    client.post(address, {"do": "send"})
    client_of("lies").post(address, {"do": "return", "reason": "Nog te lang."})
    titles = [one.title for one in queries.get_report(lies, report, now=NOW).chapters]
    assert titles[1] == "Voorwoord"
    assert "Nog te lang." in page(client, "annual-chapter", chapter)


def test_a_report_is_approved_and_frozen_and_its_data_downloaded(lies, network, report):
    write_all(lies, report)
    approve_all(lies, network.actor("ria"), report)
    client = client_of("ria")
    for event in ("write", "review", "approve", "freeze"):
        assert client.get(reverse("annual-report-step", args=[report, event])).status_code == 200
        client.post(reverse("annual-report-step", args=[report, event]))

    told = page(client, "annual-edition", report, 1)
    assert "Dit gaat over Inleiding." in told
    edition = Edition.objects.get()
    assert edition.sha256 in told
    data = client.get(reverse("annual-edition-file", args=[report, 1, "json"])).content
    assert json.loads(data)["title"] == "Jaarverslag 2025 RIEC-LIEC"
    figures = page(client, "annual-edition-file", report, 1, "csv")
    assert "signalen-ontvangen" in figures
    page(client, "annual-edition-file", report, 1, "exe", status=404)


def test_a_correction_asks_for_a_reason(lies, network, report):
    freeze_report(lies, network.actor("ria"), report)
    client, address = client_of("ria"), reverse("annual-report-step", args=[report, "correct"])
    assert client.post(address, {"reason": ""}).status_code == 422
    client.post(address, {"reason": "Een getal was verkeerd."})
    assert "Een getal was verkeerd." in page(client, "annual-report", report)


def test_the_public_page_is_for_everybody_once_it_is_published(lies, network):
    report = make_report(lies, kind=ReportKind.PUBLIC)
    stranger = Client(SERVER_NAME="localhost")
    page(stranger, "annual-report-public", 2025, status=404)
    freeze_report(lies, network.actor("ria"), report)
    assert "Maak de editie openbaar" in page(client_of("ria"), "annual-report", report)
    client_of("ria").post(reverse("annual-report-publish", args=[report]))

    told = page(stranger, "annual-report-public", 2025)
    assert "Openbaar jaarverslag 2025 RIEC-LIEC" in told
    assert "<li>Een punt</li>" in told
    assert stranger.get(reverse("annual-report-public-file", args=[2025, "pdf"])).content[:5] == (
        b"%PDF-"
    )
    page(stranger, "annual-report-public-file", 2024, "pdf", status=404)


def test_the_reason_not_to_describe_the_feedback_is_told(lies, network):
    report = make_report(lies, kind=ReportKind.PUBLIC)
    client = client_of("lies")
    told = page(client, "annual-report", report)
    assert "Wgs art. 1.12" in told
    reason = "Dat zou een lopend onderzoek schaden."
    client.post(reverse("annual-report-withhold", args=[report]), {"reason": reason})
    assert reason in page(client, "annual-report-draft", report)


def test_the_draft_of_another_region_is_not_found(network):
    scope = Scope(ReportKind.REGION, network.regions["ZZ"])
    report = actions.start_report(network.actor("rob"), 2025, scope, now=NOW)
    page(client_of("ria"), "annual-report", report, status=404)
    assert "RIEC Anders" not in page(client_of("ria"), "annual-reports")


def test_figures_show_how_they_were_counted(report):
    told = page(client_of("lies"), "annual-report-figures", report)
    assert "Alle signalen die een deelnemer indiende" in told
    assert "Definitie versie 1" in told
    client_of("lies").post(reverse("annual-report-refresh", args=[report]), {"do": "count"})


def test_what_was_collected_is_narrowed_to_a_portfolio_and_taken_from_there(lies):
    load_programme(SYSTEM, read_reference("jaarverslag-2022"), now=NOW)
    report, client = make_report(lies, year=2022), client_of("lies")
    told = page(client, "annual-report-collect", report)
    assert "Alle 13 resultaten en plannen overnemen" in told
    address = f"{reverse('annual-report-collect', args=[report])}?portfolio=sterk-merk"
    told = client.get(address).content.decode()
    assert "merkidentiteit" in told
    assert "bewustwordingsbijeenkomsten" not in told
    source = re.search(r'name="source" value="([^"]+)"', told)[1]
    chapter = re.search(r'<option value="([^"]+)" selected>— Sterk merk', told)[1]

    taken = client.post(address, {"do": "take", "source": source, "chapter": chapter})
    assert taken.url == address, "back to the same portfolio"
    assert "Staat in Sterk merk" in client.get(address).content.decode()
    empty = f"{reverse('annual-report-collect', args=[report])}?portfolio=mainports"
    assert "Kies een andere portefeuille" in client.get(empty).content.decode()
    assert client.get(f"{address}x").status_code == 400


def test_the_figures_of_the_regions_are_shown_on_a_map(network, lies):
    client, before = client_of("lies"), make_report(lies, year=2025)
    told = page(client, "annual-report-figures", before)
    assert "Cijfer op de kaart" not in told, "nobody counted"
    signals.submitted(network)
    address = reverse("annual-report-figures", args=[make_report(lies, year=2026)])
    drawn = client.get(f"{address}?figure=signalen-ontvangen").content.decode()
    assert 'aria-label="Signalen ontvangen"' in drawn
    assert sorted(re.findall(r'font-weight="600">(\w+)</text>', drawn)) == ["ON", "ZZ"]
    assert client.get(f"{address}?figure=onzin").status_code == 200


def test_the_pages_take_few_queries(lies, django_assert_max_num_queries):
    load_programme(SYSTEM, read_reference("jaarverslag-2022"), now=NOW)
    report = make_report(lies, year=2022)
    client = client_of("lies")
    for name in ("annual-report", "annual-report-collect", "annual-report-draft",
                 "annual-report-figures"):  # fmt: skip
        with django_assert_max_num_queries(30):
            page(client, name, report)
