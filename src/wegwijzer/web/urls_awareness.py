"""The addresses of awareness meetings."""

from django.urls import path

from wegwijzer.web.views import awareness, awareness_request

urlpatterns = [
    path("bewustwording/", awareness.meetings, name="awareness"),
    path("bewustwording/kalender/", awareness.month, name="awareness-month"),
    path("bewustwording/cijfers/", awareness.figures, name="awareness-figures"),
    path("bewustwording/agenda.ics", awareness.calendar, name="awareness-calendar"),
    path("bewustwording/aanvragen/", awareness_request.request_meeting, name="awareness-request"),
    path("bewustwording/<uuid:meeting_id>/", awareness.meeting, name="awareness-meeting"),
    path("bewustwording/<uuid:meeting_id>/wijzigen/", awareness_request.change_wish,
         name="awareness-change"),
    path("bewustwording/<uuid:meeting_id>/agenda.ics", awareness.invitation,
         name="awareness-invitation"),
    path("bewustwording/<uuid:meeting_id>/<slug:step>/", awareness.step, name="awareness-step"),
]  # fmt: skip
