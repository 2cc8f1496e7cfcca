"""Whoever turned push on for a device agreed to it: each browser asked them."""

from django.db import migrations
from django.db.models import Min

_AT_ONCE = 500


def agree(apps, schema_editor):
    subscriptions = apps.get_model("notifications", "PushSubscription").objects
    consents = apps.get_model("consents", "Consent").objects
    first = subscriptions.values("person_id").annotate(since=Min("since")).order_by("person_id")
    rows = (
        consents.model(
            person_id=one["person_id"], seq=1, purpose="push", version=1, given_at=one["since"]
        )
        for one in first.iterator(chunk_size=_AT_ONCE)
    )
    consents.bulk_create(rows, batch_size=_AT_ONCE)


class Migration(migrations.Migration):

    dependencies = [
        ('consents', '0001_initial'),
        ('notifications', '0005_addressed_message'),
    ]

    operations = [migrations.RunPython(agree, migrations.RunPython.noop)]
