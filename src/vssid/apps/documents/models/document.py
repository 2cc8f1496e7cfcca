"""A paper issued to a person."""

from django.db import models

from vssid.kit.sharding import TableRole


class Document(models.Model):
    """``digest``: SHA-256 of the issued file. ``content_digest``: keyed hash of the facts on it, by which two
    papers that say the same are known. ``holder_masked``: ``T… T… L…``. Kinds, forms and states: kinds.py."""

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    issued_at = models.DateTimeField()
    as_of = models.DateField()
    state_changed_at = models.DateTimeField(null=True)
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=9)
    form = models.CharField(max_length=4, default="pdf")
    language = models.CharField(max_length=7)
    digest = models.CharField(max_length=64)
    content_digest = models.CharField(max_length=43)
    holder_masked = models.CharField(max_length=120)

    class Meta:
        db_table = "document"
