"""Who runs a periodic work right now."""

from django.db import models

from vssid.kit.sharding import TableRole


class Lock(models.Model):
    table_role = TableRole.LOCAL

    name = models.CharField(max_length=60, primary_key=True)
    held_until = models.DateTimeField()

    class Meta:
        db_table = "limit_lock"
