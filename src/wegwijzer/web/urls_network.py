from django.urls import path

from wegwijzer.web.views import network

urlpatterns = [
    path("beheer/", network.people, name="manage"),
    path("beheer/deelnemers/", network.participants, name="participants"),
    path("beheer/deelnemers/nieuw/", network.add_participant, name="participant-new"),
    path("beheer/rechten/", network.rights, name="rights"),
    path("beheer/personen/nieuw/", network.add_person, name="person-new"),
    path("beheer/personen/<uuid:person_id>/", network.person, name="person"),
    path("beheer/personen/<uuid:person_id>/aanwijzen/", network.designate, name="designate"),
    path("beheer/personen/<uuid:person_id>/vereiste/", network.clearance, name="clearance-new"),
    path("beheer/personen/<uuid:person_id>/blokkeren/", network.block, name="person-block"),
    path("beheer/personen/<uuid:person_id>/vrijgeven/", network.unblock, name="person-unblock"),
    path("beheer/personen/<uuid:person_id>/wachtwoord/", network.password, name="person-password"),
    path("beheer/personen/<uuid:person_id>/tweede-stap/", network.second_step, name="person-reset"),
    path(
        "beheer/aanwijzingen/<uuid:designation_id>/beeindigen/",
        network.end_designation,
        name="designation-end",
    ),
    path("beheer/aanwijzingen/<uuid:designation_id>/rol/", network.grant_role, name="role-grant"),
    path(
        "beheer/aanwijzingen/<uuid:designation_id>/rollen/<slug:role>/intrekken/",
        network.revoke_role,
        name="role-revoke",
    ),
]
