"""What stops a change of the account benefits are paid into."""

from __future__ import annotations

from vssid.domain.values.problem import Conflict, Problem, marked


class UnknownBank(Problem):
    code = "unknown_bank"
    sentence = marked(
        "This bank is not on the list. Choose one of the list, or ask at an office for another way of "
        "payment."
    )


class SamePayoutAccount(Problem):
    code = "same_payout_account"
    sentence = marked("Benefits are paid into this account already, or will be. Enter another account.")


class PayoutLocked(Conflict):
    code = "payout_locked"
    sentence = marked(
        "The payout account is locked against changes. Unlock it first; it opens 72 hours later."
    )


class HolderDiffers(Problem):
    """The bank says that the account is somebody else's."""

    code = "holder_differs"
    sentence = marked(
        "The bank has another name for this account. Benefits go to the person's own account alone: check "
        "the bank and the number, or ask at an office to be paid in another way."
    )


class HolderUnclear(Problem):
    """The bank has almost the same name; whoever types it says whether the account is their own."""

    code = "holder_unclear"
    sentence = marked(
        "The bank writes the holder's name a little differently. Check the bank and the number; confirm when "
        "the account is the person's own."
    )
    status = 409
