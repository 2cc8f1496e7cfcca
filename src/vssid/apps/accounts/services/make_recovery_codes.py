"""Ten codes for a lost telephone: each works once, all are new each time, and they are shown once."""

from __future__ import annotations

import secrets
from base64 import b32encode
from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.models import Account, RecoveryCode
from vssid.apps.accounts.second_factor_codes import RECOVERY_BYTES, new_salt, recovery_digest
from vssid.apps.accounts.services.tell_of_factors import tell_of_factors
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence

_CODES = 10


def make_recovery_codes(*, actor: Actor, current_key: str, now: datetime) -> tuple[str, ...]:
    """In the open this one time; those from before are worthless. Raises StepUpNeeded."""
    require(actor, Act.CHANGE_FACTORS)
    with transaction.atomic():
        account = Account.objects.select_for_update().get(person_id=actor.person_id)
        codes = new_codes(account.pk)
        made = Sentence(marked("new recovery codes were made"))
        tell_of_factors(actor=actor, what=made, current_key=current_key, now=now)
    return codes


def new_codes(account_id: int) -> tuple[str, ...]:
    """Within the caller's transaction."""
    codes = tuple(b32encode(secrets.token_bytes(RECOVERY_BYTES)).decode() for _ in range(_CODES))
    keep_codes(account_id, codes)
    return codes


def keep_codes(account_id: int, codes: tuple[str, ...]) -> None:
    salt = new_salt()
    RecoveryCode.objects.filter(account_id=account_id).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account_id=account_id, digest=recovery_digest(account_id, code, salt)) for code in codes
    )
