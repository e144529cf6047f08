"""The living page of the house style, and the files that it offers."""

import io

import pytest
from django.urls import reverse
from docx import Document
from pptx import Presentation

from wegwijzer.brand.checking import check_style
from wegwijzer.brand.marks import Form, Tone
from wegwijzer.brand.templates import TEMPLATES
from wegwijzer.web.icons import SHAPES
from wegwijzer.web.views.style_files import KINDS

pytestmark = pytest.mark.django_db


def shown(client, **chosen) -> str:
    answer = client.get(reverse("style"), chosen)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_has_every_part_of_the_style_for_who_is_not_signed_in(client, world):
    page = shown(client)
    for part in ("marks", "colours", "type", "tone", "icons", "charts", "documents"):
        assert f'id="{part}"' in page
    assert all(f">{name}</code>" in page for name in SHAPES)
    assert page.count("<svg xmlns") == 5
    assert "Wilt u vóór 12 april antwoorden?" in page


def test_the_chosen_region_is_in_every_mark_and_template(client, world):
    page = shown(client, mark="ON")
    assert reverse("style-mark", args=["ON", "named", "dark", "png"]) in page
    for name, kinds in KINDS.items():
        for kind in kinds:
            assert reverse("style-template", args=["ON", name, kind]) in page


def test_a_region_that_does_not_exist_leaves_the_mark_of_the_network(client, world):
    page = shown(client, mark="<script>")
    assert reverse("style-mark", args=["RIEC-LIEC", "named", "light", "svg"]) in page


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("form", Form)
def test_each_mark_can_be_had_as_svg_and_png(client, world, form, tone):
    svg = client.get(reverse("style-mark", args=["ON", form, tone, "svg"]))
    png = client.get(reverse("style-mark", args=["ON", form, tone, "png"]))
    assert (svg["Content-Type"], png["Content-Type"]) == ("image/svg+xml", "image/png")
    assert png.content.startswith(b"\x89PNG")
    assert "attachment" in svg["Content-Disposition"]


@pytest.mark.parametrize(
    ("name", "kind"), [(name, kind) for name, kinds in KINDS.items() for kind in kinds]
)
def test_each_template_can_be_had_and_follows_the_style(client, world, name, kind):
    answer = client.get(reverse("style-template", args=["ON", name, kind]))
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="{name}-on.{kind}"'
    if kind == "docx":
        assert Document(io.BytesIO(answer.content)).core_properties.title
    elif kind == "pptx":
        assert len(Presentation(io.BytesIO(answer.content)).slides) > 1
    else:
        assert "[Naam]" in answer.content.decode()
        return
    assert check_style(answer.content, filename=f"a.{kind}") == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_template_has_a_picture_of_its_first_page(client, world, name):
    answer = client.get(reverse("style-picture", args=["ON", name, 1]))
    assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "address",
    [
        "merk/QQ/named-light.svg",
        "merk/ON/named-light.gif",
        "merk/ON/round-light.svg",
        "merk/ON/named-pink.svg",
        "sjabloon/ON/brief.pptx",
        "sjabloon/ON/fax.docx",
        "sjabloon/QQ/brief.docx",
        "beeld/ON/brief/0.png",
        "beeld/ON/brief/99.png",
        "beeld/ON/fax/1.png",
    ],
)
def test_what_does_not_exist_is_not_found(client, world, address):
    assert client.get(f"/huisstijl/{address}").status_code == 404
