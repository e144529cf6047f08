"""Change the yearly report: begin, collect, write, review, approve, freeze, publish."""

from wegwijzer.annual_report.actions.chapters import (
    add_chapter,
    approve_chapter,
    drop_chapter,
    move_chapter,
    rename_chapter,
    return_chapter,
    send_chapter,
)
from wegwijzer.annual_report.actions.collecting import (
    release_result,
    take_fitting,
    take_result,
)
from wegwijzer.annual_report.actions.editions import publish_edition
from wegwijzer.annual_report.actions.reference import write_reference_report
from wegwijzer.annual_report.actions.reports import (
    count_figures,
    refresh_chapters,
    start_report,
    take_step,
    withhold_feedback,
)
from wegwijzer.annual_report.actions.texts import (
    Saved,
    add_section,
    claim_section,
    drop_section,
    make_remark,
    resolve_remark,
    save_section,
)

__all__ = [
    "Saved",
    "add_chapter",
    "add_section",
    "approve_chapter",
    "claim_section",
    "count_figures",
    "drop_chapter",
    "drop_section",
    "make_remark",
    "move_chapter",
    "publish_edition",
    "refresh_chapters",
    "release_result",
    "rename_chapter",
    "resolve_remark",
    "return_chapter",
    "save_section",
    "send_chapter",
    "start_report",
    "take_fitting",
    "take_result",
    "take_step",
    "withhold_feedback",
    "write_reference_report",
]
