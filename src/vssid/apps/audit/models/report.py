"""What a person says about an entry of the log or a figure of the record."""

from django.db import models

from vssid.kit.sharding import TableRole


class Report(models.Model):
    """``kind``: not_me or wrong. ``subject``: what it is about (data group and public id). ``answer_by``: the
    day an answer is due. ``words`` is sealed with ``table="report", pk="<person_id>,<seq>"``."""

    table_role = TableRole.SCOPED
    sealed_under = "report:{person_id},{seq}"

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    answer_by = models.DateField()
    kind = models.CharField(max_length=10)
    subject = models.CharField(max_length=80)
    state = models.CharField(max_length=10)
    words_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "report"
