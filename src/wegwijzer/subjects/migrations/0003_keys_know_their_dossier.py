from django.db import migrations, models

# One statement on both databases: a key takes the dossier of its subject.
FILL = """
    UPDATE subjects_blockingkey SET dossier_id = subject.dossier_id
    FROM subjects_subject AS subject WHERE subject.id = subject_id
"""


class Migration(migrations.Migration):
    dependencies = [("subjects", "0002_records_as_rows")]

    operations = [
        # First, since to keep it up to date is most of the work of filling.
        migrations.RemoveIndex("blockingkey", "subjects_blockingkey_h"),
        migrations.AddField("blockingkey", "dossier_id", models.UUIDField(null=True)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField("blockingkey", "dossier_id", models.UUIDField()),
        migrations.AddIndex(
            "blockingkey",
            models.Index(fields=["h", "subject", "dossier_id"], name="subjects_blockingkey_place"),
        ),
    ]
