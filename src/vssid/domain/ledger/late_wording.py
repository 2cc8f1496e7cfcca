"""What may truthfully be said of a late month: who must pay it, and whether the card still works."""

from __future__ import annotations

from dataclasses import dataclass

from vssid.domain.ledger.entry import Fund
from vssid.domain.ledger.late import HealthPart, LateMonth
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence

FINDING = marked("%(month)s is not paid. It was due on %(due)s.")
EMPLOYER_MUST_PAY = marked("Your employer must pay it.")
ASK_THE_OFFICE = marked("Ask your social-insurance office how to pay it.")
CARD_WORKS = marked("Your health card still works.")
HEALTH_PAID = marked("The health part of this month is paid.")
HEALTH_UNPAID_TOO = marked(
    "The health part of this month is not paid either. "
    "Before you go for treatment, open the card to see whether it is still valid, and keep the bills."
)
ONLY_HEALTH_UNPAID = marked(
    "The health part of this month is not paid. "
    "Before you go for treatment, open the card to see whether it is still valid, and keep the bills."
)
HEALTH_NOT_ON_RECORD = marked(
    "Nothing is on record about the health part of this month. "
    "Before you go for treatment, open the card to see whether it is valid."
)


@dataclass(frozen=True, slots=True)
class LateWording:
    """``finding``: ``month`` a Month, ``due`` a date. The days late stand in :class:`.late.LateMonth`."""

    finding: Sentence
    who_pays: Sentence
    health: Sentence


def late_wording(late: LateMonth, *, card_usable: bool) -> LateWording:
    """``card_usable``: the card shown is valid today. That alone does not make “still works” true."""
    return LateWording(
        finding=Sentence(FINDING, {"month": late.month, "due": late.due}),
        who_pays=Sentence(EMPLOYER_MUST_PAY if late.employer_code else ASK_THE_OFFICE),
        health=Sentence(_health(late, card_usable)),
    )


def _health(late: LateMonth, card_usable: bool) -> str:
    match late.health:
        case HealthPart.PAID:
            return CARD_WORKS if card_usable else HEALTH_PAID
        case HealthPart.UNPAID:
            return ONLY_HEALTH_UNPAID if late.funds == (Fund.BHYT,) else HEALTH_UNPAID_TOO
        case HealthPart.NOT_ON_RECORD:
            return HEALTH_NOT_ON_RECORD
