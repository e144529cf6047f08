"""The addresses of the programme: portfolios, the heads council, hubs."""

from importlib.util import find_spec

from django.urls import include, path

urlpatterns = [
    path("", include(f"wegwijzer.web.{name}"))
    for name in ("urls_portfolios", "urls_hubs", "urls_council")
    if find_spec(f"wegwijzer.web.{name}")
]
