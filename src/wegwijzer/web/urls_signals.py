"""The addresses of signals and of the weighing table."""

from django.urls import path

from wegwijzer.web.views import signal_report, signals, weighing

urlpatterns = [
    path("signalen/", signals.signal_list, name="signals"),
    path("signalen/nieuw/", signal_report.new, name="signal-new"),
    path("signalen/<uuid:signal_id>/", signals.signal, name="signal"),
    path("signalen/<uuid:signal_id>/bewerken/", signal_report.edit, name="signal-edit"),
    path("signalen/<uuid:signal_id>/weggooien/", signal_report.discard, name="signal-discard"),
    path("signalen/<uuid:signal_id>/intake/", signals.intake, name="signal-intake"),
    path("signalen/<uuid:signal_id>/treffers/", signals.hits, name="signal-hits"),
    path(
        "signalen/<uuid:signal_id>/treffers/<uuid:subject_ref>/<uuid:other_ref>/",
        signals.hit,
        name="signal-hit",
    ),
    path("weegtafel/", weighing.table, name="weighing-table"),
    path("weegtafel/<uuid:signal_id>/", weighing.weigh, name="weigh"),
]
