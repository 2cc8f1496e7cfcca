from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0018_registration_vouched'),
    ]

    operations = [
        migrations.AddField(
            model_name='account',
            name='closes_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name='account',
            index=models.Index(
                condition=models.Q(('closes_at__isnull', False)), fields=['closes_at'], name='account_closing'
            ),
        ),
    ]
