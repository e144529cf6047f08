"""Which personal data is kept here, why, how long, and how it is found and erased.

The subjects of a signal are in the register of ``subjects``; here are the texts around them.
"""

from collections.abc import Iterator
from datetime import datetime

from wegwijzer.kernel.personal_data import Source, register
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.signals.blocks import empty
from wegwijzer.signals.models import Signal
from wegwijzer.signals.rules import Status

TABLES = (
    "signals.Signal",
    "signals.SignalWord",
    "signals.IntakeCheck",
    "signals.Weighing",
    "signals.CriterionJudgement",
    "signals.Attendance",
)


def find_nothing(reference: str) -> Iterator[str]:
    """Yield nothing: a person is found through the subjects of a signal, which name its id."""
    return iter(())


def erase_signals(moment: datetime) -> int:
    """Erase the signals first processed before a moment: every text goes, the number stays."""
    rows = Signal.objects.filter(first_processed_date__lt=moment.date())
    return sum(_erase(signal) for signal in rows.exclude(status=Status.DESTROYED).iterator())


def _erase(signal: Signal) -> int:
    signal.status, signal.expires_on = Status.DESTROYED, None
    empty(signal)
    signal.save()
    return 1


def erase_with_its_signal(moment: datetime) -> int:
    """Erase nothing by itself: this goes with the signal it belongs to."""
    return 0


def register_sources() -> None:
    """Add the tables of this context to the register of processing."""
    for model in ("signals.Phenomenon", "signals.NumberSeries"):
        register(
            Source(
                model,
                _("Signalen indelen en nummeren; hierin staan geen persoonsgegevens."),
                _("Zolang Wegwijzer in gebruik is."),
                "-",
                find_nothing,
                erase_with_its_signal,
            )
        )
    for model in TABLES:
        register(
            Source(
                model,
                _("Beoordelen of een signaal aanleiding geeft tot gezamenlijke verwerking."),
                _("Niet aanvaard: een jaar na het besluit; anders ten hoogste vijf jaar."),
                "Wgs art. 1.8 lid 7 en art. 2.23 lid 1 tot en met 4",
                find_nothing,
                erase_signals if model == "signals.Signal" else erase_with_its_signal,
            )
        )
