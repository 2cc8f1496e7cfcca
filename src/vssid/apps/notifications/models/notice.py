"""What a person was told: one event, once."""

from django.db import models

from vssid.kit.sharding import TableRole


class Notice(models.Model):
    """A row of somebody's inbox; its text is made when it is read, from the catalogue and ``values``.

    ``person_id`` reads it, ``about_id`` is whom it is about (a child, or the reader). ``seq`` is a keyed hash
    of event and reader: the same event cannot stand twice. ``version`` is the ``since`` of the message.
    ``digest_on``: its pointers go out with that day's digest. ``values`` is JSON sealed with
    ``table="notice", pk="<person_id>,<month>,<seq>"``.
    """

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "month", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    about_id = models.BigIntegerField()
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    version = models.DateField()
    forget_on = models.DateField()
    digest_on = models.DateField(null=True)
    month = models.IntegerField()
    code = models.CharField(max_length=40)
    topic = models.CharField(max_length=10)
    values_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "notice"
        indexes = [models.Index(fields=["forget_on"], name="notice_forget")]
