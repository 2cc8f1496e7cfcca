"""The versions of a person's account: opening and ending them. For services, in their transactions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vssid.apps.benefits.models import PayoutAccount
from vssid.apps.benefits.payouts.states import HELD, Ended, PayoutState
from vssid.apps.benefits.ports import NameAnswer
from vssid.domain.identifiers import bank_account
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.sealing import seal, unseal

_TABLE = "payout_account"


@dataclass(frozen=True, slots=True)
class Place:
    """``bank``: its id; ``number``: digits."""

    bank: str
    number: str

    @property
    def words(self) -> Sentence:
        """Without the number, for notices."""
        return Sentence(
            marked("Bank account ending in %(last)s"), {"last": bank_account.mask(self.number).lstrip("…")}
        )


def place_of(row: PayoutAccount) -> Place:
    pk = f"{row.person_id},{row.seq}"
    return Place(row.bank, unseal(row.number_sealed, table=_TABLE, pk=pk, field="number"))


def standing(person_id: int) -> dict[PayoutState, PayoutAccount]:
    """The pending and the active one, held until the transaction ends."""
    rows = PayoutAccount.objects.select_for_update().filter(
        person_id=person_id, state__in=(PayoutState.PENDING, PayoutState.ACTIVE)
    )
    return {PayoutState(row.state): row for row in rows}


def add_pending(
    person_id: int, seq: int, place: Place, holder: NameAnswer, *, now: datetime
) -> PayoutAccount:
    return PayoutAccount.objects.create(
        person_id=person_id,
        seq=seq,
        asked_at=now,
        due_at=now + HELD,
        state=PayoutState.PENDING,
        holder=holder,
        bank=place.bank,
        number_sealed=seal(place.number, table=_TABLE, pk=f"{person_id},{seq}", field="number"),
    )


def end(row: PayoutAccount, state: PayoutState, how: Ended, *, now: datetime) -> None:
    row.state, row.ended_how, row.ended_at = state, how, now
    row.save(update_fields=["state", "ended_how", "ended_at"])
