"""Where a person's benefits are paid, and what is on its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vssid.apps.benefits.models import PayoutAccount
from vssid.apps.benefits.payouts.banks import all_banks
from vssid.apps.benefits.payouts.lock import locked
from vssid.apps.benefits.payouts.states import Ended, PayoutState
from vssid.apps.benefits.payouts.versions import place_of
from vssid.apps.benefits.policies import may_see_accounts, require_benefits
from vssid.domain.identifiers import bank_account
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


@dataclass(frozen=True, slots=True)
class PayoutVersion:
    """``bank``: its name; ``masked``: ``…4321``. ``due_at``: of a pending one, when it may stand.
    ``ended_how`` is None while it stands or waits."""

    state: PayoutState
    bank: str
    masked: str
    asked_at: datetime
    due_at: datetime
    since: datetime | None
    ended_at: datetime | None
    ended_how: Ended | None


@dataclass(frozen=True, slots=True)
class Payouts:
    """``versions``: latest first. ``locked``: against changes; not asked where no account was ever named."""

    versions: tuple[PayoutVersion, ...]
    locked: bool

    @property
    def active(self) -> PayoutVersion | None:
        return self._in(PayoutState.ACTIVE)

    @property
    def pending(self) -> PayoutVersion | None:
        return self._in(PayoutState.PENDING)

    def _in(self, state: PayoutState) -> PayoutVersion | None:
        return next((version for version in self.versions if version.state is state), None)


def payouts_of(actor: Actor, person_id: int, *, now: datetime) -> Payouts:
    """NotFound unless the benefits are the actor's to see; nothing for whoever sees them by an authorisation.
    No number is opened further than its end."""
    require_benefits(actor, person_id, on=_day(now))
    if not may_see_accounts(actor, person_id, on=_day(now)):
        return Payouts((), locked=False)
    rows = PayoutAccount.objects.filter(person_id=person_id).order_by("-seq")
    versions = tuple(map(_version, rows))
    return Payouts(versions, locked=bool(versions) and locked(person_id, now=now))


def _day(now: datetime) -> date:
    return now.astimezone(VIETNAM).date()


def _version(row: PayoutAccount) -> PayoutVersion:
    return PayoutVersion(
        state=PayoutState(row.state),
        bank=all_banks()[row.bank].name,
        masked=bank_account.mask(place_of(row).number),
        asked_at=row.asked_at,
        due_at=row.due_at,
        since=row.since,
        ended_at=row.ended_at,
        ended_how=Ended(row.ended_how) if row.ended_how else None,
    )
