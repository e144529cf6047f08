"""What stands on the weighing table."""

from wegwijzer.signals.models import Weighing
from wegwijzer.signals.rules import TableState


def table_state(weighing: Weighing) -> TableState:
    """Return what the table has done so far, for the law to judge."""
    return TableState(
        fits_purpose=weighing.fits_purpose,
        criteria=frozenset(weighing.criteria.values_list("criterion", flat=True)),
        organs=len(set(weighing.attendance.values_list("participant_id", flat=True))),
    )
