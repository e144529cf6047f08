"""How much a delivered file may be, and may cost to read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, counts and seconds beyond which a file is refused.

    ``memory_mb`` and ``seconds`` bound the child process that reads; ``unpacked_bytes`` what a
    workbook may be when unpacked, since a small archive can hold a very large file; ``read_bytes``
    what the child may hand over, since a workbook can point a million times at one long text.
    """

    max_bytes: int = 50_000_000
    max_rows: int = 100_000
    max_columns: int = 200
    max_cell: int = 32_767
    unpacked_bytes: int = 400_000_000
    read_bytes: int = 150_000_000
    max_ratio: int = 200
    max_entries: int = 1_000
    memory_mb: int = 1_500
    seconds: int = 60
