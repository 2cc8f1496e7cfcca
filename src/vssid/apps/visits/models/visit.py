"""One admission or consultation."""

from django.db import models

from vssid.kit.sharding import TableRole


class Visit(models.Model):
    """Amounts in đồng: ``total = fund_paid + copay + self_paid``; ``exempt_copay`` need not be paid.

    ``icd10`` and ``diagnosis`` are sealed with ``table="visit", pk="<person_id>,<seq>"``.
    """

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    reversal_of = models.BigIntegerField(null=True)
    total = models.BigIntegerField(null=True)
    fund_paid = models.BigIntegerField(null=True)
    copay = models.BigIntegerField(null=True)
    self_paid = models.BigIntegerField(null=True)
    exempt_copay = models.BigIntegerField(null=True)
    admitted_at = models.DateTimeField(null=True)
    discharged_at = models.DateTimeField(null=True)
    route_code = models.CharField(max_length=10, blank=True)
    facility_code = models.CharField(max_length=5, blank=True)
    visit_id = models.CharField(max_length=40)
    department = models.CharField(max_length=120, blank=True)
    icd10_sealed = models.TextField(blank=True)
    diagnosis_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "visit"
