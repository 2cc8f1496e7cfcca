"""Takes away a passkey, the app or the recovery codes; gives a passkey another name."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.errors import PasskeyUnnamed
from vssid.apps.accounts.models import Account, RecoveryCode, SecondFactor
from vssid.apps.accounts.selectors.factors import factors_of, passkey_id
from vssid.apps.accounts.services.tell_of_factors import tell_of_factors
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound, marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.public_ids import find_by_public_id

APP, CODES = "app", "codes"
_LONGEST_NAME = 60


def remove_factor(*, actor: Actor, factor: str, current_key: str, now: datetime) -> None:
    """``factor``: APP, CODES or the id of one of the actor's own passkeys. With the last passkey or app the
    recovery codes go too. Other sessions end. Raises StepUpNeeded, NotFound."""
    require(actor, Act.CHANGE_FACTORS)
    with transaction.atomic():
        account = Account.objects.select_for_update().get(person_id=actor.person_id)
        what = _taken_away(account.pk, factor)
        if not factors_of(account.pk).any:
            RecoveryCode.objects.filter(account_id=account.pk).delete()
        tell_of_factors(actor=actor, what=what, current_key=current_key, now=now)


def name_passkey(*, actor: Actor, factor: str, name: str) -> None:
    """Raises StepUpNeeded, NotFound, PasskeyUnnamed."""
    require(actor, Act.CHANGE_FACTORS)
    if not name.strip():
        raise PasskeyUnnamed(field="name")
    row = _own_passkey(Account.objects.get(person_id=actor.person_id).pk, factor)
    row.data["name"] = name.strip()[:_LONGEST_NAME]
    row.save(update_fields=["data"])


def _taken_away(account_id: int, factor: str) -> Sentence:
    if factor == APP:
        gone, _ = SecondFactor.objects.filter(account_id=account_id, enrolled_at__isnull=False).delete()
        what = Sentence(marked("the authenticator app was removed"))
    elif factor == CODES:
        gone, _ = RecoveryCode.objects.filter(account_id=account_id).delete()
        what = Sentence(marked("the recovery codes were removed"))
    else:
        row = _own_passkey(account_id, factor)
        what = Sentence(marked("a passkey was removed: %(name)s"), {"name": row.data["name"]})
        gone, _ = row.delete()
    if not gone:
        raise NotFound
    return what


def _own_passkey(account_id: int, factor: str) -> Authenticator:
    rows = Authenticator.objects.filter(user_id=account_id, type=Authenticator.Type.WEBAUTHN)
    found = find_by_public_id(factor, rows, passkey_id)
    if found is None:
        raise NotFound
    return found
