"""An estimate a person kept: the whole question, so that it can be asked again, and what was answered."""

from django.db import models

from vssid.kit.sharding import TableRole


class Estimate(models.Model):
    """``asked``: the question as :mod:`vssid.domain.law.estimates.keeping` writes it, months and wages
    included. ``answered``: the figures by name. ``law``: digest of the figures and rules in use then.
    ``data_as_of``: when the record was last loaded."""

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    made_at = models.DateTimeField()
    data_as_of = models.DateTimeField(null=True)
    kind = models.CharField(max_length=20)
    law = models.CharField(max_length=16)
    asked = models.JSONField()
    answered = models.JSONField()

    class Meta:
        db_table = "estimate"
