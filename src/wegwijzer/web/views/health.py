"""What machines ask: is the server there, and where to report a weakness."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse

from wegwijzer.logbook.queries import current_head


@login_not_required
def healthy(request: HttpRequest) -> HttpResponse:
    current_head()
    return JsonResponse({"status": "ok"})


@login_not_required
def security_txt(request: HttpRequest) -> HttpResponse:
    text = "Contact: SECURITY.md\nPreferred-Languages: nl, en\nExpires: 2027-12-31T23:00:00Z\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
