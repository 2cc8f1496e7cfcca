"""A health-insurance card as the agency issued it."""

from django.db import models

from vssid.kit.sharding import TableRole


class Card(models.Model):
    """``valid_from``/``valid_to`` inclusive days. ``card_number`` and ``replaced_by`` are sealed with
    ``table="card", pk="<person_id>,<seq>"``. ``seq``/``reversal_of`` as in the ledger."""

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    reversal_of = models.BigIntegerField(null=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    five_year_date = models.DateField(null=True)
    issued_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    benefit_digit = models.SmallIntegerField(null=True)
    group_code = models.CharField(max_length=2, blank=True)
    province_code = models.CharField(max_length=3, blank=True)
    facility_code = models.CharField(max_length=5, blank=True)
    area_code = models.CharField(max_length=2, blank=True)
    withdrawn_reason = models.CharField(max_length=200, blank=True)
    card_number_sealed = models.TextField()
    replaced_by_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "card"
