from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("commons", "0004_terms_and_reports_by_person")]

    operations = [
        migrations.AddIndex(
            model_name="chance",
            index=models.Index(
                condition=Q(("is_answered", True)),
                fields=["-score", "-id"],
                name="commons_chance_answered",
            ),
        ),
    ]
