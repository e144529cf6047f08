"""The pages of the sign-in library wear the house style."""

import re
from pathlib import Path

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import include, path
from django.utils.translation import override


def _page(request): ...


urlpatterns = [path("", _page, name="home"), path("account/", include("allauth.urls"))]


class LoginForm(forms.Form):
    login = forms.EmailField(label="E-mailadres")
    password = forms.CharField(label="Wachtwoord", widget=forms.PasswordInput)


PAGES = ["account/login.html", "account/password_reset_done.html", "mfa/authenticate.html"]
MANAGED = ["mfa/index.html", "mfa/totp/activate_form.html", "account/password_change.html"]


@pytest.fixture
def page(settings):
    settings.ROOT_URLCONF = __name__

    def render(template: str) -> str:
        request = RequestFactory().get("/")
        request.user = AnonymousUser()
        context = {
            "form": LoginForm({}),
            "webauthn_form": LoginForm(),
            "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
            "PASSKEY_LOGIN_ENABLED": True,
            "authenticators": {},
            "totp_svg_data_uri": "data:image/svg+xml;base64,",
        }
        with override("nl"):
            return render_to_string(template, context, request)

    return render


@pytest.mark.parametrize("template", [*PAGES, *MANAGED])
def test_each_page_is_ours_with_one_heading_and_nothing_inline(page, template):
    html = page(template)
    assert 'class="brand"' in html
    assert len(re.findall("<h1", html)) == 1
    assert re.search(r"<title>[^<]*\S[^<]* · Wegwijzer", html, re.S)
    assert not re.search(r"<style|\sstyle=|\son\w+=", html)
    assert not re.search(r"<script(?![^>]*(\ssrc=|json))", html)


def test_the_sign_in_form_has_labels_a_summary_and_one_primary_button(page):
    html = page("account/login.html")
    assert '<label for="id_login">E-mailadres' in html
    assert "error-summary" in html
    assert html.count('data-kind="primary"') == 1
    assert "mfa/js/webauthn.js" in html


@pytest.mark.parametrize("template", ["account/login.html", "mfa/authenticate.html"])
def test_a_passkey_that_fails_is_told_also_where_nothing_was_built(page, template, monkeypatch):
    monkeypatch.setattr("wegwijzer.web.templatetags.wegwijzer.BUILD", Path("/nergens"))
    html = page(template)

    assert "build/" not in html
    assert html.index("js/passkey.js") < html.index("mfa/js/webauthn.js")
    assert finders.find("js/passkey.js")


def test_the_button_that_finishes_a_step_is_the_primary_one(page):
    assert page("mfa/totp/activate_form.html").count('data-kind="primary"') == 1


def test_the_sign_in_library_speaks_our_words(page):
    index, activate = page("mfa/index.html"), page("mfa/totp/activate_form.html")

    assert "Tweede stap en passkeys" in index
    for words in (index, activate):
        assert not re.search(r"\b(je|jouw|beveiligingssleutel\w*)\b", words, re.IGNORECASE)


def test_no_field_hides_its_words_once_one_types(page):
    assert " placeholder" not in page("account/login.html")
