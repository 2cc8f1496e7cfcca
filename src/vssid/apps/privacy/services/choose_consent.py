"""A person agrees to a use of their data, or no longer does; what rested on it goes."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.consents.purposes import Asked, Purpose, uses
from vssid.apps.consents.services.give_consent import give_consent, withdraw_consent
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.notifications.services.forget_reader import forget_browsers
from vssid.apps.privacy.errors import TooManyChanges
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound

CHANGES_A_DAY = 20


def choose_consent(*, actor: Actor, purpose: str, agree: bool, now: datetime) -> None:
    """``purpose``: a code of ``consents.toml``. Not within a transaction: changes count. Raises NotFound
    for a purpose nobody is asked about here, TooManyChanges."""
    if actor.person_id is None:
        raise NotAllowed
    require(actor, Act.PREFERENCES)
    asked = {str(use.purpose): use for use in uses().values() if use.asked is not None}
    use = asked.get(purpose)
    if use is None or (agree and use.asked is not Asked.PAGE):
        raise NotFound
    verdict = try_hit(
        kind="consents",
        subject=str(actor.person_id),
        limit=CHANGES_A_DAY,
        window=timedelta(days=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManyChanges, now=now)
    with transaction.atomic():
        if agree:
            give_consent(actor=actor, purpose=use.purpose, now=now)
            return
        withdraw_consent(actor=actor, purpose=use.purpose, now=now)
        if use.purpose is Purpose.PUSH:
            forget_browsers(person_id=actor.person_id)
