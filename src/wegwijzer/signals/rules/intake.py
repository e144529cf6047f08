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
    """Return the points that the coordinator looks at; the coordinator decides, not the list.

    Each point says what is so, met or not: it is read as a finding, not as a demand.
    """
    complete = not missing_to_submit(report, subjects=subjects)
    return Verdict(
        _("Intaketoets"),
        (
            Condition(
                "complete",
                _("Alles wat nodig is om te beoordelen is ingevuld")
                if complete
                else _("Niet alles wat nodig is om te beoordelen is ingevuld"),
                _ARTICLE,
                complete,
                _("Geef het signaal terug en noem wat er ontbreekt."),
            ),
            Condition(
                "subjects",
                _("Er is genoemd over wie of wat het gaat (%(number)s)")
                if subjects
                else _("Er is niet genoemd over wie of wat het gaat"),
                "Wgs art. 2.22 lid 1",
                subjects > 0,
                _("Een verschijnsel zonder personen mag; er zijn dan geen treffers te zoeken."),
                {"number": subjects},
            ),
            _recent(report, today),
            Condition(
                "single",
                _("Er zijn andere signalen over hetzelfde fenomeen op dezelfde plaats")
                if similar
                else _("Er is geen ander signaal over hetzelfde fenomeen op dezelfde plaats"),
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
    recent = latest is not None and months <= RECENT_MONTHS.value
    return Condition(
        "recent",
        _("De waarneming is van de laatste %(most)s maanden")
        if recent
        else _("De waarneming is niet van de laatste %(most)s maanden"),
        "Wgs art. 1.8 lid 5",
        recent,
        _("Vraag of dit nog speelt; de waarneming is %(months)s maanden oud."),
        {"most": RECENT_MONTHS.value, "months": months},
    )


def _reliable(report: Report) -> Condition:
    source, information = report.source_reliability, report.information_reliability
    reliable = source not in ("", UNKNOWN_SOURCE) and information not in ("", UNKNOWN_INFORMATION)
    return Condition(
        "reliability",
        _("Bron (%(source)s) en informatie (%(information)s) zijn betrouwbaar te noemen")
        if reliable
        else _("Van bron (%(source)s) en informatie (%(information)s) is niet alles te beoordelen"),
        "Wgs art. 1.8 lid 5",
        reliable,
        _("Vraag de melder of de informatie ergens anders door wordt bevestigd."),
        {"source": source, "information": information},
    )
