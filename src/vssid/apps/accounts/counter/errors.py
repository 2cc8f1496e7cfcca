"""What stops a visit to the counter."""

from __future__ import annotations

from vssid.domain.values.problem import Conflict, NotAllowed, Problem, TooMany, marked


class OwnVisit(NotAllowed):
    code = "own_visit"
    sentence = marked("This is your own account. Use the ways everybody has, or ask a colleague.")


class FamilyVisit(NotAllowed):
    code = "family_visit"
    sentence = marked("The visitor belongs to your family. A colleague serves them.")


class SameHand(NotAllowed):
    code = "same_hand"
    sentence = marked(
        "You began a new password or the removal of passkeys for this visitor lately. Another supervisor "
        "confirms this."
    )


class NothingClosed(Conflict):
    code = "nothing_closed"
    sentence = marked(
        "The payout account of this visitor is not closed by a change at the counter. There is nothing to "
        "open."
    )


class SeenTooSoon(Conflict):
    """``seen_from``: the moment from which a visit counts."""

    code = "seen_too_soon"
    sentence = marked(
        "Too early: nobody could be told of the change, so the payout account opens in a later visit, from "
        "%(seen_from)s."
    )


class VisitorWithoutAccount(Conflict):
    code = "visitor_without_account"
    sentence = marked("This person has no account. Begin a registration for them, free of charge.")


class StaffTurnToOperator(NotAllowed):
    code = "staff_turn_to_operator"
    sentence = marked("The visitor works at the agency: lost passkeys of staff are replaced by the operator.")


class UnknownPaper(Problem):
    code = "unknown_paper"
    sentence = marked("Choose the paper you have seen. Without one nothing is started.")


class UnknownVisitPurpose(Problem):
    code = "unknown_visit_purpose"
    sentence = marked("Choose what the visitor asks for.")


class TooManyVisits(TooMany):
    code = "too_many_visits"
    sentence = marked("Many visits were begun within the hour. Wait, or let a colleague go on.")


class ResetNotSent(Conflict):
    code = "reset_not_sent"
    sentence = marked(
        "No code was sent: one went out within the last two minutes, or as many as a day or month allows. "
        "Wait, or use VNeID."
    )


class PasskeyOutsideVisit(Conflict):
    code = "passkey_outside_visit"
    sentence = marked("Only a passkey that was added during this visit can be confirmed.")
