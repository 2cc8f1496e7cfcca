"""Two officers have seen visitor and paper: passkeys and the app that are lost stop to be asked for."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.counter.untold import hold_if_untold, reached_elsewhere
from vssid.apps.accounts.counter.visits import Purpose, become_second, log_visit, visit_to_confirm
from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import Account
from vssid.apps.accounts.resets import Decision
from vssid.apps.accounts.services.end_sessions import end_all_sessions
from vssid.apps.accounts.services.forget_factors import forget_factors
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.notifications.services.notify import notify
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound, marked
from vssid.domain.values.sentence import Sentence

_LOST = Sentence(marked("lost passkeys, the app and recovery codes were removed at the counter"))


def drop_lost_factors(*, actor: Actor, visit: str, now: datetime) -> None:
    """The account is as after a reset by code: signed out everywhere, and what matters is closed for days.

    The password stays what it is. Raises NotAllowed, NotFound, OwnVisit, FamilyVisit.
    """
    row = visit_to_confirm(actor, visit, now=now)
    with transaction.atomic():
        if row.purpose != Purpose.FACTORS or not become_second(actor, row, decision=Decision.DONE):
            raise NotFound
        account = Account.objects.select_for_update().get(person_id=row.person_id)
        forget_factors(account)
        end_all_sessions(actor=Actor(kind=ActorKind.SYSTEM, id="counter", person_id=row.person_id), now=now)
        place_hold(account_id=account.pk, kind=HoldKind.AFTER_RESET, now=now)
        hold_if_untold(account, told=reached_elsewhere(row.person_id), now=now)
        log_visit(actor, row.person_id, action="change", now=now)
        notify(
            actor=actor,
            person_id=row.person_id,
            code="auth.factors_changed",
            values={"what": _LOST, "at": now},
            key=secrets.token_hex(8),
            now=now,
        )
