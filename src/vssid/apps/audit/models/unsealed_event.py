"""Events waiting for their seal."""

from __future__ import annotations

from typing import Self

from django.db import models

from vssid.apps.audit.models.access_event import AccessEvent
from vssid.kit.sharding import TableRole


class UnsealedEvent(models.Model):
    """Written with the event in one transaction and taken away by the sealer, so that an event is found
    however late its transaction commits and whatever time it carries."""

    table_role = TableRole.LOCAL

    pk = models.CompositePrimaryKey("bucket", "person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    written_at = models.DateTimeField(db_index=True)
    month = models.IntegerField()
    bucket = models.SmallIntegerField()

    class Meta:
        db_table = "access_unsealed"

    @classmethod
    def of(cls, event: AccessEvent) -> Self:
        return cls(
            bucket=event.bucket,
            person_id=event.person_id,
            seq=event.seq,
            month=event.month,
            written_at=event.at,
        )
