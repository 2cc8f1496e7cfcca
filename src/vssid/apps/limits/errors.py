"""What may stop a look-up of a person."""

from vssid.domain.values.problem import Problem, TooMany, marked


class PuzzleUnsolved(Problem):
    """The page was open too long, was sent twice, or its small calculation is missing."""

    code = "puzzle_unsolved"
    sentence = marked("This page was open too long or was sent before. Check the entries, then send again.")


class TooManyLookups(TooMany):
    code = "too_many_lookups"
    sentence = marked("Too many look-ups from this connection or about this person. Try later.")
