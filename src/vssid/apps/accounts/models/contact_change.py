"""A new telephone number or e-mail address on its way."""

from django.db import models

from vssid.kit.sharding import TableRole


class ContactChange(models.Model):
    """One at a time for an account and channel. ``value_sealed`` with ``table="contact_change",
    pk="<account>,<channel>"``. ``effective_at``: set once the new address is proved, and later than that when
    the old one did not confirm; until then the change can be stopped."""

    table_role = TableRole.LOCAL
    sealed_at = ("account_id", "channel")
    sealed_under = "account:{account_id}"

    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="contact_changes")
    channel = models.CharField(max_length=6)
    value_sealed = models.TextField()
    begun_at = models.DateTimeField()
    effective_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "contact_change"
        constraints = [models.UniqueConstraint(fields=["account", "channel"], name="contact_change_one")]
        indexes = [models.Index(fields=["effective_at"], name="contact_change_due")]
