"""What stops a sign-in or a change of the account."""

from __future__ import annotations

from vssid.domain.values.problem import Conflict, NotAllowed, Problem, TooMany, marked


class WrongNumberOrPassword(Problem):
    """Also for a number nobody has and an account that is closed: the same words for all."""

    code = "wrong_number_or_password"
    sentence = marked(
        "The number or password is wrong. A Vietnamese keyboard may change what you type: "
        "select Show to check."
    )


class WrongPassword(Problem):
    code = "wrong_password"
    sentence = marked(
        "The password is wrong. A Vietnamese keyboard may change what you type: select Show to check."
    )


class TooManyTries(TooMany):
    code = "too_many_tries"
    sentence = marked("Too many tries.")


class NetworkSlowed(TooMany):
    code = "network_slowed"
    sentence = marked(
        "Many wrong tries come from this network. The account is not locked: "
        "wait a few seconds, then try again."
    )


class SignInBusy(TooMany):
    code = "sign_in_busy"
    sentence = marked("Many people are signing in at this moment. Wait a few seconds, then try again.")


class TooManyInstallations(TooMany):
    code = "too_many_installations"
    sentence = marked("This network has told of many installations. They count again in an hour.")


class AccountExists(Problem):
    code = "account_exists"
    sentence = marked("This person already has an account.")


class ClosingHeld(Conflict):
    code = "closing_held"
    sentence = marked(
        "For three days after a change of password, telephone or e-mail, and while a report on the account "
        "is looked into, it cannot be closed. Ask again after that."
    )


class StaffAccount(Conflict):
    code = "staff_account"
    sentence = marked(
        "This account is also used for work at the agency. Once the agency has ended that work, it can be "
        "closed here."
    )


class ImportedAccountsInUse(Conflict):
    code = "imported_accounts_in_use"
    sentence = marked(
        "Accounts of this file that have been used since: %(count)s. Only their owners close them. Deliver "
        "what is wrong as a correction."
    )


class UnknownPreference(Problem):
    code = "unknown_preference"
    sentence = marked("This choice does not exist. Choose one from the list.")


class WrongCode(Problem):
    """Also for a code that was used before: the same words."""

    code = "wrong_code"
    sentence = marked("The code is wrong or was used before. Wait for the next one and type all six digits.")


class WrongActivation(Problem):
    """Also for a number nobody has and a code that has run out: the same words for all."""

    code = "wrong_activation"
    sentence = marked(
        "The number and the activation code do not belong together, or the code has ended. "
        "Ask the operator for a new one."
    )


class ActivationNeeded(NotAllowed):
    code = "activation_needed"
    sentence = marked(
        "This account has no second factor yet. Ask the operator for an activation code, then set it up."
    )


class NotStaff(NotAllowed):
    code = "not_staff"
    sentence = marked("This account does not belong to staff. Your own pages are open as before.")


class StaffElsewhere(NotAllowed):
    code = "staff_elsewhere"
    sentence = marked(
        "The staff pages do not open from this network. Work from an office, or ask the operator to add the "
        "network."
    )


class StaffOffHours(NotAllowed):
    code = "staff_off_hours"
    sentence = marked(
        "The staff pages open from %(since)s to %(until)s. Come back then, or ask the operator."
    )


class UnknownRole(Problem):
    code = "unknown_role"
    sentence = marked("This role does not exist. Choose one of the list.")


class OtherOperatorNeeded(NotAllowed):
    code = "other_operator_needed"
    sentence = marked("Another operator, who has a passkey, gives the code and is named with it.")


class AlreadyStaff(Problem):
    code = "already_staff"
    sentence = marked("This person is a member of staff already. Open the member in the list.")


class SameRole(Problem):
    code = "same_role"
    sentence = marked("This is the role and the office of today. Choose another, or ask for a new code.")


class ChangeUnderWay(Conflict):
    code = "change_under_way"
    sentence = marked("A request about this person is under way. It is finished first.")


class StaffMoved(Conflict):
    code = "staff_moved"
    sentence = marked("This person's place among the staff has changed since the request. Refuse it.")


class CodeHandedOver(Conflict):
    code = "code_handed_over"
    sentence = marked("The code was shown already, or its time is over. If it got lost, ask for a new one.")


class OwnPlace(NotAllowed):
    code = "own_place"
    sentence = marked("This is about you, or somebody of your family. A colleague does it.")


class TooManyStaffRequests(TooMany):
    code = "too_many_staff_requests"
    sentence = marked("Many people were asked for today. Go on tomorrow, or ask the operator.")


class OtherName(Problem):
    code = "other_name"
    sentence = marked("The number belongs to somebody of another name. Check both.")


class WrongPasskey(Problem):
    """Also for a passkey nobody has and an account that is closed: the same words for all."""

    code = "wrong_passkey"
    sentence = marked("This passkey does not open an account here. Choose another, or sign in another way.")


class PasskeyNotMade(Problem):
    code = "passkey_not_made"
    sentence = marked("The device made no passkey that can be used here. Try again, or use another device.")


class TooManyPasskeys(Conflict):
    code = "too_many_passkeys"
    sentence = marked("There are ten passkeys already. Remove one that is not used any more.")


class PasskeyUnnamed(Problem):
    code = "passkey_unnamed"
    sentence = marked("Enter a name by which you know the passkey again.")


class AppExists(Conflict):
    code = "app_exists"
    sentence = marked("An authenticator app is set up already. Remove it first to set up another.")


class TooManyEidStarts(TooMany):
    code = "too_many_eid_starts"
    sentence = marked("Signing in with VNeID was started many times from this network.")


class TooManyEidMatches(TooMany):
    code = "too_many_eid_matches"
    sentence = marked("This VNeID was held against our records several times without success.")


class EidUnmatched(NotAllowed):
    """Nobody, somebody who differs, or several: the same words, and an officer looks at it."""

    code = "eid_unmatched"
    sentence = marked("What VNeID says does not fit exactly one person in our records.")


class EidWithoutAccount(NotAllowed):
    code = "eid_without_account"
    sentence = marked("There is no VssID account for you yet.")


class EidAccountClosed(NotAllowed):
    code = "eid_account_closed"
    sentence = marked("This VssID account is closed.")


class EidOfAnother(NotAllowed):
    code = "eid_of_another"
    sentence = marked("This VNeID belongs to somebody else than the person signed in here.")


class EidReplaced(NotAllowed):
    """The person's account is linked with another identity of the same person."""

    code = "eid_replaced"
    sentence = marked("Your account is linked with an earlier VNeID identity.")


class NoSuchRecord(Conflict):
    code = "no_such_record"
    sentence = marked("The case shows fewer records than that. Choose one that is shown, or refuse.")


class LastWayIn(NotAllowed):
    code = "last_way_in"
    sentence = marked("VNeID is the only way into this account. Set a password or add a passkey first.")


class WrongSentCode(WrongCode):
    """Wrong, used, ended or void, whichever: the same words."""

    code = "wrong_sent_code"
    sentence = marked(
        "This code is wrong or no longer works. Check the digits, or ask for a new code: the newest one "
        "counts."
    )


class CodeVoid(WrongCode):
    code = "code_void"
    sentence = marked("Five wrong tries: this code no longer works. Ask for a new one.")


class TooManyCodes(TooMany):
    code = "too_many_codes"
    sentence = marked("Too many codes were sent. Wait before you ask for another, or choose another way.")


class SameContact(Problem):
    code = "same_contact"
    sentence = marked("This is the address the account has now. Enter the new one.")


class ContactTaken(Conflict):
    code = "contact_taken"
    sentence = marked(
        "This address already belongs to another account: one telephone number and one e-mail address open "
        "one account. Enter another, or ask at an office."
    )


class PasswordAboutPerson(Problem):
    code = "password_about_the_person"
    sentence = marked("Do not use your name or your number. Several words that only you connect are good.")


class OnHold(Conflict):
    """``until``: a moment, or nothing when only VNeID or a visit ends it."""

    code = "on_hold"
    sentence = marked(
        "For the safety of the account this stays closed for some days after a change. You can do it with "
        "VNeID, or at an office with your citizen card or passport."
    )


class NoContact(Problem):
    code = "no_contact"
    sentence = marked(
        "No telephone number or e-mail address is on file to send a code to. Choose another way, or go to an "
        "office with your citizen card or passport."
    )
    status = 409


class PasskeyNeeded(NotAllowed):
    code = "passkey_needed"
    sentence = marked("Staff pages open with a passkey. Add one under Settings, Sign-in and safety.")
