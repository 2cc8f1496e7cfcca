"""Everything a person received, latest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from vssid.apps.benefits.models import Benefit
from vssid.apps.benefits.policies import may_see_accounts, require_benefits
from vssid.apps.benefits.regimes import BenefitGroup, group_of
from vssid.domain.ledger.corrections import live
from vssid.domain.values.actor import Actor
from vssid.kit.public_ids import public_id
from vssid.kit.sealing import unseal


@dataclass(frozen=True, slots=True)
class Payment:
    """``amount`` in đồng, None unknown; ``first``/``last`` inclusive days the benefit is for.

    ``account`` is masked as the agency delivers it; texts may be empty. ``id`` may stand in an address.
    """

    id: str
    regime: str
    group: BenefitGroup
    amount: int | None
    decision_number: str
    decided_on: date | None
    first: date | None
    last: date | None
    paid_on: date | None
    payer: str
    bank: str
    account: str

    @property
    def dated(self) -> date | None:
        """The day that places the payment in time: when it was paid, else decided, else begun."""
        return self.paid_on or self.decided_on or self.first


def benefits_of(actor: Actor, person_id: int, *, today: date) -> tuple[Payment, ...]:
    """Latest first, undated last. NotFound unless they are the actor's to see; by an authorisation without
    the accounts they were paid to."""
    require_benefits(actor, person_id, on=today)
    payments = [_payment(row) for row in live(Benefit.objects.filter(person_id=person_id).order_by("seq"))]
    if not may_see_accounts(actor, person_id, on=today):
        payments = [replace(payment, bank="", account="") for payment in payments]
    return tuple(sorted(payments, key=lambda payment: payment.dated or date.min, reverse=True))


def _payment(row: Benefit) -> Payment:
    place = f"{row.person_id},{row.seq}"
    return Payment(
        id=public_id("benefit", row.person_id, row.seq),
        regime=row.regime,
        group=group_of(row.regime),
        amount=row.amount,
        decision_number=row.decision_number,
        decided_on=row.decision_date,
        first=row.from_date,
        last=row.to_date,
        paid_on=row.paid_on,
        payer=row.payer,
        bank=row.bank,
        account=unseal(row.account_masked_sealed, table="benefit", pk=place, field="account_masked"),
    )
