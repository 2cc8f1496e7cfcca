"""A call to somebody who asked to hear the code for a new password."""

import uuid

from django.db import models

from vssid.kit.sharding import TableRole


class RingBack(models.Model):
    """Made only for a request that matched, so the number to ring is the one the call came from.

    ``state``: a code of :class:`..vocabulary.Ring`. ``tries``: how often it was given to an agent;
    ``coded``: in which of them a code was made. ``code``: the serial of the last one, never the code.
    """

    table_role = TableRole.LOCAL

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    session = models.OneToOneField("assistant.VoiceSession", on_delete=models.CASCADE)
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="+")
    queued_at = models.DateTimeField()
    until = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    tries = models.SmallIntegerField(default=0)
    coded = models.SmallIntegerField(default=0)
    state = models.CharField(max_length=8)
    code = models.CharField(max_length=16, blank=True)
    outcome = models.CharField(max_length=20, blank=True)

    class Meta:
        db_table = "ring_back"
        indexes = [
            models.Index(fields=["queued_at"], condition=models.Q(ended_at=None), name="ring_back_due"),
        ]
