"""Takes the national e-ID off an account, unless nobody could get in any more."""

from __future__ import annotations

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.errors import LastWayIn
from vssid.apps.accounts.models import Account
from vssid.apps.accounts.national_eid import PROVIDER
from vssid.apps.accounts.selectors.factors import own_factors
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.notifications.services.notify import notify
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound


def unlink_eid(*, actor: Actor, now: datetime) -> None:
    """As any other change of the ways in. Raises StepUpNeeded, LastWayIn, NotFound when nothing is linked."""
    if actor.person_id is None:
        raise NotAllowed
    factors = own_factors(actor)
    require(actor, factors.act)
    with transaction.atomic():
        account = Account.objects.select_for_update().get(person_id=actor.person_id)
        if not account.has_usable_password() and not factors.passkeys:
            raise LastWayIn
        gone, _ = SocialAccount.objects.filter(provider=PROVIDER, user=account).delete()
        if not gone:
            raise NotFound
        log_own_change(actor=actor, now=now)
        notify(
            actor=actor,
            person_id=actor.person_id,
            code="auth.eid_unlinked",
            values={"at": now},
            key=now.isoformat(),
            now=now,
        )
