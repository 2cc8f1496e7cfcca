from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0022_activation_tries'),
    ]

    operations = [
        migrations.CreateModel(
            name='ClosedAccount',
            fields=[
                ('person_id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('closed_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'closed_account',
            },
        ),
    ]
