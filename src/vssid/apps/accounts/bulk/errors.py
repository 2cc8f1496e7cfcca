"""What stops a whole list."""

from __future__ import annotations

from vssid.domain.values.problem import Conflict, Problem, TooMany, marked


class UnknownUnit(Problem):
    code = "unknown_unit"
    sentence = marked("No unit has this code. Check it on the unit's own papers.")


class ListTooLarge(Problem):
    code = "list_too_large"
    sentence = marked("The list is larger than %(most)s kB. Divide it into several.")


class ListOfAnotherOffice(Conflict):
    code = "list_of_another_office"
    sentence = marked("Another office has handed in this list. Nothing is opened twice.")


class TooManyLists(TooMany):
    code = "too_many_lists"
    sentence = marked("Many lists were handed in today. Go on tomorrow.")
