"""The ledger row: a spell as posted."""

from django.db import models

from vssid.kit.sharding import TableRole


class Spell(models.Model):
    """Equal consecutive months of one fund, as delivered. Only ever added, unless a batch is taken back.

    ``seq`` is the posting number (batch and line); a correction adds a row with ``reversal_of`` = the
    cancelled row's ``seq`` and a row with the new values. Months are ``year * 12 + month - 1``, inclusive;
    money in đồng a month; ``coefficient_milli`` in thousandths; rates in parts per million, as delivered.
    Wide columns first: rows are smaller so.
    """

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    reversal_of = models.BigIntegerField(null=True)
    salary = models.BigIntegerField(null=True)
    allowances = models.BigIntegerField(null=True)
    from_month = models.IntegerField()
    to_month = models.IntegerField()
    rate_employee_ppm = models.IntegerField(null=True)
    rate_employer_ppm = models.IntegerField(null=True)
    coefficient_milli = models.IntegerField(null=True)
    fund = models.CharField(max_length=4)
    status = models.CharField(max_length=8)
    scale = models.CharField(max_length=9, blank=True)
    group_letter = models.CharField(max_length=4, blank=True)
    employer_code = models.CharField(max_length=30, blank=True)
    job_title = models.CharField(max_length=200, blank=True)
    workplace = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "spell"
