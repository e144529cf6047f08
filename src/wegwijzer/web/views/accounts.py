"""One's own account: the second step, the password, and for whom one acts."""

from uuid import UUID

from allauth.account.internal.stagekit import unstash_login
from allauth.account.views import password_change
from allauth.mfa.base.views import authenticate
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wegwijzer.kernel.errors import Conflict, NotFound
from wegwijzer.network.queries import actor_for, find_done_reset, list_designations_of
from wegwijzer.web.middleware import SESSION_KEY


def own_account(request: HttpRequest) -> HttpResponse:
    reset = find_done_reset(request.user.pk)
    return render(request, "account/own.html", {"reset": reset})


@login_not_required
def second_step(request: HttpRequest) -> HttpResponse:
    """Ask the second step; where it was put back in the meantime, signing in begins anew."""
    answer: HttpResponse = authenticate(request)
    if answer.get("location") == reverse("account_login"):
        unstash_login(request)
    return answer


def change_password(request: HttpRequest) -> HttpResponse:
    if not (request.user.is_authenticated and request.user.has_usable_password()):
        raise Conflict(_("Dit account heeft geen wachtwoord; u meldt zich anders aan."))
    answer: HttpResponse = password_change(request)
    return answer


@require_POST
def switch_designation(request: HttpRequest) -> HttpResponse:
    mine = {str(d.designation_id) for d in list_designations_of(request.user.pk, now=now())}
    chosen = request.POST.get("designation", "")
    if chosen not in mine:
        raise NotFound
    actor = actor_for(request.user.pk, designation_id=UUID(chosen), now=now())
    request.session.cycle_key()
    request.session[SESSION_KEY] = chosen
    messages.success(
        request, _("U handelt nu namens %(participant)s.") % {"participant": actor.participant_name}
    )
    return redirect("home")
