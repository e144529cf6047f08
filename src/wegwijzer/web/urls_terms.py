"""The addresses of the definitions."""

from django.urls import path

from wegwijzer.web.views import terms

urlpatterns = [
    path("definities/", terms.terms, name="terms"),
    path("definities/voorstellen/nieuw/", terms.new, name="term-new"),
    path("definities/<slug:slug>/", terms.term, name="term"),
    path("definities/<slug:slug>/voorstel/", terms.propose, name="term-propose"),
    path("definities/<slug:slug>/intrekken/", terms.withdraw, name="term-withdraw"),
    path(
        "definities/<slug:slug>/verschil/<int:old>/<int:new>/", terms.compare, name="term-compare"
    ),
]
