"""Browsers that take push messages for a person."""

from django.db import models

from vssid.kit.sharding import TableRole


class PushSubscription(models.Model):
    """``seq`` is a keyed hash of the endpoint. Endpoint and keys are sealed together as JSON with
    ``table="push_subscription", pk="<person_id>,<seq>", field="subscription"``."""

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    since = models.DateTimeField()
    device = models.CharField(max_length=80, blank=True)
    subscription_sealed = models.TextField()

    class Meta:
        db_table = "push_subscription"


class PushEndpoint(models.Model):
    """Whose a browser's endpoint is: it belongs to whoever switched push on there last."""

    table_role = TableRole.LOOKUP

    pk = models.CompositePrimaryKey("digest", "kind")
    digest = models.CharField(max_length=43)
    kind = models.CharField(max_length=12)
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()

    class Meta:
        db_table = "push_endpoint"
