"""A national e-ID that fits nobody, or several: for an officer to look at."""

import uuid

from django.db import models

from vssid.kit.sharding import TableRole


class UnmatchedEid(models.Model):
    """One an identity, however often it comes. ``why``: nobody, particulars, several or other_link.

    ``particulars_sealed`` opens with ``table="unmatched_eid", pk=id, field="particulars"``: number, name and
    birth date as the e-ID told them, in JSON. ``person_id``: whose number it is, where it is somebody's.
    ``settled_at``: when officers decided; ``granted_id``: whose account the identity may be linked with the
    next time it comes, until ``granted_until`` and while it tells the same.
    """

    table_role = TableRole.LOCAL
    sealed_under = "unmatched_eid:{id}"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    eid_digest = models.CharField(max_length=43, unique=True)
    why = models.CharField(max_length=12)
    person_id = models.BigIntegerField(null=True)
    particulars_sealed = models.TextField()
    opened_at = models.DateTimeField()
    last_tried_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    granted_id = models.BigIntegerField(null=True)
    granted_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "unmatched_eid"
        indexes = [models.Index(fields=["settled_at", "opened_at"], name="unmatched_eid_open")]
