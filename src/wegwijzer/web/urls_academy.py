"""The addresses of the academy: training, and awareness meetings beside it."""

from importlib.util import find_spec

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from wegwijzer.web.views import academy, academy_demands, academy_write

urlpatterns = [
    path("opleidingen/", academy.training, name="training"),
    path("opleidingen/nieuw/", academy_write.new_programme, name="training-new"),
    path("opleidingen/mijn/", academy.own, name="training-own"),
    path("opleidingen/agenda.ics", academy.calendar, name="training-calendar"),
    path("certificaat/", login_not_required(academy.proof), name="proof"),
    path("opleidingen/rollen/", academy_demands.demands, name="training-demands"),
    path("opleidingen/edities/<uuid:edition_id>/", academy.edition, name="edition"),
    path(
        "opleidingen/edities/<uuid:edition_id>/wijzigen/",
        academy_write.change_edition,
        name="edition-change",
    ),
    path(
        "opleidingen/edities/<uuid:edition_id>/afzeggen/",
        academy_write.cancel_edition,
        name="edition-cancel",
    ),
    path("opleidingen/certificaten/<str:number>/", academy.certificate, name="certificate"),
    path("opleidingen/<slug:slug>/", academy.programme, name="training-programme"),
    path(
        "opleidingen/<slug:slug>/wijzigen/", academy_write.change_programme, name="training-change"
    ),
    path("opleidingen/<slug:slug>/editie/", academy_write.new_edition, name="edition-new"),
    *(
        [path("", include("wegwijzer.web.urls_awareness"))]
        if find_spec("wegwijzer.web.urls_awareness")
        else []
    ),
]
