"""What stands against a request for a child, when it is sent and when it is decided."""

from vssid.domain.values.problem import Conflict, Problem, TooMany, marked


class UnknownTie(Problem):
    code = "unknown_tie"
    sentence = marked("Say whether you are the father, the mother or the guardian.")


class AskedForOneself(Problem):
    code = "asked_for_oneself"
    sentence = marked("This is your own number. Enter the number of the child.")


class ChildOfAge(Problem):
    code = "child_of_age"
    sentence = marked(
        "By this date of birth the person is 18 or older, and signs in alone. Check the date; an adult gives "
        "an authorisation instead."
    )


class ChildInFamily(Conflict):
    code = "child_in_family"
    sentence = marked("This child stands under Family already. Nothing more is needed.")


class ChildAskedFor(Conflict):
    code = "child_asked_for"
    sentence = marked("This child was asked for already. Family shows how it stands.")


class TooManyOpenChildRequests(Conflict):
    code = "too_many_open_child_requests"
    sentence = marked("%(most)s requests wait for an answer. Send the next one when one is answered.")


class TooManyChildRequests(TooMany):
    code = "too_many_child_requests"
    sentence = marked("Many requests were sent today. Try again tomorrow, or go to an office.")


class ChildNotOnRecord(Conflict):
    code = "child_not_on_record"
    sentence = marked("Nobody on record has this number, or the person is dead. Refuse the request.")


class NotAChild(Conflict):
    code = "not_a_child"
    sentence = marked("By our record the person is not under 18, or the date of birth is unknown. Refuse.")


class AnswersAlready(Conflict):
    code = "answers_already"
    sentence = marked("By our record who asks answers for this child already. Refuse the request.")
