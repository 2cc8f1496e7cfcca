"""How often something was tried within a window."""

from django.db import models

from vssid.kit.sharding import TableRole


class Counter(models.Model):
    """``key`` is a keyed hash of what is counted; ``blocked_until`` is set when the limit was reached."""

    table_role = TableRole.LOCAL

    key = models.CharField(max_length=64, primary_key=True)
    count = models.IntegerField(default=0)
    rounds = models.IntegerField(default=0)
    window_ends = models.DateTimeField()
    blocked_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "limit_counter"
