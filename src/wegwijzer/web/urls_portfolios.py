"""The addresses of goals, portfolios, assignments, and of who carries them out."""

from django.urls import path

from wegwijzer.web.views import (
    assignments,
    corrections,
    course,
    people,
    portfolio_write,
    portfolios,
    progress,
    risks,
    roadmap,
)

urlpatterns = [
    path("doelen/nieuw/", portfolio_write.new_goal, name="goal-new"),
    path("doelen/<slug:slug>/", portfolios.goal, name="goal"),
    path("doelen/<slug:slug>/wijzigen/", portfolio_write.edit_goal, name="goal-edit"),
    path("portefeuilles/", portfolios.portfolios, name="portfolios"),
    path("portefeuilles/nieuw/", portfolio_write.new, name="portfolio-new"),
    path("portefeuilles/routekaart/", roadmap.roadmap, name="roadmap"),
    path("portefeuilles/<slug:slug>/", portfolios.portfolio, name="portfolio"),
    path("portefeuilles/<slug:slug>/wijzigen/", portfolio_write.edit, name="portfolio-edit"),
    path("portefeuilles/<slug:slug>/opdrachten/", assignments.assignments, name="assignments"),
    path("portefeuilles/<slug:slug>/opdracht/", assignments.new, name="assignment-new"),
    path("portefeuilles/<slug:slug>/doelstellingen/", course.course, name="portfolio-course"),
    path("portefeuilles/<slug:slug>/doelstelling/", course.new_objective, name="objective-new"),
    path("portefeuilles/<slug:slug>/activiteit/", course.new_activity, name="activity-new"),
    path("portefeuilles/<slug:slug>/risicos/", risks.risks, name="portfolio-risks"),
    path("portefeuilles/<slug:slug>/risico/", risks.new, name="risk-new"),
    path("portefeuilles/<slug:slug>/wie/", people.people, name="portfolio-people"),
    path("portefeuilles/<slug:slug>/groep/", people.new, name="group-new"),
    path("opdrachten/<uuid:assignment_id>/", assignments.assignment, name="assignment"),
    path("opdrachten/<uuid:assignment_id>/wijzigen/", assignments.edit, name="assignment-edit"),
    path("opdrachten/<uuid:assignment_id>/voortgang/", progress.progress, name="progress"),
    path("doelstellingen/<uuid:objective_id>/", course.objective, name="objective"),
    path(
        "doelstellingen/<uuid:objective_id>/wijzigen/", course.edit_objective, name="objective-edit"
    ),
    path("activiteiten/<uuid:activity_id>/", course.activity, name="activity"),
    path("risicos/<uuid:risk_id>/", risks.risk, name="risk"),
    path("correcties/<slug:kind>/<uuid:entry_id>/", corrections.correct, name="correction"),
    path("groepen/<uuid:group_id>/", people.group, name="group"),
    path("groepen/<uuid:group_id>/wijzigen/", people.edit, name="group-edit"),
]
