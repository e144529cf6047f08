"""The pages for what no view answered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wegwijzer.web.expired import came_too_late


def _page(request: HttpRequest, status: int, message: str, back: str = "") -> HttpResponse:
    context = {"status": status, "message": message, "back": back}
    return render(request, "error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    from wegwijzer.web.params import BadQuery

    told = str(exception) if isinstance(exception, BadQuery) else ""
    # What can't be read stood in the query: the same page without it is the way out.
    back = request.path if told and request.GET else ""
    told = told or _("Deze aanvraag kan niet worden gelezen. Ga terug.")
    return _page(request, 400, told, back)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 403, _("Dit mag niet. Ga terug en laad de pagina opnieuw."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return came_too_late(request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404, _("Dit bestaat niet, of u hebt er geen toegang toe."))


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return _page(request, 429, _("Er kwamen te veel aanvragen van u tegelijk."))


def server_error(request: HttpRequest) -> HttpResponse:
    told = _("Er ging bij ons iets mis.")
    return _page(request, 500, told)
