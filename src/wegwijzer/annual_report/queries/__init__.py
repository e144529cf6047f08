"""Read the yearly reports: their state, their texts, their figures, their editions."""

from wegwijzer.annual_report.queries.collected import (
    CollectedList,
    CollectedRow,
    list_collected,
)
from wegwijzer.annual_report.queries.editions import (
    EditionPage,
    find_public_edition,
    get_draft,
    get_edition,
    list_figures,
)
from wegwijzer.annual_report.queries.reports import (
    ChapterRow,
    EditionRow,
    ReportList,
    ReportPage,
    ReportRow,
    find_report,
    get_report,
    list_reports,
    visible_reports,
)
from wegwijzer.annual_report.queries.texts import (
    ChapterPage,
    RemarkRow,
    SectionPage,
    SectionRow,
    VersionRow,
    get_chapter,
    get_chapter_of_remark,
    get_section,
)

__all__ = [
    "ChapterPage",
    "ChapterRow",
    "CollectedList",
    "CollectedRow",
    "EditionPage",
    "EditionRow",
    "RemarkRow",
    "ReportList",
    "ReportPage",
    "ReportRow",
    "SectionPage",
    "SectionRow",
    "VersionRow",
    "find_public_edition",
    "find_report",
    "get_chapter",
    "get_chapter_of_remark",
    "get_draft",
    "get_edition",
    "get_report",
    "get_section",
    "list_collected",
    "list_figures",
    "list_reports",
    "visible_reports",
]
