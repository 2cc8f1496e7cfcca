"""How it stands with the accounts of the children somebody answers for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from vssid.apps.accounts.models import Account, Registration
from vssid.apps.accounts.registrations.held import CHANNEL
from vssid.apps.accounts.registrations.states import WITH_OFFICE
from vssid.apps.people.policies import may_see
from vssid.domain.values.actor import Actor, Scope


@dataclass(frozen=True, slots=True)
class ChildAccount:
    """``opened_at``: None without an account; ``due_on``: the day of the answer, None when nothing was asked.
    ``mine``: asked by the actor, who may take it back."""

    opened_at: datetime | None = None
    due_on: date | None = None
    mine: bool = False


def child_accounts(actor: Actor, children: Collection[int], *, today: date) -> Mapping[int, ChildAccount]:
    """Those of ``children`` whose whole record the actor sees. Two statements, none without children."""
    seen = [one for one in children if may_see(actor, one, Scope.RECORD, on=today)]
    if not seen:
        return {}
    accounts = Account.objects.filter(person_id__in=seen).values_list("person_id", "opened_at")
    asked = Registration.objects.filter(person_id__in=seen, channel=CHANNEL, state__in=WITH_OFFICE)
    waiting = {
        row.person_id: ChildAccount(due_on=row.due_on, mine=row.guardian_id == actor.person_id)
        for row in asked.only("person_id", "due_on", "guardian_id")
    }
    opened = {person_id: ChildAccount(opened_at=at) for person_id, at in accounts}
    return {one: opened.get(one) or waiting.get(one) or ChildAccount() for one in seen}
