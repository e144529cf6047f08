from django.urls import path

from wegwijzer.web.views import logbook

urlpatterns = [
    path("logboek/", logbook.logbook, name="logbook"),
    path("logboek/controle/", logbook.check, name="logbook-check"),
]
