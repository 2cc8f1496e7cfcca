"""Every step of every reset of a password, by whatever door, with the true reason nobody outside is told."""

from django.db import models

from vssid.kit.sharding import TableRole


class ResetAttempt(models.Model):
    """Only ever added. ``account`` is None when the number is nobody's; ``number`` and ``caller`` are keyed
    hashes. ``step``: request, ring, redeem or not_me; ``decision``: a code of :class:`..resets.Decision`.
    ``code``: the serial of the code sent or tried, never the code; empty when there was none.
    ``door``: web, hotline or counter; ``officer``: a pseudonym. Of a call: ``session`` and the ``edge`` it
    came through."""

    table_role = TableRole.LOCAL

    account = models.ForeignKey(
        "accounts.Account", null=True, on_delete=models.CASCADE, related_name="resets"
    )
    at = models.DateTimeField()
    step = models.CharField(max_length=8)
    decision = models.CharField(max_length=12)
    door = models.CharField(max_length=8)
    channel = models.CharField(max_length=6, blank=True)
    number = models.CharField(max_length=43)
    caller = models.CharField(max_length=43, blank=True)
    officer = models.CharField(max_length=16, blank=True)
    code = models.CharField(max_length=16, blank=True)
    session = models.CharField(max_length=32, blank=True)
    edge = models.CharField(max_length=45, blank=True)

    class Meta:
        db_table = "reset_attempt"
        indexes = [
            models.Index(fields=["account", "at"], name="reset_attempt_account"),
            models.Index(
                fields=["caller", "at"], condition=models.Q(door="hotline"), name="reset_attempt_caller"
            ),
            models.Index(fields=["at"], condition=models.Q(door="hotline"), name="reset_attempt_hotline"),
            models.Index(fields=["session"], condition=~models.Q(session=""), name="reset_attempt_session"),
        ]


class ResetCaller(models.Model):
    """A telephone number that asked for new passwords: one row, so that its calls are counted one after the
    other. ``digest``: its keyed hash. ``closed_until``: it asked for too many accounts."""

    table_role = TableRole.LOCAL

    digest = models.CharField(max_length=43, primary_key=True)
    asked_at = models.DateTimeField()
    closed_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "reset_caller"
