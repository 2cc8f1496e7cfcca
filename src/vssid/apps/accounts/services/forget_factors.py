"""Takes every second factor off an account: for whoever lost them, and for staff that come or go."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from vssid.apps.accounts.models import Account, RecoveryCode, SecondFactor


def forget_factors(account: Account) -> None:
    """Belongs into the transaction of what it is done for."""
    SecondFactor.objects.filter(account=account).delete()
    RecoveryCode.objects.filter(account=account).delete()
    Authenticator.objects.filter(user_id=account.pk).delete()
