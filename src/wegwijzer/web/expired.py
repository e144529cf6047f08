"""Answer a form that came too late: its token is no longer valid, or its session has ended."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

SAFE = ("GET", "HEAD", "OPTIONS")


class SignedInMiddleware(LoginRequiredMiddleware):
    """Ask a visitor to sign in, but tell who sent a form that it was not saved."""

    def handle_no_permission(  # type: ignore[override]  # a page where Django only redirects
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponse:
        """Explain a form whose session has ended; for a page, go to where one signs in."""
        if request.method in SAFE:
            return super().handle_no_permission(request, view_func)
        return came_too_late(request)


def came_too_late(request: HttpRequest) -> HttpResponse:
    """Say that nothing was saved, and lead back to the form, by way of signing in if need be."""
    page = _page_of_form(request)
    signed_in = request.user.is_authenticated
    login = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': page})}"
    values = {"status": 403, "signed_in": signed_in, "back_url": page if signed_in else login}
    if getattr(request, "htmx", False) and not request.htmx.boosted:  # type: ignore[attr-defined]
        answer = render(request, "expired_fragment.html", values, status=403)
        answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = "main .messages", "innerHTML"
        return answer
    return render(request, "expired.html", values, status=403)


def _page_of_form(request: HttpRequest) -> str:
    """Return the path of the page that the form stood on; a page of another site is none."""
    told = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(
        told, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return "/"
    parts = urlsplit(told)
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
