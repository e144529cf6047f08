"""Where a delivered file lies between its arrival and its import: on disk, only encrypted."""

import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.subjects import crypto

PIECE = 1 << 20
_LENGTH = 4


def folder() -> Path:
    """Return where the files lie."""
    return Path(settings.MEDIA_ROOT) / "deliveries"


def write(pieces: Iterable[bytes], *, most: int) -> tuple[str, int]:
    """Keep a file, encrypted piece by piece, and return its name and size; all of it or nothing.

    Each piece is bound to the file and its place, so that none can be left out or moved.
    """
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    name, size = uuid.uuid4().hex, 0
    part = folder() / f"{name}.part"
    try:
        with part.open("xb") as out:
            os.chmod(part, 0o600)
            for place, piece in enumerate(_even(pieces)):
                size += len(piece)
                if size > most:
                    raise Invalid(
                        _("Het bestand is groter dan %(most)s MB. Splits het in delen."),
                        field="file",
                        most=most // 1_000_000,
                    )
                sealed = crypto.encrypt(piece, bound_to=_bound(name, place))
                out.write(len(sealed).to_bytes(_LENGTH, "big") + sealed)
            out.flush()
            os.fsync(out.fileno())
        part.rename(folder() / name)
    finally:
        part.unlink(missing_ok=True)
    return name, size


def read(name: str) -> bytes:
    """Return a file as it came in."""
    return b"".join(_pieces(name))


def remove(name: str) -> None:
    """Remove a file; one that is gone already is fine."""
    if name:
        with suppress(FileNotFoundError):
            (folder() / name).unlink()


def sweep(known: set[str], *, before: float) -> None:
    """Remove files that no delivery has, left by a process that died; new ones are let be."""
    if not folder().is_dir():
        return
    for file in folder().iterdir():
        if file.name not in known and file.stat().st_mtime < before:
            file.unlink(missing_ok=True)


def _even(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield pieces of one size, whatever size they came in."""
    held = bytearray()
    for piece in pieces:
        held += piece
        while len(held) >= PIECE:
            yield bytes(held[:PIECE])
            del held[:PIECE]
    if held:
        yield bytes(held)


def _pieces(name: str) -> Iterator[bytes]:
    with (folder() / name).open("rb") as source:
        place = 0
        while length := source.read(_LENGTH):
            sealed = source.read(int.from_bytes(length, "big"))
            yield crypto.decrypt(sealed, bound_to=_bound(name, place))
            place += 1


def _bound(name: str, place: int) -> bytes:
    return f"{name}:{place}".encode()
