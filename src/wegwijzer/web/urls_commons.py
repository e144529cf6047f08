"""The addresses of the shared library, of definitions and of recipes."""

from importlib.util import find_spec

from django.urls import include, path

from wegwijzer.web.views import library

urlpatterns = [
    path("bibliotheek/", library.library, name="library"),
    *(
        path("", include(f"wegwijzer.web.{name}"))
        for name in ("urls_terms", "urls_recipes")
        if find_spec(f"wegwijzer.web.{name}")
    ),
]
