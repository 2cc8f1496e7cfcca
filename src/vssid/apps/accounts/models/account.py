"""Who may sign in."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from vssid.kit.sharding import TableRole


class Accounts(BaseUserManager["Account"]):
    """Django asks for a natural key; people are found by their numbers through people.selectors instead."""


class Account(AbstractBaseUser):
    """``username`` is random and never shown. ``person_id`` is the person; ``role`` citizen, or one of
    :mod:`..roles`; ``text_size`` in percent; ``theme`` auto, light or dark; ``eases`` the switches that are
    on, joined by dots (see :data:`vssid.apps.accounts.services.set_preferences.EASES`).
    ``welcomed_at``: when the short tour was read or declined. ``entrusted_until``: the last day on which an
    authorisation somebody gave to the person can stand; without one nobody asks for them. ``active_month``:
    counted from year 0, the last in which the person signed in; None before the first time.
    ``closes_at``: when the account is closed, as the person asked; until then it can be kept.
    ``imported``: it came over by file, without a password (see :class:`ImportedAccount`). ``source``: what
    brought the person, see :mod:`vssid.apps.accounts.adoption`."""

    table_role = TableRole.LOCAL

    username = models.CharField(max_length=32, unique=True)
    person_id = models.BigIntegerField(null=True, unique=True)
    role = models.CharField(max_length=10, default="citizen")
    office_code = models.CharField(max_length=8, blank=True)
    language = models.CharField(max_length=7, default="vi")
    theme = models.CharField(max_length=5, default="auto")
    text_size = models.SmallIntegerField(default=100)
    eases = models.CharField(max_length=60, blank=True)
    must_change_password = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    opened_at = models.DateTimeField()
    welcomed_at = models.DateTimeField(null=True)
    entrusted_until = models.DateField(null=True)
    active_month = models.IntegerField(null=True)
    closes_at = models.DateTimeField(null=True)
    imported = models.BooleanField(default=False)
    source = models.CharField(max_length=20, blank=True, default="")
    # the access log says when somebody signed in
    last_login = None

    objects = Accounts()
    USERNAME_FIELD = "username"

    class Meta:
        db_table = "account"
        indexes = [
            models.Index(
                fields=["closes_at"], condition=models.Q(closes_at__isnull=False), name="account_closing"
            )
        ]
