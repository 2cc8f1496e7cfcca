"""The one place where an outside number leads to a person, and where it is unique."""

from django.db import models

from vssid.kit.sharding import TableRole


class PersonKey(models.Model):
    """Keyed hash of a number a person has or ever had -> person.

    ``kind``: insurance, national_id, passport or card.
    """

    table_role = TableRole.LOOKUP

    pk = models.CompositePrimaryKey("digest", "kind")
    digest = models.CharField(max_length=43)
    kind = models.CharField(max_length=12)
    person_id = models.BigIntegerField()
    batch = models.IntegerField()

    class Meta:
        db_table = "person_key"
