"""A passkey: the device keeps the secret, we keep what checks it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.counter.visits import is_at_counter
from vssid.apps.accounts.errors import TooManyPasskeys
from vssid.apps.accounts.models import Account, Activation
from vssid.apps.accounts.selectors.factors import factors_of
from vssid.apps.accounts.services.make_recovery_codes import new_codes
from vssid.apps.accounts.services.set_up_second_factor import may_have_first_factor, refuse_on_hold
from vssid.apps.accounts.services.tell_of_factors import tell_of_factors
from vssid.domain.values.actor import Actor, Assurance
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence

MOST = 10
_LONGEST_NAME = 60


def may_add_passkey(*, actor: Actor, now: datetime) -> None:
    """Raises StepUpNeeded, TooManyPasskeys, or what keeps staff from setting up their first factor."""
    account = Account.objects.get(person_id=actor.person_id)
    factors = factors_of(account.pk)
    if len(factors.passkeys) >= MOST:
        raise TooManyPasskeys
    if not factors.any and may_have_first_factor(actor, now=now):
        return
    require(actor, factors.act)
    if not factors.any and not is_at_counter(account.person_id, now=now):
        refuse_on_hold(account.pk, actor, now=now)


def add_passkey(
    *, actor: Actor, name: str, credential: Mapping[str, object], current_key: str, now: datetime
) -> tuple[str, ...]:
    """Keeps a credential whose ceremony was checked. The recovery codes, if this is the first factor.

    In a session of high assurance the passkey is vetted: later it opens as much. Other sessions end.
    Raises what :func:`may_add_passkey` raises.
    """
    with transaction.atomic():
        may_add_passkey(actor=actor, now=now)
        account = Account.objects.select_for_update().get(person_id=actor.person_id)
        first = not factors_of(account.pk).any
        vetted = actor.fresh_assurance >= Assurance.HIGH
        data = {"name": name[:_LONGEST_NAME], "credential": credential, "vetted": vetted}
        Authenticator.objects.create(
            user_id=account.pk, type=Authenticator.Type.WEBAUTHN, data=data, created_at=now
        )
        Activation.objects.filter(account=account).delete()
        added = Sentence(marked("a passkey was added: %(name)s"), {"name": name[:_LONGEST_NAME]})
        tell_of_factors(actor=actor, what=added, current_key=current_key, now=now)
        return new_codes(account.pk) if first else ()
