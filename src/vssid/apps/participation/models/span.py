"""What the person's page reads."""

from django.db import models

from vssid.kit.sharding import TableRole


class Span(models.Model):
    """Spells folded by fund, employer and status (domain/ledger says how); made anew at each posting.

    ``position`` counts from the person's latest span (0), so the last twelve lie side by side. ``salary`` and
    ``job_title`` are those of the last month.
    """

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "position")
    person_id = models.BigIntegerField()
    salary = models.BigIntegerField(null=True)
    from_month = models.IntegerField()
    to_month = models.IntegerField()
    position = models.SmallIntegerField()
    fund = models.CharField(max_length=4)
    status = models.CharField(max_length=8)
    employer_code = models.CharField(max_length=30, blank=True)
    job_title = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "span"
