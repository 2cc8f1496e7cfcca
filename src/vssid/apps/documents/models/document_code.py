"""The check code printed on a paper, as a keyed hash."""

from django.db import models

from vssid.kit.sharding import TableRole


class DocumentCode(models.Model):
    table_role = TableRole.LOOKUP

    pk = models.CompositePrimaryKey("digest", "kind")
    digest = models.CharField(max_length=43)
    kind = models.CharField(max_length=12)
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()

    class Meta:
        db_table = "document_code"
