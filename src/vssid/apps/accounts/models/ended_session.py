"""A session that was ended while tokens made from it still run."""

from django.db import models

from vssid.kit.sharding import TableRole


class EndedSession(models.Model):
    """``session``: keyed hash of its key, as a token carries it; ``until``: when its last token has ended."""

    table_role = TableRole.LOCAL

    session = models.CharField(max_length=43, primary_key=True)
    until = models.DateTimeField()

    class Meta:
        db_table = "ended_session"
        indexes = [models.Index(fields=["until"], name="ended_session_until")]
