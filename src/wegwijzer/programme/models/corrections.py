"""The table of what was recorded wrongly, and set right."""

import uuid

from django.db import models

from wegwijzer.programme.models.portfolios import Portfolio
from wegwijzer.programme.rules.corrections import Entry


class SetRight(models.Model):
    """What stood there before something was set right, and why."""

    before = models.JSONField()
    reason = models.CharField(max_length=300)
    corrected_at = models.DateTimeField()
    corrected_by = models.CharField(max_length=120)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reason


class Correction(SetRight):
    """What stood there before an entry was set right; ``entry_id`` is a copy of its id."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    portfolio = models.ForeignKey(Portfolio, models.CASCADE, related_name="corrections")
    entry = models.CharField(max_length=10, choices=[(k.value, k.value) for k in Entry])
    entry_id = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="programme_correction_has_a_reason", condition=~models.Q(reason="")
            ),
        ]
        indexes = [
            models.Index(fields=["entry_id", "-corrected_at"], name="programme_correction_entry"),
        ]
