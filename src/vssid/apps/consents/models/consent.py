"""That a person agreed to a use of their data, and until when."""

from django.db import models
from django.db.models import Q

from vssid.kit.sharding import TableRole


class Consent(models.Model):
    """A row each time somebody agreed; ``seq`` grows. ``purpose``: a code of ``consents.toml``, ``version``
    of the words that were read there. ``ended_at`` is None while it stands; ``ended_how``: withdrawn,
    renewed (they agreed to newer words) or closed (with the account)."""

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    version = models.SmallIntegerField()
    purpose = models.CharField(max_length=20)
    ended_how = models.CharField(max_length=10, blank=True)

    class Meta:
        db_table = "consent"
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "purpose"], name="consent_one", condition=Q(ended_at=None)
            )
        ]
