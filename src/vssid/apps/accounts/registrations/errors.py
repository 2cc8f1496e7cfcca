"""What stops a registration, or the activation of the account it opened."""

from __future__ import annotations

from vssid.domain.values.problem import Conflict, NotAllowed, NotFound, Problem, TooMany, marked


class NoRegistration(NotFound):
    """Also for one that was erased: the browser's token opens nothing."""

    code = "no_registration"
    sentence = marked("No registration is kept here. Begin again, or continue with its number.")


class RegistrationMoved(Conflict):
    code = "registration_moved"
    sentence = marked("The registration was sent or closed meanwhile. The page shows how it stands now.")


class NotOpenToCorrection(NotAllowed):
    code = "not_open_to_correction"
    sentence = marked("Only what the officer named can be corrected now.")


class Unanswered(Problem):
    code = "registration_unanswered"
    sentence = marked("Some questions are not answered yet. Answer them, then send.")


class NoPhoto(Problem):
    code = "registration_no_photo"
    sentence = marked("This file is not a photo that can be read. Send a JPEG, PNG or WebP from the camera.")


class PhotoTooSmall(Problem):
    code = "registration_photo_small"
    sentence = marked("The photo is too small to read. Send it as the camera took it.")


class TooManyRegistrations(TooMany):
    code = "too_many_registrations"
    sentence = marked("Many registrations come from this network. Wait, then begin again.")


class TooManySent(TooMany):
    code = "too_many_registration_codes"
    sentence = marked("Too many codes were sent. Wait before you ask for another, or use the other contact.")


class WrongRegistrationCode(Problem):
    """Wrong, ended, tried too often or of another address: the same words."""

    code = "wrong_registration_code"
    sentence = marked(
        "This code is wrong or no longer works. Check the digits, or ask for a new code: the newest one "
        "counts."
    )


class TooManyContinued(TooMany):
    code = "too_many_continued"
    sentence = marked("Too many tries to continue a registration. Wait, then try again.")


class NumberNotOnRecord(Conflict):
    code = "number_not_on_record"
    sentence = marked("Nobody on record has this number, so no account can be opened. Ask for the number.")


class WrongAccountActivation(Problem):
    """Also for a number nobody has, and a code that was used or has ended: the same words for all."""

    code = "wrong_account_activation"
    sentence = marked(
        "The number and the activation code do not belong together, or the code has ended. Continue the "
        "registration with its number to get a new code."
    )


class PasswordAboutYou(Problem):
    code = "password_about_you"
    sentence = marked("Do not use your name or your number. Several words that only you connect are good.")


class ChildHasAccount(Conflict):
    code = "child_has_account"
    sentence = marked("This child has an account already. Nothing more is needed.")


class ChildAccountAsked(Conflict):
    code = "child_account_asked"
    sentence = marked("An account of this child was asked for already. Family shows how it stands.")


class TooManyChildAccounts(TooMany):
    code = "too_many_child_accounts"
    sentence = marked(
        "Many accounts of children were asked for today. Try again tomorrow, or go to an office."
    )


class NobodyAnswersForChild(Conflict):
    code = "nobody_answers_for_child"
    sentence = marked("Who asked does not answer for this child any more. Refuse the registration.")


class AccountStands(Conflict):
    code = "account_stands"
    sentence = marked(
        "This person has an account already. Nothing was decided here: this registration can only be "
        "refused, for the reason that there is an account."
    )


class AccountByAnotherCase(Conflict):
    """``case``: the number of the one that was decided first."""

    code = "account_by_another_case"
    sentence = marked(
        "This person has an account: case %(case)s has opened it. Nothing was decided here: this "
        "registration can only be refused, for the reason that there is an account."
    )


class HeldByGuardians(Conflict):
    code = "held_by_guardians"
    sentence = marked(
        "Children under %(age)s have no password of their own. Refuse: a parent or guardian opens the "
        "account under Family."
    )


class NothingToAsk(Conflict):
    code = "nothing_to_ask"
    sentence = marked("What stands here comes from our own records. Approve or refuse.")
