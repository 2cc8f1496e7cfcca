from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0020_imported_account")]

    operations = [
        migrations.AddField("registration", "source", models.CharField(blank=True, default="", max_length=20)),
        migrations.AddField("account", "source", models.CharField(blank=True, default="", max_length=20)),
    ]
