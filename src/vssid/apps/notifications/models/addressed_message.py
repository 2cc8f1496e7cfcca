"""The outbox to addresses of people who have no inbox: somebody who is only about to have an account."""

import uuid

from django.db import models

from vssid.kit.sharding import TableRole


class AddressedMessage(models.Model):
    """Removed as soon as it was sent or given up: what it says is evidence nowhere and may hold a code.

    ``not_before``: the pause after a failure, and the lease of the worker that has taken the row.
    ``file_sealed``: a PDF that goes with an e-mail, in base 64.
    """

    table_role = TableRole.LOCAL

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    at = models.DateTimeField()
    not_before = models.DateTimeField(db_index=True)
    attempts = models.SmallIntegerField(default=0)
    channel = models.CharField(max_length=6)
    language = models.CharField(max_length=7)
    code = models.CharField(max_length=40)
    values_sealed = models.TextField()
    address_sealed = models.TextField()
    file_name = models.CharField(max_length=60, blank=True)
    file_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "addressed_message"
