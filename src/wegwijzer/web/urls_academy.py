"""The addresses of the academy: training, and awareness meetings beside it."""

from importlib.util import find_spec

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from wegwijzer.web.views import academy, academy_demands

urlpatterns = [
    path("opleidingen/", academy.training, name="training"),
    path("opleidingen/nieuw/", academy.new_programme, name="training-new"),
    path("opleidingen/mijn/", academy.own, name="training-own"),
    path("opleidingen/agenda.ics", academy.calendar, name="training-calendar"),
    path("certificaat/", login_not_required(academy.proof), name="proof"),
    path("opleidingen/rollen/", academy_demands.demands, name="training-demands"),
    path("opleidingen/edities/<uuid:edition_id>/", academy.edition, name="edition"),
    path("opleidingen/certificaten/<str:number>/", academy.certificate, name="certificate"),
    path("opleidingen/<slug:slug>/", academy.programme, name="training-programme"),
    path("opleidingen/<slug:slug>/editie/", academy.new_edition, name="edition-new"),
    *(
        [path("", include("wegwijzer.web.urls_awareness"))]
        if find_spec("wegwijzer.web.urls_awareness")
        else []
    ),
]
