"""What stops a chat, or an officer at the desk."""

from __future__ import annotations

from vssid.domain.values.problem import Conflict, NotAllowed, Problem, TooMany, marked


class ConversationEnded(Conflict):
    code = "conversation_ended"
    sentence = marked("This conversation has ended. Begin a new one.")


class NothingSaid(Problem):
    code = "nothing_said"
    sentence = marked("Write a question first.")


class TooLong(Problem):
    code = "turn_too_long"
    sentence = marked("This is too long: at most %(most)s characters. Shorten it, or send it in parts.")


class TakenByAnother(Conflict):
    code = "taken_by_another"
    sentence = marked("A colleague has taken this already. Take another that waits.")


class NotYours(NotAllowed):
    """Of an officer's own, or of their family."""

    code = "desk_own_or_family"
    sentence = marked("This is about you or your family. Leave it to a colleague.")


class NoNumberToCall(Conflict):
    code = "no_number_to_call"
    sentence = marked(
        "No telephone number is known to call back. Call from a telephone that shows its number."
    )


class RingBackOver(Conflict):
    """Said twice, too late, or not for this account any more: the same words."""

    code = "ring_back_over"
    sentence = marked("No code may be told in this call. Hang up.")


class TooManyCallBacks(TooMany):
    code = "too_many_call_backs"
    sentence = marked(
        "Officers were asked often to call this number today. Ask again tomorrow, or call the hotline."
    )


class TooManyResets(TooMany):
    code = "too_many_desk_resets"
    sentence = marked("Many new passwords were started within the hour. Wait, or show the person VNeID.")


class WrongAttempt(Problem):
    code = "wrong_attempt"
    sentence = marked("A number is entered at most %(most)s times in a call. Count the attempts from 1.")


class NewWayOver(Conflict):
    code = "new_way_over"
    sentence = marked("This form was used or is too old. Ask the officer for another.")


class BadRequestBody(Problem):
    """For our own voice agent: what it sent is not what was agreed."""

    code = "bad_request_body"
    sentence = marked("The request does not hold what it must.")


class NoNumberToSend(Conflict):
    code = "no_number_to_send"
    sentence = marked("It is not sure which telephone calls, so no message is sent.")


class TooManyMessages(TooMany):
    code = "too_many_messages"
    sentence = marked("This telephone was sent many answers already. Read this one in the app, under Help.")


class TooManyTurns(TooMany):
    code = "too_many_turns"
    sentence = marked("Too many questions at once. Those already asked stay here.")


class TooManyHandOvers(TooMany):
    code = "too_many_hand_overs"
    sentence = marked("The officers were asked often from here today. Call the hotline, or go to an office.")


class UnspeakableText(Problem):
    """``place``: the language; ``reason``: what is wrong with it and the way out, for editors."""

    code = "unspeakable_text"
    sentence = marked("The hotline cannot say this text as it is. %(place)s: %(reason)s")
    status = 422


class ChangedMeanwhile(Conflict):
    code = "wording_changed_meanwhile"
    sentence = marked("A colleague has changed this text meanwhile. Open it again and look at theirs first.")
