"""Open a delivered file: sniff it, let a child process read it, hand over rows one by one."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from itertools import chain, islice
from typing import IO, Any

from wegwijzer.casework.delivery.limits import Limits
from wegwijzer.casework.delivery.sniff import FileKind, refuse, sniff
from wegwijzer.kernel.text import gettext_noop as _

REFUSALS = {
    "rows": _("Het bestand heeft meer rijen dan één levering mag hebben. Splits het in delen."),
    "columns": _("Het bestand heeft te veel kolommen. Laat weg wat niet is gevraagd."),
    "cell": _("Een cel bevat te veel tekst. Kort die in en lever opnieuw."),
    "broken": _("Het bestand is beschadigd. Open het in uw eigen programma en sla het opnieuw op."),
}
UNREADABLE = _(
    "Het bestand kon niet binnen de grenzen worden gelezen. "
    "Verwijder lege rijen en kolommen, of lever het als CSV."
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its number in the file, and as many values as there are columns or fewer."""

    number: int
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file while it is read: its columns are known, its rows follow one by one, once."""

    kind: FileKind
    columns: tuple[str, ...]
    rows: Iterator[Row]
    encoding: str
    delimiter: str


@contextmanager
def open_delivery(data: bytes, *, limits: Limits = Limits()) -> Iterator[Table]:  # noqa: B008
    """Read a file, or refuse it with a sentence; errors in later rows are raised while reading.

    Raises ``Invalid(field="file")``. The child process is ended in any case.
    """
    found = sniff(data, limits)
    told = json.dumps(asdict(limits))
    command = [found.kind.value, found.encoding or "-", found.delimiter or "-", told]
    with _in_memory() as copy:
        copy.write(data)
        copy.seek(0)
        child = subprocess.Popen(  # noqa: S603 - our own module, our own arguments
            [sys.executable, "-P", "-m", "wegwijzer.casework.delivery.child", *command],
            stdin=copy,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={"PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "LANG": "C.UTF-8"},
        )
    watch = threading.Timer(limits.seconds + 5, _end, [child])
    watch.start()
    try:
        assert child.stdout is not None
        rows = _rows(child.stdout)
        first = next(rows, None)
        if first is None:
            raise refuse(_("Het bestand heeft geen rijen. Kies een bestand met een kopregel."))
        yield Table(found.kind, _columns(first), rows, found.encoding, found.delimiter)
    finally:
        watch.cancel()
        _end(child)


def _in_memory() -> IO[bytes]:
    """Return a file for the child to read that never lies on a disk, where the system has that."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("delivery"), "w+b")
    return tempfile.TemporaryFile()


def sample(table: Table, count: int) -> tuple[list[Row], Iterator[Row]]:
    """Return the first rows, and an iterator over all of them with those first."""
    head = list(islice(table.rows, count))
    return head, chain(head, table.rows)


def _rows(lines: IO[bytes]) -> Iterator[Row]:
    ended: dict[str, Any] | None = None
    for line in lines:
        try:
            told = json.loads(line)
        except ValueError:
            break
        if isinstance(told, dict):
            ended = told
            break
        yield Row(told[0], tuple(told[1]))
    if ended is None:
        raise refuse(UNREADABLE)
    if ended["end"] != "ok":
        raise refuse(REFUSALS[ended["end"]])


def _columns(first: Row) -> tuple[str, ...]:
    """Return the names of the columns; one without a name gets its place, a double its count."""
    seen: dict[str, int] = {}
    names = []
    for place, value in enumerate(first.values, start=1):
        name = " ".join(value.split())[:80] or f"Kolom {place}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and everything it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    if child.stdout is not None and not child.stdout.closed:
        child.stdout.close()
    child.wait()
