"""How far a message to many has come."""

from django.db import models

from vssid.kit.sharding import TableRole


class Round(models.Model):
    """``name``: the message and its occasion, ``employer.late 2026-11``. ``after``: everybody up to this
    person has been told. ``done_at`` is None while it runs."""

    table_role = TableRole.LOCAL

    name = models.CharField(max_length=60, primary_key=True)
    after = models.BigIntegerField(default=0)
    told = models.IntegerField(default=0)
    begun_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notice_round"
