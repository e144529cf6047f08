"""How signing in is fitted to the house: no sign-up, secrets encrypted, every attempt logged."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from wegwijzer.subjects.crypto import decrypt, encrypt


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People are added by who designates them, never by themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse signing up."""
        return False


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
