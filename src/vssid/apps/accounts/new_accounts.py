"""The row of a new account: one a person, however many open it at once."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import IntegrityError, transaction

from vssid.apps.accounts.errors import AccountExists
from vssid.apps.accounts.models import Account


def create_account(*, person_id: int, now: datetime, **columns: object) -> None:
    """Raises AccountExists, also when somebody else was a moment faster; the transaction around stays good.

    A look beforehand cannot tell: the other's account is seen by nobody until it is committed.
    """
    try:
        with transaction.atomic():
            Account.objects.create(
                username=secrets.token_hex(16), person_id=person_id, opened_at=now, **columns
            )
    except IntegrityError as error:
        if Account.objects.filter(person_id=person_id).exists():
            raise AccountExists from error
        raise
