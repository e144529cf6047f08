"""Around every page: who is acting, what a refusal looks like, and what browsers are told."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext

from wegwijzer.kernel.errors import Conflict, DomainError, Invalid, NotAllowed, NotFound
from wegwijzer.network.queries import actor_among
from wegwijzer.network.rules import ClearanceKind
from wegwijzer.web.expired import SAFE, came_too_late
from wegwijzer.web.params import check_query

Handler = Callable[[HttpRequest], HttpResponse]
STATUS: dict[type[DomainError], int] = {NotFound: 404, NotAllowed: 403, Invalid: 422, Conflict: 409}
SESSION_KEY, SINCE_KEY = "designation", "since"
# Pages for somebody who is signed in but may not act: sign out, change what signing in needs.
WITHOUT_ACTOR = ("/account/", "/taal/", "/gezond/", "/demo/", "/huisstijl/", "/static/")


@dataclass(frozen=True, slots=True)
class OtherDesignation:
    """A designation one may switch to."""

    id: UUID
    label: str


class HeadersMiddleware:
    """Tell browsers to keep nothing, and to grant a page nothing it doesn't need."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers to every answer."""
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault(
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
            "publickey-credentials-get=(self), publickey-credentials-create=(self)",
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class ActorMiddleware:
    """Make the actor anew at every request, so that no right outlives its dates."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set ``request.actor`` and ``request.designations``, or answer that nobody may act."""
        check_query(request)
        request.actor, request.designations = None, []  # type: ignore[attr-defined]
        if not request.user.is_authenticated:
            return self.get_response(request)
        return self._stopped(request) or self.get_response(request)

    def _stopped(self, request: HttpRequest) -> HttpResponse | None:
        """Return why this person can't go on, or None once the actor is known."""
        if _lasted_too_long(request):
            logout(request)
            if request.method not in SAFE:
                return came_too_late(request)
            messages.info(request, gettext("U was lang aangemeld. Meld u opnieuw aan."))
            return redirect("account_login")
        outside = request.path.startswith(WITHOUT_ACTOR)
        if settings.WEGWIJZER.second_factor_required and not is_mfa_enabled(request.user):
            return None if outside else _ask_second_step(request)
        try:
            self._set_actor(request)
        except NotAllowed as refusal:
            return None if outside else refused(request, refusal, sign_out=True)
        return None

    def _set_actor(self, request: HttpRequest) -> None:
        actor, others = actor_among(
            request.user.pk,
            now=now(),
            chosen=request.session.get(SESSION_KEY, ""),
            required=_required(),
        )
        request.actor = actor  # type: ignore[attr-defined]
        request.designations = [  # type: ignore[attr-defined]
            OtherDesignation(row.designation_id, row.participant_name) for row in others
        ]


def _required() -> frozenset[ClearanceKind]:
    demanded = {
        ClearanceKind.SCREENING: settings.WEGWIJZER.screening_required,
        ClearanceKind.TRAINING: settings.WEGWIJZER.training_required,
    }
    return frozenset(kind for kind, yes in demanded.items() if yes)


def _lasted_too_long(request: HttpRequest) -> bool:
    moment = now().timestamp()
    since: float = request.session.setdefault(SINCE_KEY, moment)
    return moment - since > settings.WEGWIJZER.session_hours * 3600


def _ask_second_step(request: HttpRequest) -> HttpResponse:
    messages.warning(
        request, gettext("Stel eerst een tweede stap of een passkey in. Daarna kunt u werken.")
    )
    return redirect("mfa_index")


class DomainErrorMiddleware:
    """Turn what a rule refused into a page; the only place where that happens."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Render a DomainError; leave everything else to Django."""
        return refused(request, error) if isinstance(error, DomainError) else None


def sentence(error: DomainError) -> str:
    """Return the refusal in the language of the reader."""
    if not error.params:
        return gettext(error.message)
    return gettext(error.message) % {
        key: gettext(value) if isinstance(value, str) and value else value
        for key, value in error.params.items()
    }


def refused(request: HttpRequest, error: DomainError, *, sign_out: bool = False) -> HttpResponse:
    """Render a refusal with its own status; absent and forbidden are one and the same page.

    A fragment that HTMX asked for gets the same words as a note, in the place of the messages.
    """
    status = STATUS[type(error)]
    values = {
        "status": status,
        "message": sentence(error),
        "verdict": getattr(error, "verdict", None),
        "sign_out": sign_out,
    }
    if getattr(request, "htmx", False) and not request.htmx.boosted:  # type: ignore[attr-defined]
        answer = render(request, "error_fragment.html", values, status=status)
        answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = "main .messages", "innerHTML"
        return answer
    return render(request, "error.html", values, status=status)
