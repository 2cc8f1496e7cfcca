from __future__ import annotations

from vssid.domain.values.problem import NotAllowed, NotFound, Problem, marked


class TooShort(Problem):
    code = "too_short"
    sentence = marked("Enter all %(needed)s digits. You have entered %(entered)s.")


def test_a_problem_fills_in_its_sentence_and_names_its_field() -> None:
    problem = TooShort(field="number", needed=12, entered=11)
    assert problem.english() == str(problem) == "Enter all 12 digits. You have entered 11."
    assert (problem.field, problem.details) == ("number", {"needed": 12, "entered": 11})


def test_a_sentence_without_values_stands_as_it_is() -> None:
    assert NotFound().english() == NotFound.sentence
    assert (NotFound.status, NotAllowed.status, TooShort.status) == (404, 403, 400)
