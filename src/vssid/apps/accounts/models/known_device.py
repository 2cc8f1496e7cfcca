"""A device an account has signed in on before."""

from django.db import models

from vssid.kit.sharding import TableRole


class KnownDevice(models.Model):
    """``token_digest``: keyed hash of the cookie the device keeps; ``label``: what the browser says it is."""

    table_role = TableRole.LOCAL

    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="devices")
    token_digest = models.CharField(max_length=43)
    label = models.CharField(max_length=80, blank=True)
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()

    class Meta:
        db_table = "known_device"
        constraints = [models.UniqueConstraint(fields=["account", "token_digest"], name="known_device_once")]
        # one browser may know several accounts of a family: its token is renewed for all of them at once
        indexes = [models.Index(fields=["token_digest"], name="known_device_token")]
