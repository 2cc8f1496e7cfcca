"""The chain over the access log."""

from django.db import models

from vssid.kit.sharding import TableRole


class Seal(models.Model):
    """Link ``position`` (from 1) of a bucket's chain: SHA-256 of the previous hash and the event's
    canonical form, as 64 hexadecimal digits. Positions follow the order of sealing, not of ``seq``."""

    table_role = TableRole.LOCAL

    pk = models.CompositePrimaryKey("bucket", "position")
    bucket = models.SmallIntegerField()
    position = models.BigIntegerField()
    person_id = models.BigIntegerField()
    month = models.IntegerField()
    seq = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "access_seal"
        constraints = [
            models.UniqueConstraint(fields=["bucket", "person_id", "seq"], name="access_seal_event_once")
        ]


class Checkpoint(models.Model):
    """The heads of all buckets at a moment, signed; a copy is kept in a second place."""

    table_role = TableRole.LOCAL

    at = models.DateTimeField()
    heads = models.JSONField()
    signature = models.CharField(max_length=128)

    class Meta:
        db_table = "access_checkpoint"
