"""Read delivered files in: what the worker does. A delivery row is the job itself.

A worker that dies loses nothing that was acknowledged: every batch is one transaction that also
says how far it is, and when the lease has passed another goes on from there. Nothing is seen until
all of it is in. ``attempts`` counts who took it up, so that one who slept cannot write any more.
"""

import gc
import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from wegwijzer.casework import judging, rules, storing
from wegwijzer.casework.delivery.mapping import suggest_mapping
from wegwijzer.casework.delivery.reader import Row, Table, open_delivery
from wegwijzer.casework.delivery.rows import GoodRow
from wegwijzer.casework.gate import enter_to_supply
from wegwijzer.casework.inserting import insert_items
from wegwijzer.casework.judging import Judge, Rejected
from wegwijzer.casework.models import Delivery, DeliveryReject, Item
from wegwijzer.casework.rows import mark_provided
from wegwijzer.casework.rules import DeliveryStatus, Keep, Tally
from wegwijzer.kernel.actor import Actor
from wegwijzer.kernel.errors import DomainError, Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.logbook.actions import record
from wegwijzer.network.queries import actor_for
from wegwijzer.subjects.actions import add_subjects

BATCH = 2_000
SHOWN_ROWS = 10
GAVE_UP = _("Het inlezen is een paar keer afgebroken. Lever het bestand in kleinere delen.")
BROKE = _("Er ging iets mis bij het inlezen. Er is niets opgenomen. Lever het bestand opnieuw.")
ONLY_HEADER = _("Het bestand heeft alleen een kopregel. Lever een bestand met rijen.")
log = logging.getLogger(__name__)


class TakenOver(Exception):
    """Another worker has this delivery now."""


@dataclass(frozen=True, slots=True)
class Job:
    """A delivery that was taken up, by whom it is delivered, and a clock that goes on."""

    delivery: Delivery
    actor: Actor
    clock: Callable[[], datetime]

    @property
    def mine(self) -> Q:
        """Return the condition that nobody else took the delivery up since."""
        return Q(id=self.delivery.id, attempts=self.delivery.attempts)


def process_next_delivery(*, now: datetime) -> bool:
    """Take up the delivery that waits longest and do what comes next; return whether there was one.

    ``now`` is when it starts; the clock goes on from there.
    """
    delivery = _take_up(now)
    if delivery is None:
        return False
    try:
        _work(delivery, now)
    except TakenOver:
        log.warning("delivery %s was taken over", delivery.id)
    except DomainError as refusal:
        _fail(delivery, refusal.message % refusal.params if refusal.params else refusal.message)
    except Exception:
        log.exception("delivery %s failed", delivery.id)
        if delivery.attempts >= rules.MOST_ATTEMPTS:
            _fail(delivery, BROKE)
    _sweep(now)
    return True


def _sweep(now: datetime) -> None:
    """Remove what is left of files whose delivery is gone, after a day."""
    kept = Delivery.objects.exclude(stored="").values_list("stored", flat=True)
    storing.sweep(set(kept), before=(now - timedelta(days=1)).timestamp())


def _take_up(now: datetime) -> Delivery | None:
    """Return the next delivery with a lease on it; one taken up too often is given up."""
    free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
    with transaction.atomic():
        rows = Delivery.objects.select_for_update(skip_locked=True, of=("self",))
        waiting = rows.filter(free, status__in=sorted(rules.FOR_THE_WORKER))
        delivery = waiting.select_related("request").order_by("received_at", "id").first()
        if delivery is None:
            return None
        reads = delivery.status in rules.TO_READ
        delivery.status = DeliveryStatus.READING if reads else DeliveryStatus.IMPORTING
        delivery.attempts += 1
        delivery.lease_until = rules.lease_end(now)
        delivery.save(update_fields=["status", "attempts", "lease_until"])
    return delivery


def _work(delivery: Delivery, now: datetime) -> None:
    if delivery.attempts > rules.MOST_ATTEMPTS:
        raise Invalid(GAVE_UP, field="file")
    started = time.monotonic()
    actor = actor_for(delivery.delivered_by_id, designation_id=delivery.designation_id, now=now)
    job = Job(delivery, actor, lambda: now + timedelta(seconds=time.monotonic() - started))
    if delivery.status == DeliveryStatus.READING:
        _read(job)
    else:
        _import(job)


@contextmanager
def _opened(job: Job) -> Iterator[Table]:
    delivery = job.delivery
    with open_delivery(storing.read(delivery.stored), filename=delivery.filename) as table:
        yield table


class Rows:
    """Every row of a file, packed as text: the child that reads must not wait for a database."""

    def __init__(self, job: Job) -> None:
        with _opened(job) as table:
            self.packed = [json.dumps((row.number, row.values)).encode() for row in table.rows]

    def batches(self, start: int) -> Iterator[list[Row]]:
        """Yield the rows from a place on, some at a time."""
        for place in range(start, len(self.packed), BATCH):
            yield [self._row(one) for one in self.packed[place : place + BATCH]]

    def _row(self, packed: bytes) -> Row:
        number, values = json.loads(packed)
        return Row(number, tuple(values))


def _read(job: Job) -> None:
    """Read the whole file once: is it sound, how many rows, and which first rows to show."""
    with _opened(job) as table:
        first = list(islice(table.rows, SHOWN_ROWS))
        total = len(first) + sum(1 for _row in table.rows)
    if total == 0:
        raise Invalid(ONLY_HEADER, field="file")
    shown = [list(row.values) for row in first]
    suggestion = suggest_mapping(table.columns, shown)
    _save(
        job,
        status=DeliveryStatus.MAPPING,
        rows_total=total,
        preview=judging.seal(job.delivery.id, shown),
        warnings=list(table.warnings),
        mapping={"columns": list(table.columns), "fields": suggestion.as_json()},
        lease_until=None,
    )


def _import(job: Job) -> None:
    """Read the rows in, batch by batch, from where it was left; publish when all of it is in."""
    delivery, request = job.delivery, job.delivery.request
    today = job.clock().date()
    entered, _request = enter_to_supply(job.actor, request.id, on=today)
    judge = judging.judge_of(delivery, entered, today)
    rows = Rows(job)
    if (
        delivery.keep == Keep.NOTHING
        and delivery.rows_done == 0
        and not _all_good(job, judge, rows)
    ):
        return
    with _without_pauses():
        for batch in rows.batches(delivery.rows_done):
            _take(job, judge, batch)
    _finish(job)


@contextmanager
def _without_pauses() -> Iterator[None]:
    """Let Python not look for rubbish: a batch makes millions of things, and no circles."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _all_good(job: Job, judge: Judge, rows: Rows) -> bool:
    """Judge every row first, where one wrong row means that nothing is taken."""
    DeliveryReject.objects.filter(delivery=job.delivery).delete()
    rejected = 0
    for batch in rows.batches(0):
        wrong = [told for told in map(judge, batch) if isinstance(told, Rejected)]
        rejected += len(wrong)
        with transaction.atomic():
            _save(job, rows_rejected=rejected, lease_until=rules.lease_end(job.clock()))
            DeliveryReject.objects.bulk_create(judging.reject_rows(job.delivery.id, wrong))
    if rejected:
        _end(job, DeliveryStatus.REJECTED)
    return rejected == 0


def _take(job: Job, judge: Judge, batch: list[Row]) -> None:
    """Write one batch, and how far that is, in one short transaction."""
    told = [judge(row) for row in batch]
    good = [one for one in told if isinstance(one, GoodRow)]
    wrong = [one for one in told if isinstance(one, Rejected)]
    now, request = job.clock(), job.delivery.request
    with transaction.atomic():
        entered, _request = enter_to_supply(job.actor, request.id, on=now.date())
        _save(
            job,
            rows_done=F("rows_done") + len(batch),
            rows_good=F("rows_good") + len(good),
            rows_rejected=F("rows_rejected") + len(wrong),
            rows_mended=F("rows_mended") + sum(bool(one.notes) for one in good),
            lease_until=rules.lease_end(now),
        )
        subjects = [one.item.subject for one in good if one.item.subject is not None]
        keys = iter(add_subjects(job.actor, entered.case.id, subjects, now=now) if subjects else ())
        items = ((one.item, next(keys) if one.item.subject is not None else None) for one in good)
        insert_items(request, items, delivery_id=job.delivery.id, now=now)
        DeliveryReject.objects.bulk_create(judging.reject_rows(job.delivery.id, wrong))


def _finish(job: Job) -> None:
    """Publish what was taken, all at once, or end with nothing."""
    job.delivery.refresh_from_db(fields=["rows_done", "rows_good", "rows_rejected"])
    told = job.delivery
    tally = Tally(told.rows_done, told.rows_good, told.rows_rejected)
    _end(job, rules.outcome_of(tally, Keep(told.keep)))


def _end(job: Job, status: DeliveryStatus) -> None:
    now, delivery = job.clock(), job.delivery
    with transaction.atomic():
        entered, request = enter_to_supply(
            job.actor, delivery.request_id, on=now.date(), to_change=True
        )
        if status is DeliveryStatus.IMPORTED:
            Item.objects.filter(delivery=delivery).update(published=True)
            mark_provided(job.actor, request, now)
        _save(job, status=status, **_emptied(now))
        record(
            job.actor,
            "casework.import_delivery",
            f"delivery:{delivery.id}",
            now=now,
            dossier_id=entered.case.id,
            outcome_of_import=status,
        )
    storing.remove(delivery.stored)


def _emptied(now: datetime) -> dict[str, Any]:
    """Return what a delivery is left with when it has ended: no file and no rows."""
    return {"stored": "", "preview": None, "lease_until": None, "finished_at": now}


def _save(job: Job, **values: Any) -> None:
    """Change the delivery, unless another worker took it up in the meantime."""
    if Delivery.objects.filter(job.mine).update(**values) == 0:
        raise TakenOver


def _fail(delivery: Delivery, sentence: str) -> None:
    """End a delivery with the sentence that says why; nothing of it is kept."""
    with transaction.atomic():
        Item.objects.filter(delivery=delivery, published=False).delete()
        mine = Delivery.objects.filter(id=delivery.id, attempts=delivery.attempts)
        now = delivery.lease_until or delivery.received_at
        mine.update(status=DeliveryStatus.FAILED, sentence=sentence, **_emptied(now))
    storing.remove(delivery.stored)
