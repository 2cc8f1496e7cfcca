"""What lets a member of staff in beside the password."""

from django.db import models

from vssid.kit.sharding import TableRole


class SecondFactor(models.Model):
    """The secret an authenticator app shares with us. ``enrolled_at`` is None until a first code was right;
    ``last_step``: time step of the last code taken, so that none is taken twice."""

    table_role = TableRole.LOCAL

    account = models.OneToOneField(
        "accounts.Account", on_delete=models.CASCADE, primary_key=True, related_name="second_factor"
    )
    secret_sealed = models.TextField()
    last_step = models.BigIntegerField(default=0)
    enrolled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "second_factor"


class RecoveryCode(models.Model):
    """Opens the door once when the telephone is gone. Only a hash is kept, keyed and then salted and slow."""

    table_role = TableRole.LOCAL

    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=43)
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "recovery_code"
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="recovery_code_once")]


class Activation(models.Model):
    """The right to choose a password and to set up the second factor: a code given by an operator, then,
    once ``accepted_at`` is set, the way from the new password to the second factor."""

    table_role = TableRole.LOCAL

    account = models.OneToOneField(
        "accounts.Account", on_delete=models.CASCADE, primary_key=True, related_name="activation"
    )
    digest = models.CharField(max_length=43)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "staff_activation"
