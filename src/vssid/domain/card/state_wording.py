"""What a card's state means, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vssid.domain.card.entitlement import CardFacts, CardState, state
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence

VALID = marked("Valid until %(day)s.")
VALID_WITHOUT_END = marked("Valid, without an end date.")
EXPIRING = marked("Valid until %(day)s. It ends soon.")
EXPIRED = marked("This card ended on %(day)s.")
FUTURE = marked("This card is valid from %(day)s.")
WITHDRAWN = marked("This card was withdrawn on %(day)s.")
REPLACED = marked("This card was replaced by another one.")
NO_CARD = marked("There is no health-insurance card on record.")

SHOW_IT = marked("Show it, or say the number, when you go for treatment.")
RENEW = marked(
    "Most cards are renewed by the employer, school or social-insurance office. "
    "If you pay for it yourself, pay before it ends: a long break can bring a wait of 30 days."
)
JOIN_AGAIN = marked(
    "It does not pay for treatment now. Ask your employer, school or social-insurance office about a new one."
)
WAIT = marked("It does not pay for treatment before that day.")
ASK_WHY = marked("It does not pay for treatment now. If this is wrong, ask your social-insurance office.")
USE_THE_NEW_ONE = marked("Use the new card. If you do not see it here, ask your social-insurance office.")
HOW_TO_JOIN = marked("Ask your employer, school or social-insurance office how you can be insured.")


@dataclass(frozen=True, slots=True)
class StateWording:
    finding: Sentence
    to_do: Sentence


def state_wording(card: CardFacts | None, today: date) -> StateWording:
    """The words for the card shown, or for having none. ``day`` is a date."""
    if card is None:
        return StateWording(Sentence(NO_CARD), Sentence(HOW_TO_JOIN))
    match state(card, today):
        case CardState.VALID if card.last_day == date.max:
            return StateWording(Sentence(VALID_WITHOUT_END), Sentence(SHOW_IT))
        case CardState.VALID:
            return _on(card.last_day, VALID, SHOW_IT)
        case CardState.EXPIRING:
            return _on(card.last_day, EXPIRING, RENEW)
        case CardState.EXPIRED:
            return _on(card.last_day, EXPIRED, JOIN_AGAIN)
        case CardState.FUTURE:
            return _on(card.valid_from, FUTURE, WAIT)
        case CardState.WITHDRAWN:
            return _on(card.withdrawn_on, WITHDRAWN, ASK_WHY)
        case CardState.REPLACED:
            return StateWording(Sentence(REPLACED), Sentence(USE_THE_NEW_ONE))


def _on(day: date | None, finding: str, to_do: str) -> StateWording:
    return StateWording(Sentence(finding, {"day": day}), Sentence(to_do))
