"""Keep who proposed, answered and reported by id; comments on terms; what was adapted and why."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

NOBODY = uuid.UUID(int=0)


class Migration(migrations.Migration):
    dependencies = [
        ("commons", "0003_item_stems"),
        ("network", "0001_initial"),
    ]

    operations = [
        migrations.RemoveField("adoptionreport", "changed"),
        migrations.AddField("adoption", "adapted", models.TextField(blank=True)),
        migrations.AddField("adoption", "why", models.TextField(blank=True)),
        migrations.AddField("adoptionreport", "cost", models.TextField(blank=True)),
        migrations.AddField("adoptionreport", "again", models.BooleanField(null=True)),
        migrations.AddField(
            "adoptionreport",
            "reported_by",
            models.UUIDField(default=NOBODY),
            preserve_default=False,
        ),
        migrations.AlterField("adoptionreport", "reported_at", models.DateTimeField(db_index=True)),
        migrations.RemoveField("termresponse", "answered_by"),
        migrations.AddField(
            "termresponse", "answered_by", models.UUIDField(default=NOBODY), preserve_default=False
        ),
        migrations.RemoveField("termversion", "proposed_by"),
        migrations.AddField(
            "termversion", "proposed_by", models.UUIDField(default=NOBODY), preserve_default=False
        ),
        migrations.CreateModel(
            name="TermComment",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("text", models.TextField()),
                ("said_by", models.UUIDField()),
                ("said_at", models.DateTimeField()),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.region",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="commons.termversion",
                    ),
                ),
            ],
        ),
    ]
