"""A call to the hotline."""

import uuid

from django.db import models

from vssid.kit.sharding import TableRole


class VoiceSession(models.Model):
    """LOCAL: before somebody has proved who they are, a call is nobody's. ``caller_sealed``:
    ``table="voice_session", pk=id, field="caller"``, E.164, empty when withheld; ``caller``: its keyed hash.

    ``attested``: the edge vouches for the caller's number. ``policy``: what the call was told at its start
    and is held to. ``attempt``: the last request for a new password; ``asked_at``: when, and
    ``number_masked``: the end of the number that was typed. ``ring_back_at``: when a ring-back was asked for.
    ``messages``: answers sent as text messages.
    """

    table_role = TableRole.LOCAL

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    started_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    ring_back_at = models.DateTimeField(null=True)
    seconds = models.IntegerField(null=True)
    attempt = models.SmallIntegerField(default=0)
    messages = models.SmallIntegerField(default=0)
    attested = models.BooleanField(default=False)
    call_id = models.CharField(max_length=128)
    edge = models.CharField(max_length=45, blank=True)
    dialled = models.CharField(max_length=20, blank=True)
    caller = models.CharField(max_length=43, blank=True)
    caller_sealed = models.TextField(blank=True)
    number_masked = models.CharField(max_length=12, blank=True)
    language = models.CharField(max_length=7, blank=True)
    policy = models.CharField(max_length=8)
    state = models.CharField(max_length=20)
    topic = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=20, blank=True)

    class Meta:
        db_table = "voice_session"
        indexes = [
            models.Index(fields=["started_at"], name="voice_session_started"),
            models.Index(fields=["started_at"], condition=models.Q(ended_at=None), name="voice_session_live"),
            models.Index(
                fields=["ring_back_at"],
                condition=models.Q(ring_back_at__isnull=False),
                name="voice_session_ring",
            ),
            models.Index(fields=["caller", "started_at"], name="voice_session_caller"),
        ]
