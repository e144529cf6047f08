"""The tables of the logbook. Only this package touches them; the database refuses changes."""

from django.db import models

from wegwijzer.logbook.rules import Outcome


class Line(models.Model):
    """One act, as text that is hashed, with the columns to find it by."""

    position = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    act = models.CharField(max_length=80)
    outcome = models.CharField(max_length=8, choices=[(o.value, o.value) for o in Outcome])
    person_id = models.UUIDField()
    participant_id = models.UUIDField()
    subject = models.CharField(max_length=80)
    dossier_id = models.UUIDField(null=True)
    body = models.TextField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["dossier_id", "-position"], name="logbook_line_dossier"),
            models.Index(fields=["person_id", "-position"], name="logbook_line_person"),
            models.Index(fields=["subject", "-position"], name="logbook_line_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.act} {self.subject}"


class Head(models.Model):
    """The position and hash of the last line; the row that a writer locks to be next."""

    id = models.SmallIntegerField(primary_key=True)
    position = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.position} {self.hash}"
