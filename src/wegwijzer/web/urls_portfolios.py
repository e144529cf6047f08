"""The addresses of goals, portfolios, assignments, and of who carries them out."""

from django.urls import path

from wegwijzer.web.views import assignments, people, portfolios

urlpatterns = [
    path("doelen/<slug:slug>/", portfolios.goal, name="goal"),
    path("portefeuilles/", portfolios.portfolios, name="portfolios"),
    path("portefeuilles/nieuw/", portfolios.new, name="portfolio-new"),
    path("portefeuilles/<slug:slug>/", portfolios.portfolio, name="portfolio"),
    path("portefeuilles/<slug:slug>/opdrachten/", assignments.assignments, name="assignments"),
    path("portefeuilles/<slug:slug>/opdracht/", assignments.new, name="assignment-new"),
    path("portefeuilles/<slug:slug>/wie/", people.people, name="portfolio-people"),
    path("portefeuilles/<slug:slug>/groep/", people.new, name="group-new"),
    path("opdrachten/<uuid:assignment_id>/", assignments.assignment, name="assignment"),
    path("opdrachten/<uuid:assignment_id>/wijzigen/", assignments.edit, name="assignment-edit"),
    path("groepen/<uuid:group_id>/", people.group, name="group"),
    path("groepen/<uuid:group_id>/wijzigen/", people.edit, name="group-edit"),
]
