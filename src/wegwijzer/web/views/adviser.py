"""Mag ik dit delen? Ask the law beforehand; no personal data is asked or kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wegwijzer.kernel.errors import NotFound
from wegwijzer.law.advice import QUESTIONS, advise
from wegwijzer.law.parameters import PARAMETERS
from wegwijzer.network.rules import Role
from wegwijzer.web.commons import actor_of
from wegwijzer.web.forms.adviser import facts_form, facts_of

# The question after which one can go on here.
REPORTING = "signaal-melden"


def questions(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "adviser/questions.html",
        {"questions": QUESTIONS.values(), "parameters": PARAMETERS},
    )


def question(request: HttpRequest, slug: str) -> HttpResponse:
    found = QUESTIONS.get(slug)
    if found is None:
        raise NotFound
    form = facts_form(found, request.GET or None)
    asked = form.is_bound and form.is_valid()
    verdict = advise(slug, facts_of(found, form)) if asked else None
    reports = slug == REPORTING and verdict is not None and verdict.allowed
    may_report = actor_of(request).has(Role.PARTNER_REPORTER)
    context = {
        "question": found,
        "form": form,
        "verdict": verdict,
        "onward": (reverse("signal-new"), _("Signaal melden")) if reports and may_report else None,
        "not_reporter": reports and not may_report,
    }
    return render(request, "adviser/question.html", context)
