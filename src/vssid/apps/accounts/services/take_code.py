"""Takes a code of the app or a recovery code, each once, wherever a second thing is asked for."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.assurance.tables import ProofKind
from vssid.apps.accounts.errors import WrongCode
from vssid.apps.accounts.hashing import hashing_turn
from vssid.apps.accounts.models import RecoveryCode, SecondFactor
from vssid.apps.accounts.second_factor_codes import RECOVERY_LENGTH, count_try, recovery_digest, salt_of
from vssid.apps.accounts.services.set_up_second_factor import opened_secret
from vssid.apps.limits.services.clear_tries import clear_tries
from vssid.kit.one_time_codes import step_of
from vssid.kit.typed_codes import as_typed


def take_code(*, account_id: int, code: str, now: datetime) -> ProofKind:
    """Which of the two it was. Takes no actor: between password and second thing nobody is signed in.

    Raises WrongCode, TooManyTries, SignInBusy. Must not run inside a transaction: the count would be taken
    back.
    """
    kind, subject = count_try(account_id, now)
    if _is_next_code(account_id, code, now):
        taken = ProofKind.TOTP
    elif _is_recovery_code(account_id, code, now):
        taken = ProofKind.RECOVERY_CODE
    else:
        raise WrongCode(field="code")
    clear_tries(kind=kind, subject=subject)
    return taken


def _is_next_code(account_id: int, code: str, now: datetime) -> bool:
    """Of several that bring the same code at the same moment one passes: a single statement decides."""
    factor = SecondFactor.objects.filter(account_id=account_id, enrolled_at__isnull=False).first()
    step = step_of(opened_secret(factor), as_typed(code), now=now) if factor else None
    if step is None:
        return False
    unused = SecondFactor.objects.filter(account_id=account_id, last_step__lt=step)
    return unused.update(last_step=step) == 1


def _is_recovery_code(account_id: int, code: str, now: datetime) -> bool:
    unused = RecoveryCode.objects.filter(account_id=account_id, used_at__isnull=True)
    one = unused.first()
    if one is None or len(as_typed(code)) != RECOVERY_LENGTH:
        return False
    with hashing_turn():
        digest = recovery_digest(account_id, code, salt_of(one.digest))
    return unused.filter(digest=digest).update(used_at=now) == 1
