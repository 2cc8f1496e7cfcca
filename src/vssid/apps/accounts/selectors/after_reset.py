"""What an account must show after its password was reset by a code."""

from __future__ import annotations

from datetime import datetime

from allauth.socialaccount.models import SocialAccount

from vssid.apps.accounts.models import ResetAttempt
from vssid.apps.accounts.national_eid import PROVIDER
from vssid.apps.accounts.resets import Decision, Step


def needs_eid(account_id: int) -> bool:
    """Whether a linked VNeID must be shown: a reset came after the last time it was. However long ago."""
    link = SocialAccount.objects.filter(provider=PROVIDER, user_id=account_id).first()
    if link is None:
        return False
    shown = datetime.fromisoformat(link.extra_data["auth_time"])
    done = ResetAttempt.objects.filter(account_id=account_id, step=Step.REDEEM, decision=Decision.DONE)
    return done.filter(at__gt=shown).exists()
