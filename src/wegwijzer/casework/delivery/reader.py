"""Open a delivered file: sniff it, let a child process read it, hand over rows one by one."""

import io
import json
import os
import re
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from itertools import chain, islice
from typing import IO, Any

from wegwijzer.casework.delivery.limits import Limits
from wegwijzer.casework.delivery.refusing import refuse
from wegwijzer.casework.delivery.sniff import FileKind, Sniffed, sniff
from wegwijzer.kernel.text import gettext_noop as _

UNREADABLE = _(
    "Het bestand kon niet binnen de grenzen worden gelezen. "
    "Verwijder lege rijen en kolommen, of lever het als CSV."
)
REFUSALS = {
    "rows": _("Het bestand heeft meer dan %(max_rows)s rijen. Splits het in delen."),
    "columns": _(
        "Rij %(row)s heeft meer dan %(max_columns)s kolommen. Laat weg wat niet is gevraagd."
    ),
    "cell": _("Rij %(row)s bevat een cel met te veel tekst. Kort die in en lever opnieuw."),
    "text": _("Het bestand bevat te veel tekst. Splits het in delen."),
    "quote": _(
        "Rij %(row)s bevat een aanhalingsteken dat nergens sluit. Verbeter de rij of lever XLSX."
    ),
    "broken": _("Het bestand is beschadigd. Open het in uw eigen programma en sla het opnieuw op."),
    "memory": UNREADABLE,
}
NO_ROWS = _("Het bestand heeft geen rijen. Kies een bestand met een kopregel.")
NO_HEADER = _(
    "De eerste rij bevat gegevens in plaats van namen. Zet boven elke kolom een naam en lever "
    "het bestand opnieuw."
)
MORE_SHEETS = _("Het bestand heeft meer bladen. Alleen het eerste zichtbare blad is gelezen.")
TITLE_SKIPPED = _("Boven de namen van de kolommen staat een titel. Die is overgeslagen.")
OTHER_NAME = _("De naam van het bestand past niet bij wat erin staat. De inhoud is gelezen.")
# Waiting for the child to begin costs time too, and is not its own.
PATIENCE = 5
LONGEST_NAME = 80


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
    warnings: tuple[str, ...] = ()


@contextmanager
def open_delivery(
    data: bytes,
    *,
    filename: str = "",
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Iterator[Table]:
    """Read a file, or refuse it with a sentence; errors in later rows are raised while reading.

    Raises ``Invalid(field="file")``. The child process is ended in any case; who is slow to take
    the rows keeps it waiting, and that does not count as its time.
    """
    found = sniff(data, limits)
    child = _start(found, data, limits)
    try:
        assert child.stdout is not None
        lines = _lines(child.stdout, limits)
        about = next(lines)
        titles, rows = _below_title(_rows(chain([about], lines), limits))
        first = next(rows, None)
        if first is None:
            raise refuse(NO_ROWS)
        warnings = (*found.warnings, *_warnings(found.kind, about, filename))
        yield Table(
            found.kind,
            _columns(first),
            _no_more(rows, limits),
            found.encoding,
            found.delimiter,
            (TITLE_SKIPPED, *warnings) if titles else warnings,
        )
    finally:
        _end(child)


def _start(found: Sniffed, data: bytes, limits: Limits) -> subprocess.Popen[bytes]:
    """Start the child on a copy of the file that never lies on a disk."""
    told = [found.kind.value, found.encoding or "-", found.delimiter or "-"]
    with _in_memory() as copy:
        copy.write(data)
        copy.seek(0)
        return subprocess.Popen(  # noqa: S603 - our own module, our own arguments
            [
                *(sys.executable, "-P", "-B", "-m", "wegwijzer.casework.delivery.child"),
                *(*told, json.dumps(asdict(limits))),
            ],
            stdin=copy,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd="/",
            env={"PYTHONPATH": _code_path(), "LANG": "C.UTF-8"},
        )


def _code_path() -> str:
    """Return where our code is found, in full, since the child stands in another folder."""
    return os.pathsep.join(os.path.abspath(place) for place in sys.path if place)


def _in_memory() -> IO[bytes]:
    """Return a file for the child to read that never lies on a disk, where the system has that."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("delivery"), "w+b")
    return tempfile.TemporaryFile()


class _Patient(io.RawIOBase):
    """What a child writes; waiting for it ends when the time is up, and then it is refused."""

    def __init__(self, pipe: IO[bytes], seconds: float) -> None:
        self._fd, self._left = pipe.fileno(), seconds
        self._poll = select.poll()
        self._poll.register(self._fd, select.POLLIN)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        started = time.monotonic()
        ready = self._left > 0 and self._poll.poll(self._left * 1_000)
        self._left -= time.monotonic() - started
        if not ready:
            raise refuse(UNREADABLE)
        piece = os.read(self._fd, len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def _lines(pipe: IO[bytes], limits: Limits) -> Iterator[Any]:
    """Yield what the child tells, line by line; a child that breaks off is refused."""
    left = limits.read_bytes + (1 << 20)
    with io.BufferedReader(_Patient(pipe, limits.seconds + PATIENCE), 1 << 18) as told:
        while left > 0 and (line := told.readline(left)):
            left -= len(line)
            try:
                yield json.loads(line)
            except ValueError:
                break
    raise refuse(UNREADABLE)


def _rows(lines: Iterator[Any], limits: Limits) -> Iterator[Row]:
    for told in lines:
        match told:
            case [int(number), [*values]] if all(type(value) is str for value in values):
                yield Row(number, tuple(values))
            case {"about": {}}:
                continue
            case {"end": "ok"}:
                return
            case {"end": str(why)} if why in REFUSALS:
                raise refuse(REFUSALS[why], **_said(limits), row=told.get("row", ""))
            case _:
                raise refuse(UNREADABLE)


def _no_more(rows: Iterator[Row], limits: Limits) -> Iterator[Row]:
    """Yield the rows, and refuse the file at the first that is too many."""
    for count, row in enumerate(rows, start=1):
        if count > limits.max_rows:
            raise refuse(REFUSALS["rows"], **_said(limits))
        yield row


def _said(limits: Limits) -> dict[str, str]:
    """Return the limits as people write numbers."""
    return {name: f"{value:,}".replace(",", ".") for name, value in asdict(limits).items()}


def _warnings(kind: FileKind, about: Any, filename: str) -> tuple[str, ...]:
    """Return what the partner should know of a file that can be read."""
    warnings = []
    if isinstance(about, dict) and about.get("about", {}).get("others"):
        warnings.append(MORE_SHEETS)
    ending = filename.rpartition(".")[2].lower() if "." in filename else ""
    names = {kind.value, "txt", "tsv"} if kind is FileKind.CSV else {kind.value}
    if ending and ending not in names:
        warnings.append(OTHER_NAME)
    return tuple(warnings)


# What stands in a row of data and never above a column: a day, a long number, an account, mail.
NO_NAME = re.compile(
    r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d\d-\d\d|\d{8,}|[A-Z]{2}\d\d ?[A-Z]{4}[\d ]+|[^@\s]+@\S+"
)


MOST_TITLES = 8


def _below_title(rows: Iterator[Row]) -> tuple[int, Iterator[Row]]:
    """Return how many lines of a title stand above the names of the columns, and what is below.

    A line of a title fills one cell; names are two words or more side by side, and no numbers.
    """
    seen: list[Row] = []
    for row in islice(rows, MOST_TITLES + 1):
        seen.append(row)
        if _filled(row) > 1:
            break
    titles = len(seen) - 1
    if titles > 0 and _filled(seen[-1]) > 1 and not _holds_data(seen[-1]):
        return titles, chain(seen[-1:], rows)
    return 0, chain(seen, rows)


def _filled(row: Row) -> int:
    return sum(value != "" for value in row.values)


def _holds_data(row: Row) -> bool:
    return any(value.isdecimal() or NO_NAME.fullmatch(value) for value in row.values)


def _columns(first: Row) -> tuple[str, ...]:
    """Return the names of the columns; one without a name gets its place, a double its count.

    A first row that holds data is refused: the names of columns are kept as they are, rows sealed.
    """
    if any(NO_NAME.fullmatch(value) for value in first.values):
        raise refuse(NO_HEADER)
    names: list[str] = []
    for place, value in enumerate(first.values, start=1):
        name = " ".join(value.split())[:LONGEST_NAME] or f"Kolom {place}"
        names.append(_unused(name, names))
    return tuple(names)


def _unused(name: str, names: Sequence[str]) -> str:
    """Return the name, with a count when another column has it."""
    count, unused = 1, name
    while unused in names:
        count += 1
        unused = f"{name} ({count})"
    return unused


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and everything it started, and wait until it is gone."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    if child.stdout is not None:
        child.stdout.close()
