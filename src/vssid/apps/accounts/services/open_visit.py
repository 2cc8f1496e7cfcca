"""An officer names the visitor, the paper seen and what is asked for: from then on both have half an hour."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.counter.errors import (
    StaffTurnToOperator,
    UnknownPaper,
    UnknownVisitPurpose,
    VisitorWithoutAccount,
)
from vssid.apps.accounts.counter.rules import visit_rules
from vssid.apps.accounts.counter.untold import require_due
from vssid.apps.accounts.counter.visits import (
    Paper,
    Purpose,
    count_visit,
    log_visit,
    require_stranger,
    tell_of_visit,
    visit_id,
)
from vssid.apps.accounts.models import Account, CounterVisit
from vssid.apps.accounts.policies import may_start_reset
from vssid.apps.accounts.roles import staff_roles
from vssid.apps.people.errors import NobodyOnRecord
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, marked
from vssid.domain.values.sentence import Sentence

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="counter")
_ASKED = {
    Purpose.PASSWORD: Sentence(marked("a new password was started")),
    Purpose.PASSKEY: Sentence(marked("confirming a passkey was started")),
    Purpose.FACTORS: Sentence(marked("removing lost passkeys and the app was started")),
    Purpose.PAYOUT: Sentence(marked("opening the payout account to changes again was started")),
}


def open_visit(*, actor: Actor, number: str, paper: str, purpose: str, now: datetime) -> str:
    """The public id of the visit. The visitor is told on every contact, and reads the look in the log.

    Not inside a transaction: tries count, found or not. Raises NotAllowed, UnknownPaper, UnknownVisitPurpose,
    TooManyVisits, NobodyOnRecord, VisitorWithoutAccount, StaffTurnToOperator, OwnVisit, FamilyVisit,
    NothingClosed, SeenTooSoon, or what is wrong with the number.
    """
    if not may_start_reset(actor):
        raise NotAllowed
    if paper not in set(Paper):
        raise UnknownPaper(field="paper")
    if purpose not in set(Purpose):
        raise UnknownVisitPurpose(field="purpose")
    count_visit(actor, now)
    person_id = find_person(_LOOKING_UP, number)
    if person_id is None:
        raise NobodyOnRecord(field="number")
    require_stranger(actor, person_id)
    account = Account.objects.filter(person_id=person_id, is_active=True).first()
    if account is None:
        raise VisitorWithoutAccount(field="number")
    if purpose == Purpose.FACTORS and account.role in staff_roles():
        raise StaffTurnToOperator
    if purpose == Purpose.PAYOUT:
        require_due(account.pk, now=now)
    with transaction.atomic():
        visit = CounterVisit.objects.create(
            person_id=person_id,
            opened_at=now,
            expires_at=now + visit_rules().lasts,
            officer=actor.id,
            office_code=actor.office,
            paper=paper,
            purpose=purpose,
        )
        log_visit(actor, person_id, action="read", now=now)
        tell_of_visit(actor, person_id, _ASKED[Purpose(purpose)], now=now)
    return visit_id(visit)
