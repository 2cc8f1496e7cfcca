"""Is it still the same person: the password once more, before something delicate."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from vssid.apps.accounts.errors import TooManyTries, WrongPassword
from vssid.apps.accounts.hashing import hashing_turn, is_password
from vssid.apps.accounts.models import Account
from vssid.apps.limits.services.clear_tries import clear_tries
from vssid.apps.limits.services.try_hit import try_hit
from vssid.domain.values.actor import Actor

_KIND = "confirm_password"


def confirm_password(*, actor: Actor, password: str, now: datetime) -> None:
    """Raises WrongPassword, TooManyTries, SignInBusy. Counted apart: only a session gets here."""
    account = Account.objects.get(person_id=actor.person_id)
    subject = str(account.pk)
    with hashing_turn():
        verdict = try_hit(
            kind=_KIND,
            subject=subject,
            limit=settings.SIGN_IN_TRIES,
            window=settings.SIGN_IN_LOCK,
            now=now,
        )
        verdict.pass_or(TooManyTries, now=now)
        right = is_password(password, account.password)
    if not right:
        raise WrongPassword
    clear_tries(kind=_KIND, subject=subject)
