"""The addresses of explorations."""

from django.urls import path

from wegwijzer.web.views import (
    exploration,
    exploration_arrange,
    exploration_report,
    exploration_setup,
    exploration_vote,
)

ONE = "verkenningen/<uuid:session_id>/"

urlpatterns = [
    path("verkenningen/", exploration.explorations, name="explorations"),
    path("verkenningen/nieuw/", exploration_setup.new, name="exploration-new"),
    path(ONE, exploration.exploration, name="exploration"),
    path(f"{ONE}bord/", exploration.board, name="exploration-board"),
    path(f"{ONE}notities/<uuid:note_id>/", exploration.note, name="exploration-note"),
    path(f"{ONE}opzet/", exploration_setup.edit, name="exploration-edit"),
    path(f"{ONE}mensen/", exploration_setup.people, name="exploration-people"),
    path(f"{ONE}fase/", exploration_setup.stage, name="exploration-stage"),
    path(f"{ONE}ordenen/", exploration_arrange.arrange, name="exploration-arrange"),
    path(f"{ONE}voorstel/", exploration_arrange.suggest, name="exploration-suggest"),
    path(
        f"{ONE}clusters/<uuid:cluster_id>/",
        exploration_arrange.cluster,
        name="exploration-cluster",
    ),
    path(f"{ONE}stemmen/", exploration_vote.vote, name="exploration-vote"),
    path(f"{ONE}focus/", exploration_vote.focus, name="exploration-focus"),
    path(
        f"{ONE}focus/<uuid:focus_id>/", exploration_vote.focus_edit, name="exploration-focus-edit"
    ),
    path(
        f"{ONE}doelen/<uuid:objective_id>/",
        exploration_vote.objective,
        name="exploration-objective",
    ),
    path(f"{ONE}herkomst/", exploration_report.lineage, name="exploration-lineage"),
    path(f"{ONE}verslag/", exploration_report.report, name="exploration-report"),
    path(f"{ONE}verslag/<slug:kind>/", exploration_report.download, name="exploration-file"),
]
