from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("signals", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(
                fields=["participant", "status", "-created_at", "-id"], name="signals_signal_own"
            ),
        ),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(
                fields=["region", "status", "-weighed_at", "-id"], name="signals_signal_weighed"
            ),
        ),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(
                condition=models.Q(("dossier_id__isnull", False)),
                fields=["dossier_id"],
                name="signals_signal_dossier",
            ),
        ),
    ]
