"""What a person does not want to be told on a channel."""

from django.db import models

from vssid.kit.sharding import TableRole


class NoticeChoice(models.Model):
    """One departure from what is sent otherwise: ``wanted`` False is "not on this channel"."""

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "topic", "channel")
    person_id = models.BigIntegerField()
    wanted = models.BooleanField()
    topic = models.CharField(max_length=10)
    channel = models.CharField(max_length=6)

    class Meta:
        db_table = "notice_choice"
