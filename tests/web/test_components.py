"""The components say what they must, to the eye and to a screen reader."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django import forms
from django.template import engines
from django.test import RequestFactory
from django.urls import path
from django.utils.translation import override

import wegwijzer.web
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.network.rules import Role
from wegwijzer.web.icons import SHAPES, icon
from wegwijzer.web.navigation import MENU, Entry, Step, menu_for
from wegwijzer.web.templatetags import wegwijzer as tags

WEB = Path(wegwijzer.web.__file__).parent
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))


def draw(source: str, request=None, **context) -> str:
    return engines["django"].from_string(source).render(context, request)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture(autouse=True)
def _dutch():
    with override("nl"):
        yield


MET = Condition("purpose", "Het doel klopt.", "Wgs art. 2.17", met=True, next_step="Niets meer.")
MISSING = Condition(
    "need",
    "De noodzaak is beschreven voor %(who)s.",
    "Wgs art. 1.5",
    met=False,
    next_step="Beschrijf de noodzaak voor %(who)s.",
    params={"who": "<Waterstad>"},
)


# The verdict -------------------------------------------------------------------------------------
def test_an_allowed_verdict_says_yes_and_counts_its_conditions():
    html = draw("{% verdict v 'Mag dit?' %}", v=Verdict("rule", (MET,)))
    assert "Ja, dit mag" in html
    assert "1 van 1" in html
    assert "data-allowed" in html
    assert "Ontbreekt" not in html


def test_a_missing_condition_shows_word_shape_article_and_next_step():
    html = draw("{% verdict v %}", v=Verdict("rule", (MET, MISSING)))
    assert "Nog niet: er ontbreekt één voorwaarde" in html
    missing = html.split('<li class="stop">')[1]
    assert "Ontbreekt" in missing
    assert "M14 1.5 26.5 14" in missing, "a diamond, so that colour is never alone"
    assert "Wgs art. 1.5" in missing
    assert "Beschrijf de noodzaak voor &lt;Waterstad&gt;." in missing


def test_a_met_condition_has_no_next_step():
    assert "Niets meer" not in draw("{% verdict v %}", v=Verdict("rule", (MET,)))


def test_the_missing_are_counted_and_the_order_of_the_law_stays():
    text = words(draw("{% verdict v %}", v=Verdict("rule", (MISSING, MET, MISSING))))
    assert "er ontbreken 2 voorwaarden" in text
    assert text.index("noodzaak") < text.index("Het doel klopt")


def test_a_percent_sign_in_a_condition_without_params_is_left_alone():
    condition = Condition("k", "Ten minste 50% is akkoord.", "art. 1", met=True)
    assert "50% is akkoord" in draw("{% verdict v %}", v=Verdict("rule", (condition,)))


def test_the_heading_level_follows_the_page():
    html = draw("{% verdict v 'Mag dit?' level=3 %}", v=Verdict("rule", (MET,)))
    assert "<h3" in html


# Forms -------------------------------------------------------------------------------------------
class ExampleForm(forms.Form):
    title = forms.CharField(label="Titel", help_text="Kort.")
    note = forms.CharField(label="Notitie", required=False)
    kind = forms.ChoiceField(
        label="Soort", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect
    )
    bsn = forms.CharField(label="BSN", required=False)
    file = forms.FileField(label="Bestand", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise forms.ValidationError("Dit past niet bij elkaar.")


def test_a_field_ties_label_help_and_error_together():
    html = draw("{% field form.title %}", form=ExampleForm({}))
    assert '<label for="id_title">Titel' in html
    described = re.search(r'<input[^>]*aria-describedby="([^"]+)"', html)
    assert described
    assert all(f'id="{name}"' in html for name in described[1].split())
    assert 'aria-invalid="true"' in html
    assert "required" in html


def test_only_what_may_be_left_out_is_marked():
    form = ExampleForm()
    assert "niet verplicht" in draw("{% field form.note %}", form=form)
    assert "niet verplicht" not in draw("{% field form.title %}", form=form)


def test_choices_stand_in_a_fieldset_with_a_legend():
    html = draw("{% field form.kind %}", form=ExampleForm({}))
    assert "<legend>Soort" in html
    assert html.count('type="radio"') == 2


def test_the_summary_links_each_error_to_an_element_that_exists():
    form = ExampleForm({})
    html = draw("{% fields form %}", form=form)
    anchors = re.findall(r'href="#([^"]+)"', html)
    assert anchors == ["id_title", "id_kind_0"]
    assert all(f'id="{anchor}"' in html for anchor in anchors)
    assert "Dit past niet bij elkaar." in html
    assert 'type="hidden"' in html


def test_a_form_without_errors_has_no_summary():
    assert "error-summary" not in draw("{% fields form %}", form=ExampleForm())


def test_a_private_field_stays_out_of_the_draft():
    assert 'data-draft="off"' in draw("{% field form.bsn private=True %}", form=ExampleForm())


def test_a_file_field_is_a_place_to_drop_a_file():
    assert 'class="drop"' in draw("{% field form.file %}", form=ExampleForm())


# Small things --------------------------------------------------------------------------------------
def test_what_a_user_typed_is_never_markup():
    evil = "<script>alert(1)</script>"
    pages = [
        draw("{% badge x 'info' %}", x=evil),
        draw("{% facts rows %}", rows=[(evil, evil)]),
        draw("{% note 'info' x %}{{ x }}{% endnote %}", x=evil),
        draw("{% table x %}{{ x }}{% endtable %}", x=evil),
        draw("{% crumbs x '/' x %}", x=evil),
        draw("{% tabs items 'a' %}", items=[("a", evil, evil)]),
    ]
    assert not [page for page in pages if "<script" in page]


def test_the_pager_keeps_the_other_parameters():
    request = RequestFactory().get("/", {"q": "a&b", "after": "old", "thema": ["x", "y"]})
    html = draw("{% pager 'new' '' %}", request=request)
    assert "?q=a%26b&amp;thema=x&amp;thema=y&amp;after=new" in html
    assert "old" not in html
    assert 'rel="prev"' not in html


def test_the_last_trail_entry_is_the_page_itself():
    html = draw("{% crumbs 'Start' '/' 'Hier' %}")
    assert '<a href="/">Start</a>' in html
    assert '<li aria-current="page">Hier</li>' in html


def test_progress_works_without_a_total():
    assert "0%" in draw("{% progress 0 0 'Lezen' %}")


def test_numbers_are_grouped_in_dutch():
    assert draw("{{ n|thousands }}", n=100000) == "100.000"


def test_a_moment_is_written_in_dutch_time_and_a_missing_one_is_a_dash():
    at = datetime(2026, 6, 1, 22, 30, tzinfo=UTC)
    html = draw("{% moment at %}|{% day on %}|{% moment none %}", at=at, on=at.date(), none=None)
    assert "2 jun 2026 00:30" in html
    assert "1 jun 2026" in html
    assert html.endswith("|—")


def test_a_day_is_written_in_the_language_of_the_reader():
    on = date(2026, 5, 1)
    with override("nl"):
        assert "1 mei 2026" in draw("{% day on %}", on=on)
    with override("en"):
        assert "1 May 2026" in draw("{% day on %}", on=on)


def test_a_column_sorts_one_way_and_then_the_other():
    request = RequestFactory().get("/", {"q": "x", "after": "old", "sort": "name"})
    html = draw(
        "{% sortable 'name' 'Naam' 'name' %}{% sortable 'age' 'Leeftijd' 'name' %}", request
    )
    assert 'aria-sort="ascending"><a href="?q=x&amp;sort=-name"' in html
    assert '<th scope="col"><a href="?q=x&amp;sort=age"' in html


@pytest.mark.usefixtures("_own_urls")
@pytest.mark.parametrize("status", [400, 403, 404, 409, 413, 422, 429, 500])
def test_every_refusal_says_what_to_do_even_without_a_request(status):
    html = engines["django"].get_template("error.html").render({"status": status})
    assert len(words(html.split("<main")[1].split("</main>")[0])) > 60


def test_pages_link_no_script_or_typeface_that_was_not_built(monkeypatch, tmp_path):
    monkeypatch.setattr(tags, "BUILD", tmp_path)
    assert draw("{% build_assets %}") == ""
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "draft.js").touch()
    assert "build/js/draft.js" in draw("{% build_assets %}")


@pytest.mark.parametrize("name", SHAPES)
def test_a_pictogram_is_hidden_from_screen_readers(name):
    assert 'aria-hidden="true"' in icon(name)


# The menu ------------------------------------------------------------------------------------------
def actor(*roles: Role) -> Actor:
    return Actor(
        person_id=uuid4(),
        name="Robin",
        participant_id=uuid4(),
        participant_name="Waterstad",
        participant_kind="mayor",
        region_id=uuid4(),
        region_code="WS",
        roles=frozenset(roles),
    )


def _page(request): ...


urlpatterns = [
    path("", _page, name="home"),
    path("signalen/", _page, name="signals"),
    path("signalen/treffers/", _page, name="hits"),
    path("beheer/", _page, name="manage"),
]
STEPS = (
    Step(0, "Start", (Entry("home", "Mijn werk"),)),
    Step(1, "Een", (Entry("signals", "Signalen"), Entry("hits", "Treffers"))),
    Step(2, "Twee", (Entry("does_not_exist", "Nergens"),)),
    Step(0, "Rest", (Entry("manage", "Beheer", "", frozenset({Role.ACCESS_MANAGER})),)),
)


@pytest.fixture
def _own_urls(settings):
    settings.ROOT_URLCONF = __name__


def labels(groups) -> list[str]:
    return [str(link.label) for group in groups for link in group.links]


@pytest.mark.usefixtures("_own_urls")
def test_a_page_that_does_not_exist_is_left_out_with_its_empty_step():
    groups = menu_for(actor(), "/", STEPS)
    assert labels(groups) == ["Mijn werk", "Signalen", "Treffers"]
    assert [group.number for group in groups] == [0, 1]


@pytest.mark.usefixtures("_own_urls")
def test_a_page_for_a_role_is_shown_to_that_role_alone():
    assert "Beheer" in labels(menu_for(actor(Role.ACCESS_MANAGER), "/", STEPS))
    assert "Beheer" not in labels(menu_for(actor(Role.CASE_DIRECTOR), "/", STEPS))


@pytest.mark.usefixtures("_own_urls")
@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("/", {"Mijn werk": "page"}),
        ("/signalen/", {"Signalen": "page"}),
        ("/signalen/1/", {"Signalen": "true"}),
        ("/signalen/treffers/9/", {"Treffers": "true"}),
        ("/elders/", {}),
    ],
)
def test_the_menu_knows_where_the_reader_is(where, expected):
    groups = menu_for(actor(), where, STEPS)
    found = {str(link.label): link.current for group in groups for link in group.links}
    assert {label: current for label, current in found.items() if current} == expected


def test_a_visitor_who_is_not_signed_in_has_no_menu():
    assert menu_for(None, "/") == ()


def test_whoever_keeps_the_house_in_order_is_not_led_to_content():
    """What the regions share is open to the network; signals and cases are not."""
    about_cases = {"signals", "weighing-table", "cases", "requests"}
    content = [e for step in MENU for e in step.entries if e.url_name in about_cases]
    assert len(content) == len(about_cases)
    assert not [e for e in content if Role.SUPPORT_ENGINEER in e.roles or not e.roles]


def test_every_key_of_the_menu_is_used_once():
    keys = [entry.key for step in MENU for entry in step.entries if entry.key]
    assert len(keys) == len(set(keys))


# The policy ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_an_inline_script_style_or_handler(template):
    source = template.read_text(encoding="utf-8")
    assert not re.search(r"<style|<[a-z][^>{]*\s(style|on\w+)=|javascript:", source)
    assert not re.search(r"<script(?![^>]*(\ssrc=|type=.application/json))", source)
