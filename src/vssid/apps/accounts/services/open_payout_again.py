"""Two officers have seen the holder again: what an untold change has closed is open."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.counter.untold import require_due
from vssid.apps.accounts.counter.visits import (
    Purpose,
    become_second,
    log_visit,
    tell_of_visit,
    visit_to_confirm,
)
from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import Account, Hold
from vssid.apps.accounts.resets import Decision
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound, marked
from vssid.domain.values.sentence import Sentence

_OPENED = Sentence(marked("the payout account can be changed again"))


def open_payout_again(*, actor: Actor, visit: str, now: datetime) -> None:
    """Other holds stay. Raises NotAllowed, NotFound, OwnVisit, FamilyVisit, SameHand, NothingClosed,
    SeenTooSoon."""
    row = visit_to_confirm(actor, visit, now=now)
    with transaction.atomic():
        account = Account.objects.select_for_update().get(person_id=row.person_id)
        require_due(account.pk, now=now)
        if row.purpose != Purpose.PAYOUT or not become_second(actor, row, decision=Decision.DONE):
            raise NotFound
        Hold.objects.filter(account=account, kind=HoldKind.UNTOLD).delete()
        log_visit(actor, row.person_id, action="change", now=now)
        tell_of_visit(actor, row.person_id, _OPENED, now=now)
