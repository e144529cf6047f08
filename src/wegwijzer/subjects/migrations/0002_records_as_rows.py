from typing import Any

from django.db import migrations

from wegwijzer.subjects.matching.columns import kept, row_of
from wegwijzer.subjects.matching.record import Address, OrganisationRecord, PersonRecord

KINDS = {"person": PersonRecord, "organisation": OrganisationRecord}
AT_ONCE = 2000


def as_row(kind: str, record: dict[str, Any]) -> dict[str, Any]:
    """Return a kept record in the form in which it is compared."""
    told = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in record.items()
        if name != "address"
    }
    return kept(row_of(KINDS[kind](**told, address=Address(**record.get("address", {})))))


def keep_rows(apps: Any, _schema_editor: Any) -> None:
    """Write every record of a person or an organisation as a row."""
    subject = apps.get_model("subjects", "Subject")
    last = 0
    while rows := list(
        subject.objects.filter(id__gt=last, kind__in=KINDS)
        .only("id", "kind", "record")
        .order_by("id")[:AT_ONCE]
    ):
        for row in rows:
            row.record = as_row(row.kind, row.record)
        subject.objects.bulk_update(rows, ["record"], batch_size=500)
        last = rows[-1].id


class Migration(migrations.Migration):
    dependencies = [("subjects", "0001_initial")]

    operations = [migrations.RunPython(keep_rows, migrations.RunPython.noop)]
