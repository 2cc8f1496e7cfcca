"""Where somebody with an account is reached: proved, not merely on file."""

from django.db import models
from django.db.models import Q

from vssid.kit.sharding import TableRole


class Contact(models.Model):
    """``channel``: sms or email. ``until`` is None while it stands; rows that have ended are the history.
    ``value_sealed`` with ``table="account_contact", pk="<account>,<digest>"``; ``digest`` finds it again.
    ``proved_how``: code, counter or import; ``ended_how``: replaced, removed, stopped."""

    table_role = TableRole.LOCAL
    sealed_at = ("account_id", "digest")
    sealed_under = "account:{account_id}"

    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="contacts")
    channel = models.CharField(max_length=6)
    digest = models.CharField(max_length=43)
    value_sealed = models.TextField()
    proved_how = models.CharField(max_length=10)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    ended_how = models.CharField(max_length=10, blank=True)

    class Meta:
        db_table = "account_contact"
        constraints = [
            models.UniqueConstraint(fields=["digest"], name="contact_of_one", condition=Q(until=None)),
            models.UniqueConstraint(
                fields=["account", "channel"], name="contact_one_a_channel", condition=Q(until=None)
            ),
        ]
