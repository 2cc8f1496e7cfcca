"""Why a line of a list opens nothing, in words for whoever made the list."""

from __future__ import annotations

from enum import StrEnum

from vssid.domain.values.problem import marked


class Why(StrEnum):
    NO_CONTACT = "no_contact"
    NOT_ON_RECORD = "unknown_reference"
    TWICE = "duplicate_key"
    DECEASED = "deceased"
    HAS_ACCOUNT = "has_account"
    CLOSED = "closed_by_owner"
    UNDER_WAY = "under_way"
    HELD = "held_by_guardian"
    NOT_OF_UNIT = "not_of_unit"
    OTHER_RECORD = "differs_from_record"
    OTHER_REGISTER = "differs_from_register"
    SHARED_CONTACT = "shared_contact"


SENTENCES = {
    Why.NO_CONTACT: marked("Telephone and e-mail are both empty. Enter one that is the person's own."),
    Why.NOT_ON_RECORD: marked("Nobody on record has this number. Check it on the card."),
    Why.TWICE: marked("Several lines have this number and other data. Keep the one that is right."),
    Why.DECEASED: marked("On record this person has died. Check the number."),
    Why.HAS_ACCOUNT: marked("This person already has an account. Leave the line out."),
    Why.CLOSED: marked("This person has closed their account: only they open another. Leave the line out."),
    Why.UNDER_WAY: marked("A registration of this person is under way. Leave the line out."),
    Why.HELD: marked("Too young for a password. A parent or guardian asks for the account, under Family."),
    Why.NOT_OF_UNIT: marked(
        "On record this person had no month with this unit in the last 12. Check the number and the unit."
    ),
    Why.OTHER_RECORD: marked("The record has another name or date of birth. Check the line on the card."),
    Why.OTHER_REGISTER: marked(
        "The population register has another name or date of birth. The person registers alone, with photos."
    ),
    Why.SHARED_CONTACT: marked(
        "Another line or account has this telephone or e-mail. Everybody needs one of their own."
    ),
}
OTHER = marked("This value does not fit its column. Write it as the list of columns says.")
"""Of a value that cannot be read: its code says more."""


def sentence_of(code: str) -> str:
    """English; to be translated when it is shown."""
    return SENTENCES[Why(code)] if code in set(Why) else OTHER
