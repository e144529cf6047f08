"""The tables of the yearly report. Only this package reads or writes them."""

import uuid

from django.db import models
from django.db.models import Q

from wegwijzer.annual_report.rules.chapters import ChapterKind, ChapterStatus
from wegwijzer.annual_report.rules.states import ReportKind, Status


def _choices(kind: type) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in kind]  # type: ignore[attr-defined]


class Report(models.Model):
    """The report of one year, of a region, of the network or for the public.

    ``edition`` is the one that is being worked on, or the last that was frozen; ``reason`` says why
    there is a later one. ``withheld_reason`` is why the feedback of recipients is not described.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=_choices(ReportKind))
    region = models.ForeignKey("network.Region", models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=160)
    status = models.CharField(max_length=12, choices=_choices(Status), default=Status.COLLECTING)
    edition = models.PositiveSmallIntegerField(default=1)
    reason = models.TextField(blank=True)
    withheld_reason = models.TextField(blank=True)
    counted_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    approved_by = models.CharField(max_length=160, blank=True)
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="annual_report_report_region_only_of_a_region",
                condition=Q(kind=ReportKind.REGION, region__isnull=False)
                | (~Q(kind=ReportKind.REGION) & Q(region__isnull=True)),
            ),
            models.UniqueConstraint(
                fields=["year", "region"],
                name="annual_report_report_once_a_region",
                condition=Q(region__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["year", "kind"],
                name="annual_report_report_once_a_kind",
                condition=Q(region__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["-year", "kind", "id"], name="annual_report_report_list")]

    def __str__(self) -> str:
        return self.title


class Chapter(models.Model):
    """A chapter; one of a portfolio stands under that of its goal (``parent``)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, models.CASCADE, related_name="chapters", db_index=False)
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=_choices(ChapterKind))
    slug = models.CharField(max_length=64, blank=True)
    title = models.CharField(max_length=200)
    status = models.CharField(
        max_length=8, choices=_choices(ChapterStatus), default=ChapterStatus.WRITING
    )
    sent_by = models.UUIDField(null=True)
    sent_by_name = models.CharField(max_length=160, blank=True)
    sent_at = models.DateTimeField(null=True)
    approved_by_name = models.CharField(max_length=160, blank=True)
    approved_at = models.DateTimeField(null=True)
    returned_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="annual_report_chapter_not_under_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("id")),
            ),
        ]
        indexes = [models.Index(fields=["report", "position"], name="annual_report_chapter_order")]

    def __str__(self) -> str:
        return self.title


class Section(models.Model):
    """A piece of text of a chapter, with who says to be writing it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    chapter = models.ForeignKey(Chapter, models.CASCADE, related_name="sections", db_index=False)
    position = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    version = models.PositiveSmallIntegerField(default=1)
    changed_by_name = models.CharField(max_length=160)
    changed_at = models.DateTimeField()
    claimed_by = models.UUIDField(null=True)
    claimed_name = models.CharField(max_length=160, blank=True)
    claimed_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["chapter", "position"], name="annual_report_section_order")]

    def __str__(self) -> str:
        return self.heading or f"section {self.id}"


class SectionVersion(models.Model):
    """A text as somebody left it.

    One without a number collided with the work of another and was kept beside it, so that nothing
    is lost.
    """

    id = models.BigAutoField(primary_key=True)
    section = models.ForeignKey(Section, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(null=True)
    heading = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    written_by = models.UUIDField()
    written_by_name = models.CharField(max_length=160)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["section", "number"], name="annual_report_sectionversion_once"
            )
        ]

    def __str__(self) -> str:
        return f"version {self.number} of {self.section_id}"


class Remark(models.Model):
    """What somebody noticed in a section."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    section = models.ForeignKey(Section, models.CASCADE, related_name="remarks")
    text = models.TextField()
    made_by_name = models.CharField(max_length=160)
    made_at = models.DateTimeField()
    resolved_by_name = models.CharField(max_length=160, blank=True)
    resolved_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"remark on {self.section_id}"


class Taken(models.Model):
    """Something collected through the year that went into a chapter; ``source`` is kind:id."""

    id = models.BigAutoField(primary_key=True)
    report = models.ForeignKey(Report, models.CASCADE, related_name="taken", db_index=False)
    chapter = models.ForeignKey(Chapter, models.CASCADE, related_name="taken")
    source = models.CharField(max_length=120)
    taken_by_name = models.CharField(max_length=160)
    taken_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "source"], name="annual_report_taken_into_one_chapter"
            )
        ]

    def __str__(self) -> str:
        return self.source


class Figure(models.Model):
    """A number of one year, with the version of the definition by which it was counted.

    Without a region it is the total; ``edition_id`` says from which frozen edition it was taken.
    """

    id = models.BigAutoField(primary_key=True)
    report = models.ForeignKey(Report, models.CASCADE, related_name="figures", db_index=False)
    year = models.PositiveSmallIntegerField()
    slug = models.CharField(max_length=48)
    region = models.ForeignKey("network.Region", models.PROTECT, null=True, related_name="+")
    value = models.PositiveIntegerField()
    definition_version = models.PositiveSmallIntegerField()
    term_version = models.PositiveSmallIntegerField(null=True)
    edition_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "year", "slug", "region"],
                name="annual_report_figure_once_a_region",
                condition=Q(region__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["report", "year", "slug"],
                name="annual_report_figure_once",
                condition=Q(region__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.year}: {self.value}"


class Edition(models.Model):
    """A report as it was frozen: one text with its hash, never changed after."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, models.PROTECT, related_name="editions", db_index=False)
    number = models.PositiveSmallIntegerField()
    reason = models.TextField(blank=True)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    frozen_by_name = models.CharField(max_length=160)
    frozen_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    published_by_name = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="annual_report_edition_once"),
            models.CheckConstraint(
                name="annual_report_edition_later_has_a_reason",
                condition=Q(number=1) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"edition {self.number} of {self.report_id}"
