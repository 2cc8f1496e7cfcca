"""What visitors asked about persons, until the worker has dealt with it."""

import uuid

from django.db import models

from vssid.kit.sharding import TableRole


class OutsideQuestion(models.Model):
    """Written alike whether somebody matches or not, so that asking costs and shows the same.

    ``kind``: number (send it to the contact on file) or card (note the look in the person's access log).
    ``typed_sealed`` opens with ``table="outside_question", pk=id, field="typed"``.
    """

    table_role = TableRole.LOCAL

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kind = models.CharField(max_length=6)
    asked_at = models.DateTimeField(db_index=True)
    typed_sealed = models.TextField()

    class Meta:
        db_table = "outside_question"
