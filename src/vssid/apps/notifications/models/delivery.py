"""The outbox: one pointer to send on one channel, written in the transaction of its event."""

from django.db import models

from vssid.apps.notifications.vocabulary import DeliveryState
from vssid.kit.sharding import TableRole


class Delivery(models.Model):
    """``notice_seq`` names the notice; 0 for the digest of ``digest_on``. ``seq`` is a keyed hash of notice
    and channel, and gives the Message-ID or Topic that stays the same however often it is tried.

    ``not_before``: quiet hours, the digest's hour, the pause after a failure, and the lease: a worker that
    takes the row moves it ahead, and ``attempts`` up, so that only the latest holder may finish the row.
    ``address_sealed``: where it goes when that is not what the contact book says.
    ``address_masked`` and ``text_digest`` (SHA-256) are evidence.
    """

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "month", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    notice_seq = models.BigIntegerField()
    at = models.DateTimeField()
    not_before = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    digest_on = models.DateField(null=True)
    month = models.IntegerField()
    attempts = models.SmallIntegerField(default=0)
    channel = models.CharField(max_length=6)
    code = models.CharField(max_length=40)
    state = models.CharField(max_length=8, default=DeliveryState.WAITING)
    why = models.CharField(max_length=60, blank=True)
    address_sealed = models.TextField(blank=True)
    address_masked = models.CharField(max_length=80, blank=True)
    text_digest = models.CharField(max_length=64, blank=True)

    class Meta:
        db_table = "delivery"
        indexes = [
            # the worker's question; finished rows, which are nearly all, are not in it
            models.Index(
                fields=["not_before"], name="delivery_due", condition=models.Q(state=DeliveryState.WAITING)
            ),
            models.Index(
                fields=["finished_at"], name="delivery_dead", condition=models.Q(state=DeliveryState.DEAD)
            ),
        ]
