"""The page that checks a file against the house style."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from wegwijzer.network.models import Person


@pytest.fixture
def check(world, client, settings):
    """Sign in, upload a file and return the status and the page."""
    client.force_login(Person.objects.get(name="zoe"), backend=settings.AUTHENTICATION_BACKENDS[0])

    def ask(name, content):
        answer = client.post(reverse("style-check"), {"file": SimpleUploadedFile(name, content)})
        return answer.status_code, answer.content.decode()

    return ask


def test_the_findings_say_where_and_what_to_do(check):
    made, stream = Document(), io.BytesIO()
    made.add_heading("Te diep", 3)
    made.save(stream)

    status, shown = check("plan.docx", stream.getvalue())

    assert status == 200
    assert "Kop ‘Te diep’" in shown
    assert "Maak hier een kop van niveau 1 van." in shown


def test_a_file_that_cannot_be_read_is_answered_with_a_sentence(check):
    status, shown = check("plan.docx", b"geen zip")

    assert status == 422
    assert "Dit bestand is niet te lezen." in shown


def test_a_file_without_findings_follows_the_style(check):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
        archive.writestr(
            "docProps/core.xml",
            '<p xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>Plan</dc:title><dc:language>nl-NL</dc:language></p>",
        )

    status, shown = check("plan.docx", stream.getvalue())

    assert status == 200
    assert "Dit bestand voldoet" in shown


def test_who_is_not_signed_in_goes_to_the_door(client, db):
    assert client.get(reverse("style-check")).status_code == 302
