"""Who belongs to whom."""

from django.db import models

from vssid.kit.sharding import TableRole


class Relation(models.Model):
    """``relative_person_id`` is the person's ``relation`` (child, parent, spouse, sibling, ward, cared_for).

    ``since``/``until`` inclusive. ``seq`` is the posting number; ``reversal_of`` the row it cancels.
    """

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    reversal_of = models.BigIntegerField(null=True)
    relative_person_id = models.BigIntegerField()
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    relation = models.CharField(max_length=10)

    class Meta:
        db_table = "relation"
