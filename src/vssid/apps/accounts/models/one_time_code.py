"""A code sent to a telephone or mailbox, to be typed back once."""

from django.db import models

from vssid.kit.sharding import TableRole


class OneTimeCode(models.Model):
    """One row for an account and purpose: a new code takes the place of the old one. ``digest``: keyed hash
    of code, account and purpose. ``serial`` names the code in records without telling it. ``used_at``: when
    it was typed. Tries are counted in limits."""

    table_role = TableRole.LOCAL

    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="codes")
    purpose = models.CharField(max_length=12)
    channel = models.CharField(max_length=6)
    serial = models.CharField(max_length=16)
    digest = models.CharField(max_length=43)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "one_time_code"
        constraints = [models.UniqueConstraint(fields=["account", "purpose"], name="one_time_code_live")]
        indexes = [models.Index(fields=["expires_at"], name="one_time_code_end")]
