"""The intake check: complete, recent, not double, with a word on how reliable the source is."""

from datetime import date

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Condition, Verdict
from wegwijzer.law.parameters import RECENT_MONTHS
from wegwijzer.signals.rules.report import Report, missing_to_submit

_ARTICLE = "Wgs art. 2.23 lid 1"
# Sources and information of which nothing is known: no ground to refuse, but one to ask further.
UNKNOWN_SOURCE, UNKNOWN_INFORMATION = "X", "4"


def intake_verdict(report: Report, *, subjects: int, similar: int, today: date) -> Verdict:
    """Return the points that the coordinator looks at; the coordinator decides, not the list."""
    return Verdict(
        _("Intaketoets"),
        (
            Condition(
                "complete",
                _("Alles wat nodig is om te beoordelen is ingevuld"),
                _ARTICLE,
                not missing_to_submit(report, subjects=subjects),
                _("Geef het signaal terug en noem wat er ontbreekt."),
            ),
            Condition(
                "subjects",
                _("Er is genoemd over wie of wat het gaat (%(number)s)"),
                "Wgs art. 2.22 lid 1",
                subjects > 0,
                _("Een verschijnsel zonder personen mag; er zijn dan geen treffers te zoeken."),
                {"number": subjects},
            ),
            _recent(report, today),
            Condition(
                "single",
                _("Er is geen ander signaal over hetzelfde fenomeen op dezelfde plaats"),
                "Wgs art. 2.23 lid 3 onder b",
                similar == 0,
                _("Vergelijk met de signalen hieronder (%(number)s); is het dubbel, noem dat dan."),
                {"number": similar},
            ),
            _reliable(report),
        ),
    )


def _recent(report: Report, today: date) -> Condition:
    latest = report.period_to or report.period_from
    # No end means that it still goes on.
    months = 0 if latest is None or report.period_to is None else (today - latest).days // 30
    return Condition(
        "recent",
        _("De waarneming is van de laatste %(most)s maanden"),
        "Wgs art. 1.8 lid 5",
        latest is not None and months <= RECENT_MONTHS.value,
        _("Vraag of dit nog speelt; de waarneming is %(months)s maanden oud."),
        {"most": RECENT_MONTHS.value, "months": months},
    )


def _reliable(report: Report) -> Condition:
    source, information = report.source_reliability, report.information_reliability
    return Condition(
        "reliability",
        _("Bron (%(source)s) en informatie (%(information)s) zijn betrouwbaar te noemen"),
        "Wgs art. 1.8 lid 5",
        source not in ("", UNKNOWN_SOURCE) and information not in ("", UNKNOWN_INFORMATION),
        _("Vraag de melder of de informatie ergens anders door wordt bevestigd."),
        {"source": source, "information": information},
    )
