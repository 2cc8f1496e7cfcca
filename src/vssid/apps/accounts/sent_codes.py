"""What one-time codes are made of: purposes, lengths, lifetimes, and the digest that is kept."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.sealing import lookup_digest
from vssid.kit.typed_codes import new_digits

MOST_TRIES = 5


class CodePurpose(StrEnum):
    """What a code is good for, and nothing else. OLD_CONTACT proves the address that is given up."""

    SIGN_IN = "sign_in"
    STEP_UP = "step_up"
    RESET = "reset"
    NEW_CONTACT = "new_contact"
    OLD_CONTACT = "old_contact"
    PAYOUT = "payout"

    @property
    def words(self) -> Sentence:
        """After "the code to …"."""
        return Sentence(_WORDS[self])

    @property
    def lasts(self) -> timedelta:
        return timedelta(minutes=5 if self is CodePurpose.PAYOUT else 10)

    @property
    def digits(self) -> int:
        return 8 if self is CodePurpose.RESET else 6


_WORDS = {
    CodePurpose.SIGN_IN: marked("sign in"),
    CodePurpose.STEP_UP: marked("confirm that it is you"),
    CodePurpose.RESET: marked("choose a new password"),
    CodePurpose.NEW_CONTACT: marked("confirm this contact"),
    CodePurpose.OLD_CONTACT: marked("change your contact"),
    CodePurpose.PAYOUT: marked("change the payout account"),
}


def new_code(purpose: CodePurpose) -> str:
    return new_digits(purpose.digits)


def code_digest(account_id: int, purpose: CodePurpose, code: str) -> str:
    return lookup_digest("one_time_code", f"{account_id} {purpose} {code}")
