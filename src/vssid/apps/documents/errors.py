"""What may stop a paper or a check."""

from vssid.domain.values.problem import TooMany, Unavailable, marked


class TooManyPapers(TooMany):
    code = "too_many_papers"
    sentence = marked("Too many papers were made in the last hour. Those already saved stay valid.")


class TooManyChecks(TooMany):
    code = "too_many_checks"
    sentence = marked("Too many checks from this connection.")


class SealUnavailable(Unavailable):
    """The key, its certificates or the time-stamp cannot be had. The cause stands in the log."""

    code = "seal_unavailable"
    sentence = marked("Papers cannot be sealed at the moment. Nothing was issued. Try later.")
