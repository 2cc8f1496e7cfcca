"""What stops a step of a case."""

from __future__ import annotations

from vssid.domain.values.problem import Conflict, NotAllowed, Problem, TooMany, marked


class CaseMoved(Conflict):
    """Also for a case that somebody else has taken: of several who try at once one gets through."""

    code = "case_moved"
    sentence = marked("Somebody else has moved this case meanwhile. The page shows how it stands now.")


class HeldByAnother(Conflict):
    code = "case_held_by_another"
    sentence = marked("Another officer is working on this case. Only they can do this, or release it.")


class OwnCase(NotAllowed):
    code = "own_case"
    sentence = marked("This case is about you. A colleague of the office works on it.")


class FamilyCase(NotAllowed):
    code = "family_case"
    sentence = marked("This case is about somebody of your family. A colleague of the office works on it.")


class SecondOfficerNeeded(NotAllowed):
    code = "second_officer_needed"
    sentence = marked("This rests on your own work. Another officer goes on with it.")


class SupervisorNeeded(NotAllowed):
    code = "supervisor_needed"
    sentence = marked("A supervisor of the office confirms this decision.")


class NotWaived(Conflict):
    code = "not_waived"
    sentence = marked("Something the rule asks for does not hold. Open this case and decide it by itself.")


class TooManyChosen(Problem):
    code = "too_many_chosen"
    sentence = marked("Tick at most %(limit)s cases at once. %(chosen)s are ticked.")


class NoneChosen(Problem):
    code = "none_chosen"
    sentence = marked("Tick at least one case.")


class TooManyBatches(TooMany):
    code = "too_many_batches"
    sentence = marked("Many approvals at once were made in a short time. Wait, or open cases one by one.")


class EmergencyUnexplained(Problem):
    code = "emergency_unexplained"
    sentence = marked("Write what has happened and why it cannot wait: at least %(least)s characters.")


class TooManyEmergencies(TooMany):
    code = "too_many_emergencies"
    sentence = marked("Five emergencies were opened within a day. Ask a supervisor of the office.")


class OwnRecord(NotAllowed):
    code = "own_record"
    sentence = marked("This record is your own. It opens in the app, not here.")


class FamilyRecord(NotAllowed):
    code = "family_record"
    sentence = marked("This record belongs to somebody of your family. A colleague opens it.")


class EmergencyOver(Conflict):
    code = "emergency_over"
    sentence = marked("The minutes are over. If it is still needed, open the record again with a new reason.")


class StillTheirTurn(Conflict):
    code = "still_their_turn"
    sentence = marked("The person may still answer. The case goes on after the day they were given.")


class UnknownReason(Problem):
    code = "unknown_reason"
    sentence = marked("Choose a reason from the list.")


class RequestStands(Conflict):
    code = "request_stands"
    sentence = marked("A request of this kind is being worked on. Its answer comes first; see how it stands.")


class RequestEmpty(Problem):
    code = "request_words_missing"
    sentence = marked("Write in a few words what is asked.")


class AnswerTooLong(Problem):
    code = "case_words_too_long"
    sentence = marked("Write at most %(limit)s characters. You have written %(written)s.")


class AnswerEmpty(Problem):
    code = "case_words_missing"
    sentence = marked("Write the answer in a few words.")


class PhotoNeeded(Problem):
    code = "case_photo_missing"
    sentence = marked("Take or choose a photo.")


class PurposeNeeded(NotAllowed):
    code = "purpose_needed"
    sentence = marked("This case is not in your queue. Give its number and the purpose to open it.")


class TooManyOutside(TooMany):
    code = "too_many_outside_cases"
    sentence = marked(
        "Many cases outside your queue were opened in a short time. Wait, or ask the supervisor."
    )


class TooManyLooks(TooMany):
    code = "too_many_cases_opened"
    sentence = marked("Many cases were opened in a short time. Wait, or ask the supervisor.")
