"""A person asks that their account be closed. Nothing ends yet: for some days it can be kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.closings import days_to_keep
from vssid.apps.accounts.errors import ClosingHeld, StaffAccount, TooManyTries
from vssid.apps.accounts.holds import Act as Held
from vssid.apps.accounts.models import Account
from vssid.apps.accounts.roles import staff_roles
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.notifications.services.notify import notify
from vssid.apps.people.selectors.particulars import what_others_know
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit.clock import VIETNAM

_A_DAY = 3


def ask_to_close(*, actor: Actor, now: datetime) -> datetime:
    """When it closes. Asked again while it waits: the first day stands.

    Every contact is told at once, and sessions stay open: whoever did not ask this reads it wherever they
    are signed in, and keeps the account. Not within a transaction: tries count. Raises StepUpNeeded,
    StaffAccount, TooManyTries; ClosingHeld for some days after a change of password or contact and while the
    account is frozen; NotAllowed when its person has died.
    """
    if actor.kind is not ActorKind.CITIZEN or actor.person_id is None:
        raise NotAllowed
    require(actor, Act.CLOSE_ACCOUNT)
    if what_others_know(actor.person_id).died_on is not None:
        raise NotAllowed
    verdict = try_hit(
        kind="close_account", subject=str(actor.person_id), limit=_A_DAY, window=timedelta(days=1), now=now
    )
    verdict.pass_or(TooManyTries, now=now)
    return _asked(actor, actor.person_id, now)


@transaction.atomic
def _asked(actor: Actor, person_id: int, now: datetime) -> datetime:
    account = Account.objects.select_for_update().get(person_id=person_id)
    if account.closes_at is not None:
        return account.closes_at
    if account.role in staff_roles():
        raise StaffAccount
    if closed(account.pk, Held.CLOSE, now=now):
        raise ClosingHeld
    account.closes_at = now + days_to_keep()
    account.save(update_fields=["closes_at"])
    log_own_change(actor=actor, now=now)
    day = account.closes_at.astimezone(VIETNAM).date()
    notify(
        actor=actor,
        person_id=person_id,
        code="auth.closing_asked",
        values={"at": now, "day": day},
        key=now.isoformat(),
        now=now,
    )
    count_adoption(event=Adoption.CLOSING, channel=actor.channel, language=account.language, now=now)
    return account.closes_at
