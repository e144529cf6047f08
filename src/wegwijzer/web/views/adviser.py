"""Mag ik dit delen? Ask the law beforehand; no personal data is asked or kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wegwijzer.kernel.errors import NotFound
from wegwijzer.law.advice import QUESTIONS, advise
from wegwijzer.law.parameters import PARAMETERS
from wegwijzer.web.forms.adviser import facts_form, facts_of


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
    return render(
        request, "adviser/question.html", {"question": found, "form": form, "verdict": verdict}
    )
