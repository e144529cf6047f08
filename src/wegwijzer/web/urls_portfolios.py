"""The addresses of goals, portfolios and assignments."""

from django.urls import path

from wegwijzer.web.views import portfolios

urlpatterns = [
    path("portefeuilles/", portfolios.portfolios, name="portfolios"),
    path("portefeuilles/nieuw/", portfolios.new, name="portfolio-new"),
    path("portefeuilles/<slug:slug>/", portfolios.portfolio, name="portfolio"),
    path("portefeuilles/<slug:slug>/opdracht/", portfolios.new_assignment, name="assignment-new"),
]
