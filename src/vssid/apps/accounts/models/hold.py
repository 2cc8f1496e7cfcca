"""Something an account may not do for a while, though it may do the rest."""

from django.db import models

from vssid.kit.sharding import TableRole


class Hold(models.Model):
    """``kind``: one of ``holds.toml``. ``until`` is None for a hold that ends only when somebody lifts it."""

    table_role = TableRole.LOCAL

    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="holds")
    kind = models.CharField(max_length=24)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        db_table = "account_hold"
        constraints = [models.UniqueConstraint(fields=["account", "kind"], name="account_hold_once")]
