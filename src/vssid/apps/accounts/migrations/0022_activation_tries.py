from django.db import migrations


class Migration(migrations.Migration):
    """Tries are counted with all other limits, for numbers nobody has too."""

    dependencies = [("accounts", "0021_source")]

    operations = [migrations.RemoveField("registration", "activation_tries")]
