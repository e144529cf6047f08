"""Who may open which page of the yearly report: all read, few write, the heads decide."""

from tests.annual_report.made import freeze_report, make_report
from tests.web.rows import Row, to
from tests.world import NOW
from wegwijzer.annual_report import actions, queries
from wegwijzer.annual_report.rules.states import ReportKind

WRITERS = to("ria lies")
ROWS: dict[str, Row] = {
    "annual-reports": Row(),
    "annual-report-new": Row(get=WRITERS, otherwise=403),
    "annual-report-public": Row(public=True, needs="annual-public"),
    "annual-report-public-file": Row(public=True, needs="annual-public-file"),
    "annual-report": Row(needs="annual-report"),
    "annual-report-step": Row(get=WRITERS, otherwise=403, needs="annual-step"),
    "annual-report-publish": Row(post_only=True, needs="annual-report"),
    "annual-report-withhold": Row(get=WRITERS, otherwise=403, needs="annual-report"),
    "annual-report-refresh": Row(post_only=True, needs="annual-report"),
    "annual-report-collect": Row(needs="annual-report"),
    "annual-report-figures": Row(needs="annual-report"),
    "annual-report-draft": Row(needs="annual-report"),
    "annual-chapter-new": Row(get=WRITERS, otherwise=403, needs="annual-report"),
    "annual-edition": Row(needs="annual-edition"),
    "annual-edition-file": Row(needs="annual-file"),
    "annual-chapter": Row(needs="annual-chapter"),
    "annual-section-new": Row(get=WRITERS, otherwise=403, needs="annual-chapter"),
    "annual-section": Row(get=WRITERS, otherwise=403, needs="annual-section"),
    "annual-claim": Row(post_only=True, needs="annual-section"),
    "annual-remark": Row(post_only=True, needs="annual-section"),
    "annual-remark-done": Row(post_only=True, needs="annual-remark"),
}


def thing_ids(world) -> dict[str, dict]:
    """Return the ids in the addresses: a report in the making, and a frozen public one."""
    lies, ria = world.actor("lies"), world.actor("ria")
    report = make_report(lies)
    chapter = queries.get_report(lies, report, now=NOW).chapters[0].id
    section = actions.add_section(lies, chapter, body="Een tekst.", now=NOW)
    remark = actions.make_remark(ria, section, "Noem het jaartal.", now=NOW)
    frozen = make_report(lies, kind=ReportKind.PUBLIC)
    freeze_report(lies, ria, frozen)
    actions.publish_edition(ria, frozen, now=NOW)
    return {
        "annual-report": {"report_id": report},
        "annual-step": {"report_id": report, "event": "write"},
        "annual-chapter": {"chapter_id": chapter},
        "annual-section": {"section_id": section},
        "annual-remark": {"remark_id": remark},
        "annual-public": {"year": 2025},
        "annual-public-file": {"year": 2025, "kind": "csv"},
        "annual-edition": {"report_id": frozen, "number": 1},
        "annual-file": {"report_id": frozen, "number": 1, "kind": "csv"},
    }
