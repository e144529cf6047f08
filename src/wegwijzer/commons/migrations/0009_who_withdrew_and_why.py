"""Keep for which region a definition was proposed, and who withdrew it, when and why."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("commons", "0008_chances_by_region"),
        ("network", "0003_second_step_reset"),
    ]

    operations = [
        migrations.AddField(
            model_name="termversion",
            name="region",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.region",
            ),
        ),
        migrations.AddField(
            model_name="termversion",
            name="withdrawn_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="termversion",
            name="withdrawn_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="termversion",
            name="withdrawn_in",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.region",
            ),
        ),
        migrations.AddField(
            model_name="termversion",
            name="withdrawn_reason",
            field=models.TextField(blank=True),
        ),
    ]
