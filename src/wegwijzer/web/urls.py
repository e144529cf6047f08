from importlib.util import find_spec

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from wegwijzer.web.views import accounts, demo, health, home, search

urlpatterns = [
    path("", home.home, name="home"),
    path("zoeken/", search.search, name="search"),
    path("namens/", accounts.switch_designation, name="switch_designation"),
    path("taal/", login_not_required(set_language), name="set_language"),
    path("account/", include("wegwijzer.web.urls_account")),
    path("demo/", demo.door, name="demo"),
    path("gezond/", health.healthy, name="healthy"),
    path(".well-known/security.txt", health.security_txt, name="security-txt"),
    *(
        path("", include(f"wegwijzer.web.urls_{name}"))
        for name in ("signals", "casework", "network", "logbook", "adviser", "commons",
                     "exploration", "academy", "awareness", "programme", "annual_report", "style")
        if find_spec(f"wegwijzer.web.urls_{name}")
    ),
]  # fmt: skip
