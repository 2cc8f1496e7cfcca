"""What can keep an estimate from being made or kept."""

from __future__ import annotations

from vssid.domain.values.problem import Conflict, Problem, marked


class NoBirthDate(Problem):
    code = "no_birth_date"
    sentence = marked(
        "No date of birth is on record, and without it nothing can be computed. Report it to your office."
    )


class EstimateCorrected(Conflict):
    code = "estimate_corrected"
    sentence = marked(
        "The rules on file were corrected since this estimate was kept, so that no paper can show how it came"
        " about. Ask the question again and keep the new answer."
    )


class TooManyEstimates(Conflict):
    code = "too_many_estimates"
    sentence = marked(
        "You keep %(most)s estimates already. Delete one you no longer need, then keep this one."
    )
