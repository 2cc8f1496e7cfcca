"""A benefit as decided and paid."""

from django.db import models

from vssid.kit.sharding import TableRole


class Benefit(models.Model):
    """``amount`` in đồng; ``from_date``/``to_date`` inclusive days the benefit is for.

    ``account_masked`` is sealed with ``table="benefit", pk="<person_id>,<seq>"``.
    """

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    reversal_of = models.BigIntegerField(null=True)
    amount = models.BigIntegerField(null=True)
    decision_date = models.DateField(null=True)
    from_date = models.DateField(null=True)
    to_date = models.DateField(null=True)
    paid_on = models.DateField(null=True)
    regime = models.CharField(max_length=40)
    decision_number = models.CharField(max_length=60)
    payer = models.CharField(max_length=200, blank=True)
    bank = models.CharField(max_length=120, blank=True)
    account_masked_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "benefit"
