"""The addresses of the yearly report."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from wegwijzer.web.views import annual_editions, annual_report, annual_texts

ONE = "jaarverslag/<uuid:report_id>/"
urlpatterns = [
    path("jaarverslag/", annual_report.report_list, name="annual-reports"),
    path("jaarverslag/nieuw/", annual_report.new, name="annual-report-new"),
    path(
        "jaarverslag/openbaar/<int:year>/",
        login_not_required(annual_editions.public),
        name="annual-report-public",
    ),
    path(
        "jaarverslag/openbaar/<int:year>/<slug:kind>/",
        login_not_required(annual_editions.public_file),
        name="annual-report-public-file",
    ),
    path(ONE, annual_report.report, name="annual-report"),
    path(f"{ONE}stap/<slug:event>/", annual_report.step, name="annual-report-step"),
    path(f"{ONE}openbaar/", annual_report.publish, name="annual-report-publish"),
    path(f"{ONE}terugkoppeling/", annual_report.withhold, name="annual-report-withhold"),
    path(f"{ONE}bijwerken/", annual_report.refresh, name="annual-report-refresh"),
    path(f"{ONE}verzamelen/", annual_report.collect, name="annual-report-collect"),
    path(f"{ONE}cijfers/", annual_editions.figures, name="annual-report-figures"),
    path(f"{ONE}lezen/", annual_editions.draft, name="annual-report-draft"),
    path(f"{ONE}hoofdstuk/", annual_texts.new_chapter, name="annual-chapter-new"),
    path(f"{ONE}editie/<int:number>/", annual_editions.edition, name="annual-edition"),
    path(
        f"{ONE}editie/<int:number>/<slug:kind>/",
        annual_editions.download,
        name="annual-edition-file",
    ),
    path("jaarverslag/hoofdstuk/<uuid:chapter_id>/", annual_texts.chapter, name="annual-chapter"),
    path(
        "jaarverslag/hoofdstuk/<uuid:chapter_id>/deel/",
        annual_texts.new_section,
        name="annual-section-new",
    ),
    path("jaarverslag/deel/<uuid:section_id>/", annual_texts.section, name="annual-section"),
    path("jaarverslag/deel/<uuid:section_id>/claim/", annual_texts.claim, name="annual-claim"),
    path(
        "jaarverslag/deel/<uuid:section_id>/opmerking/", annual_texts.remark, name="annual-remark"
    ),
    path(
        "jaarverslag/opmerking/<uuid:remark_id>/", annual_texts.resolve, name="annual-remark-done"
    ),
]
