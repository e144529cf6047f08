"""The keys of this installation: what is kept secret is encrypted, what must be found is hashed.

Three keys are derived from ``WEGWIJZER_DATA_KEY`` (HKDF, RFC 5869), one per purpose, so that
knowing one says nothing about the others. A database that leaks without the key holds no BSN: nine
digits are guessed in minutes behind a hash without a key, and never behind one with a key.
"""

import hmac
import os
from functools import cache
from hashlib import blake2b, sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

VERSION = b"\x01"
NONCE = 12
# One version byte, the nonce and the tag of AES-GCM.
OVERHEAD = len(VERSION) + NONCE + 16


@cache
def _derived(data_key: str, purpose: str) -> bytes:
    return HKDF(SHA256(), 32, salt=b"wegwijzer", info=purpose.encode()).derive(data_key.encode())


def _key(purpose: str) -> bytes:
    return _derived(settings.WEGWIJZER.data_key, purpose)


def encrypt(plain: bytes, *, bound_to: bytes = b"") -> bytes:
    """Return the bytes encrypted and sealed; they open only with the same ``bound_to``."""
    nonce = os.urandom(NONCE)
    return VERSION + nonce + AESGCM(_key("encrypt")).encrypt(nonce, plain, bound_to)


def decrypt(sealed: bytes, *, bound_to: bytes = b"") -> bytes:
    """Return what was encrypted. Raises ValueError when it was changed or the key is another."""
    sealed = bytes(sealed)
    nonce = sealed[len(VERSION) : len(VERSION) + NONCE]
    if len(sealed) < OVERHEAD or not sealed.startswith(VERSION):
        raise ValueError("these bytes were not encrypted here")
    try:
        return AESGCM(_key("encrypt")).decrypt(nonce, sealed[len(VERSION) + NONCE :], bound_to)
    except InvalidTag:
        raise ValueError("changed, moved, or encrypted with another key") from None


def blind_index(text: str) -> str:
    """Return 32 characters by which an encrypted value is found and compared, never read."""
    return hmac.new(_key("index"), text.encode(), sha256).hexdigest()[:32] if text else ""


def pepper() -> bytes:
    """Return the key under which blocking keys are hashed, so that they say nothing."""
    return _key("blocking")


def key_hash(text: str) -> int:
    """Return a blocking key as a signed 64-bit number, under the pepper."""
    digest = blake2b(text.encode(), digest_size=8, key=pepper()).digest()
    return int.from_bytes(digest, "big", signed=True)
