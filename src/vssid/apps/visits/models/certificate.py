"""A sick-leave or similar certificate issued at a visit (Circular 56/2017/TT-BYT)."""

from django.db import models

from vssid.kit.sharding import TableRole


class Certificate(models.Model):
    """``from_date``/``to_date`` inclusive days of leave."""

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    reversal_of = models.BigIntegerField(null=True)
    issued_on = models.DateField(null=True)
    from_date = models.DateField(null=True)
    to_date = models.DateField(null=True)
    visit_id = models.CharField(max_length=40)
    serial = models.CharField(max_length=40)
    kind = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=20, blank=True)

    class Meta:
        db_table = "certificate"
