"""The addresses of cases, requests for data and deliveries."""

from django.urls import path

from wegwijzer.web.views import case_room, casework, deliveries, reopening, requests

urlpatterns = [
    path("casussen/", casework.case_list, name="cases"),
    path("casussen/nieuw/", casework.open_case, name="case-open"),
    path("casussen/gesloten/", reopening.closed_cases, name="closed-cases"),
    path("casussen/gesloten/<uuid:case_id>/", reopening.closed_case, name="closed-case"),
    path("casussen/gesloten/<uuid:case_id>/voorstel/", reopening.propose, name="reopening-propose"),
    path(
        "casussen/gesloten/<uuid:case_id>/voorstel/<slug:capacity>/",
        reopening.answer,
        name="reopening-answer",
    ),
    path(
        "casussen/gesloten/<uuid:case_id>/intrekken/",
        reopening.withdraw,
        name="reopening-withdraw",
    ),
    path("casussen/gesloten/<uuid:case_id>/heropenen/", reopening.reopen, name="case-reopen"),
    path("casussen/<uuid:case_id>/", case_room.overview, name="case"),
    path("casussen/<uuid:case_id>/betrokkenen/", case_room.subjects, name="case-subjects"),
    path("casussen/<uuid:case_id>/treffers/", case_room.hits, name="case-hits"),
    path(
        "casussen/<uuid:case_id>/treffers/<uuid:subject_ref>/<uuid:other_ref>/",
        case_room.hit,
        name="case-hit",
    ),
    path("casussen/<uuid:case_id>/gegevens/", case_room.items, name="case-items"),
    path("casussen/<uuid:case_id>/verzoeken/", requests.case_requests, name="case-requests"),
    path("casussen/<uuid:case_id>/verzoeken/nieuw/", requests.ask, name="request-new"),
    path("casussen/<uuid:case_id>/besluiten/", case_room.decisions, name="case-decisions"),
    path("casussen/<uuid:case_id>/logboek/", case_room.log, name="case-log"),
    path("casussen/<uuid:case_id>/stap/<slug:event>/", casework.step, name="case-step"),
    path("casussen/<uuid:case_id>/betrekken/", casework.involve, name="case-involve"),
    path("casussen/<uuid:case_id>/aanwijzen/", casework.assign, name="case-assign"),
    path("casussen/<uuid:case_id>/beeindigen/<str:principal>/", casework.end, name="case-end"),
    path("gegevens/<uuid:ref>/", case_room.item, name="item"),
    path("gegevens/<uuid:ref>/intrekken/", requests.withdraw_item, name="item-withdraw"),
    path("informatieverzoeken/", requests.inbox, name="requests"),
    path("informatieverzoeken/<uuid:request_id>/", requests.one, name="request"),
    path("informatieverzoeken/<uuid:request_id>/leveren/", requests.deliver, name="deliver"),
    path("informatieverzoeken/<uuid:request_id>/niets/", requests.nothing, name="request-nothing"),
    path("informatieverzoeken/<uuid:request_id>/weigeren/", requests.refuse, name="request-refuse"),
    path(
        "informatieverzoeken/<uuid:request_id>/intrekken/",
        requests.withdraw,
        name="request-withdraw",
    ),
    path("informatieverzoeken/<uuid:request_id>/bestand/", deliveries.upload, name="deliver-file"),
    path("leveringen/<uuid:delivery_id>/", deliveries.one, name="delivery"),
    path("leveringen/<uuid:delivery_id>/voortgang/", deliveries.progress, name="delivery-progress"),
    path(
        "leveringen/<uuid:delivery_id>/afgewezen.csv", deliveries.rejects, name="delivery-rejects"
    ),
    path("leveringen/<uuid:delivery_id>/weggooien/", deliveries.discard, name="delivery-discard"),
]
