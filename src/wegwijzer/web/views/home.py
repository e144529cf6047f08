"""Mijn werk: what waits for this actor, from every context that has work."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now

from wegwijzer.kernel.actor import Actor
from wegwijzer.network.rules import Role
from wegwijzer.web.work import piles_for


def home(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    values = {
        "piles": piles_for(actor, now()),
        "demo": settings.DEMO,
        "may_report": actor.has(Role.PARTNER_REPORTER),
    }
    return render(request, "home/home.html", values)
