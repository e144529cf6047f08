"""The addresses of hubs and their figures."""

from django.urls import path

from wegwijzer.web.views import hubs

urlpatterns = [
    path("knooppunten/", hubs.hubs, name="hubs"),
    path("knooppunten/vergelijken/", hubs.compare, name="hub-compare"),
    path("knooppunten/nieuw/", hubs.new, name="hub-new"),
    path("knooppunten/indicatoren/nieuw/", hubs.new_indicator, name="indicator-new"),
    path("knooppunten/<uuid:hub_id>/", hubs.hub, name="hub"),
    path("knooppunten/<uuid:hub_id>/wijzigen/", hubs.edit, name="hub-edit"),
]
