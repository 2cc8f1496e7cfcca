from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0019_closing")]

    operations = [
        migrations.AddField("registration", "source", models.CharField(blank=True, default="", max_length=20)),
        migrations.AddField("account", "source", models.CharField(blank=True, default="", max_length=20)),
    ]
