"""Where benefits are paid: every account there was, is, and is to be."""

from django.db import models
from django.db.models import Q

from vssid.kit.sharding import TableRole


class PayoutAccount(models.Model):
    """One version a row; ``seq`` grows with time. ``bank``: an id of ``payouts/banks.toml``.

    ``number_sealed`` with ``table="payout_account", pk="<person_id>,<seq>"``. ``holder``: what the bank said
    of the name (:class:`..ports.NameAnswer`). ``due_at``: when a pending one may stand; ``since``: when it
    did.
    """

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    since = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10)
    ended_how = models.CharField(max_length=12, blank=True)
    holder = models.CharField(max_length=12)
    bank = models.CharField(max_length=6)
    number_sealed = models.TextField()

    class Meta:
        db_table = "payout_account"
        constraints = [
            models.UniqueConstraint(
                fields=["person_id"], name="payout_account_one_pending", condition=Q(state="pending")
            ),
            models.UniqueConstraint(
                fields=["person_id"], name="payout_account_one_active", condition=Q(state="active")
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="payout_account_due", condition=Q(state="pending")),
        ]


class PayoutLock(models.Model):
    """The person wants no change of the account. ``opens_at``: set by unlocking; it stands until then."""

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    since = models.DateTimeField()
    opens_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "payout_lock"
        constraints = [
            models.UniqueConstraint(fields=["person_id"], name="payout_lock_one", condition=Q(opens_at=None))
        ]
