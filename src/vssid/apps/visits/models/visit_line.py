"""One line of a visit's bill."""

from django.db import models

from vssid.kit.sharding import TableRole


class VisitLine(models.Model):
    """Amounts in đồng; ``quantity_milli`` in thousandths, ``benefit_rate_ppm`` in parts per million."""

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    reversal_of = models.BigIntegerField(null=True)
    quantity_milli = models.BigIntegerField(null=True)
    unit_price = models.BigIntegerField(null=True)
    amount = models.BigIntegerField(null=True)
    fund_paid = models.BigIntegerField(null=True)
    copay = models.BigIntegerField(null=True)
    line = models.IntegerField()
    benefit_rate_ppm = models.IntegerField(null=True)
    visit_id = models.CharField(max_length=40)
    kind = models.CharField(max_length=30, blank=True)
    code = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=255, blank=True)
    unit = models.CharField(max_length=30, blank=True)

    class Meta:
        db_table = "visit_line"
