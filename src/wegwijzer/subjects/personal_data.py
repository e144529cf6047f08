"""Which personal data is kept here, why, how long, and how it is found and erased."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import ProtectedError

from wegwijzer.kernel.personal_data import Source, register
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.subjects.indexing import reindex
from wegwijzer.subjects.models import Judgement, Statement, Subject
from wegwijzer.subjects.searching import sought_subjects

BATCH = 1_000


def find_subjects(reference: str) -> Iterator[str]:
    """Yield the reference of every record about who has this BSN, name or other number."""
    sought = sought_subjects(reference)
    if sought is not None:
        for ref in sought.values_list("ref", flat=True).iterator():
            yield str(ref)


def find_statements(reference: str) -> Iterator[str]:
    """Yield the id of every later statement about such a record."""
    sought = sought_subjects(reference)
    if sought is not None:
        rows = Statement.objects.filter(subject_id__in=sought.values("id"))
        for pk in rows.values_list("id", flat=True).iterator():
            yield str(pk)


def find_judgements(reference: str) -> Iterator[str]:
    """Yield the id of every judgement on such a record."""
    sought = sought_subjects(reference)
    if sought is not None:
        ids = set(sought.values_list("id", flat=True))
        for side in ("a_id__in", "b_id__in"):
            for ref in Judgement.objects.filter(**{side: ids}).values_list("ref", flat=True):
                yield str(ref)


def erase_subjects(moment: datetime) -> int:
    """Erase the records first processed before a moment, with all that was derived from them.

    A record on which something else still leans (an item with a later term) stays until that goes.
    """
    erased, last = 0, 0
    while True:
        rows = Subject.objects.filter(first_processed_date__lt=moment.date(), id__gt=last)
        ids = list(rows.order_by("id").values_list("id", flat=True)[:BATCH])
        if not ids:
            return erased
        last = ids[-1]
        erased += _erase(ids)


def _erase(ids: list[int]) -> int:
    try:
        return Subject.objects.filter(id__in=ids).delete()[1].get("subjects.Subject", 0)
    except ProtectedError:
        if len(ids) == 1:
            return 0
        half = len(ids) // 2
        return _erase(ids[:half]) + _erase(ids[half:])


def erase_statements(moment: datetime) -> int:
    """Erase the statements first processed before a moment; the record is what is left."""
    rows = Statement.objects.filter(first_processed_date__lt=moment.date())
    touched = set(rows.values_list("subject_id", flat=True))
    count, _counts = rows.delete()
    reindex(touched)
    return count


def erase_judgements(moment: datetime) -> int:
    """Erase nothing by itself: a judgement goes with the first of its two records."""
    return 0


def register_sources() -> None:
    """Add the tables of this context to the register of processing."""
    purpose = _("Vaststellen over wie of wat een signaal of casus gaat, en wie dezelfde is.")
    term = _("Zolang nodig; ten hoogste vijf jaar na de eerste verwerking.")
    article = "Wgs art. 1.8 lid 7 en art. 2.22"
    for model, find, erase in (
        ("subjects.Subject", find_subjects, erase_subjects),
        ("subjects.Statement", find_statements, erase_statements),
        ("subjects.Judgement", find_judgements, erase_judgements),
    ):
        register(Source(model, purpose, term, article, find, erase))
