"""The addresses of the heads council."""

from django.urls import path

from wegwijzer.web.views import council, council_write

urlpatterns = [
    path("hoofdenoverleg/", council.council, name="council"),
    path("hoofdenoverleg/besluiten/", council.decisions, name="council-decisions"),
    path("hoofdenoverleg/acties/", council.tasks, name="council-tasks"),
    path("hoofdenoverleg/nieuw/", council_write.new, name="meeting-new"),
    path("hoofdenoverleg/stuk/<uuid:paper_id>/", council.paper, name="meeting-paper"),
    path("hoofdenoverleg/punt/<uuid:item_id>/", council.item, name="meeting-item"),
    path(
        "hoofdenoverleg/punt/<uuid:item_id>/wijzigen/",
        council_write.edit_item,
        name="meeting-item-edit",
    ),
    path("hoofdenoverleg/<uuid:meeting_id>/", council.meeting, name="meeting"),
    path("hoofdenoverleg/<uuid:meeting_id>/verslag/", council.minutes, name="meeting-minutes"),
    path(
        "hoofdenoverleg/<uuid:meeting_id>/verslag/<slug:kind>/",
        council.minutes_file,
        name="meeting-minutes-file",
    ),
    path("hoofdenoverleg/<uuid:meeting_id>/wijzigen/", council_write.edit, name="meeting-edit"),
    path("hoofdenoverleg/<uuid:meeting_id>/punt/", council_write.new_item, name="meeting-item-new"),
]
