"""One person lets another look at parts of their record, for a time."""

from django.db import models

from vssid.kit.sharding import TableRole


class Delegation(models.Model):
    """``scopes``: codes of :class:`~vssid.domain.values.actor.Scope`, joined by dots. ``until`` inclusive.

    ``receiver_id`` is None when what was typed fits nobody: whoever typed it sees no difference.
    ``named_sealed``: the name as typed, ``table="delegation", pk=id, field="named"``. Nothing is open before
    ``accepted_at``. ``ended_by``: giver or receiver.
    """

    table_role = TableRole.LOCAL
    sealed_under = "delegation:{id}"

    id = models.UUIDField(primary_key=True)
    giver_id = models.BigIntegerField()
    receiver_id = models.BigIntegerField(null=True)
    offered_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    until = models.DateField()
    scopes = models.CharField(max_length=60)
    ended_by = models.CharField(max_length=8, blank=True)
    named_sealed = models.TextField()

    class Meta:
        db_table = "delegation"
        indexes = [
            models.Index(fields=["giver_id", "until"], name="delegation_given"),
            models.Index(fields=["receiver_id", "until"], name="delegation_received"),
        ]
