"""That a use of a person's data was limited on their request."""

from django.db import models
from django.db.models import Q

from vssid.kit.sharding import TableRole


class Restriction(models.Model):
    """``case``: the number of the case that decided; ``until`` is None while it stands, ``lifted_by`` the
    case that ended it. ``seq`` grows."""

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    purpose = models.CharField(max_length=20)
    case = models.CharField(max_length=32)
    lifted_by = models.CharField(max_length=32, blank=True)

    class Meta:
        db_table = "restriction"
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "purpose"], name="restriction_one", condition=Q(until=None)
            )
        ]
