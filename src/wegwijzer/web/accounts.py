"""How signing in is fitted to the house: no sign-up, secrets encrypted, every attempt logged."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wegwijzer.network.actions import record_sign_in
from wegwijzer.network.queries import signer
from wegwijzer.network.rules import SignIn
from wegwijzer.subjects.crypto import decrypt, encrypt


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People are added by who designates them, never by themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse signing up."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse who tried too often, and log that."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            self.log(request, SignIn.LOCKED_OUT, email=credentials.get("email", ""))
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Log a password that is wrong, or somebody who isn't known."""
        self.log(request, SignIn.NOT_RECOGNISED, email=credentials.get("email", ""))

    def reauthenticate(self, user: Any, password: str) -> bool:
        """Ask the password once more, of the person who is signed in."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Ask once more who it is, except of somebody who has nothing to prove it with.

        That is who came in by the door of the demo; nobody else signs in without.
        """
        user = context.request.user
        asked: bool = super().is_reauthentication_required(app=app)
        return asked and (user.has_usable_password() or is_mfa_enabled(user))

    def login(self, request: HttpRequest, user: Any) -> None:
        """Sign in under a new session key."""
        super().login(request, user)
        self.log(request, SignIn.SIGNED_IN, person_id=user.pk)

    def logout(self, request: HttpRequest) -> None:
        """Sign out; the session is gone on the server too."""
        self.log(request, SignIn.SIGNED_OUT, person_id=request.user.pk)
        super().logout(request)

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Say to somebody with the right password that the account is blocked."""
        self.log(request, SignIn.BLOCKED, person_id=user.pk)
        told = _("Dit account is geblokkeerd. Vraag wie u aanwees om het weer open te zetten.")
        return render(request, "error.html", {"status": 403, "message": told}, status=403)

    def log(
        self, request: HttpRequest, step: SignIn, *, person_id: UUID | None = None, email: str = ""
    ) -> None:
        """Write one step to the logbook; what was typed stays out of it."""
        actor = signer(person_id=person_id, email=email)
        record_sign_in(actor, step, now=now(), address=self.get_client_ip(request))


class SecondStepForm(AuthenticateForm):  # type: ignore[misc]
    """Ask the code of the second step, and log one that is wrong."""

    def clean_code(self) -> str:
        """Return the code when it is right."""
        try:
            return str(super().clean_code())
        except ValidationError:
            AccountAdapter().log(context.request, SignIn.WRONG_CODE, person_id=self.user.pk)
            raise


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """Add a passkey under a name in our language; it signs in by itself unless one wants less."""

    name = forms.CharField(label=gettext_lazy("Naam"), required=False)
    passwordless = forms.BooleanField(
        label=gettext_lazy("Ook aanmelden zonder wachtwoord"),
        help_text=gettext_lazy(
            "U bevestigt dan met uw vinger, gezicht of pincode. Zonder vinkje is het alleen een "
            "tweede stap na uw wachtwoord."
        ),
        initial=True,
        required=False,
    )


class PasskeyNameForm(EditWebAuthnForm):  # type: ignore[misc]
    """Rename a passkey."""

    name = forms.CharField(label=gettext_lazy("Naam"))


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keep the secrets of the second factor encrypted with the data key."""

    def encrypt(self, text: str) -> str:
        """Return the secret as it is stored."""
        return encrypt(text.encode()).hex()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret as it was."""
        return decrypt(bytes.fromhex(encrypted_text)).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, Any]:
        """Name the house in the browser's passkey window."""
        return dict(super().get_public_key_credential_rp_entity()) | {"name": "Wegwijzer"}
