"""What may stop a paper or a check."""

from vssid.domain.values.problem import Problem, marked


class TooManyPapers(Problem):
    code = "too_many_papers"
    sentence = marked("Too many papers were made in the last hour. Those already saved stay valid.")
    status = 429


class TooManyChecks(Problem):
    """``retry_seconds`` in the details says when the next check passes."""

    code = "too_many_checks"
    sentence = marked("Too many checks from this connection.")
    status = 429


class SealUnavailable(Problem):
    """The key, its certificates or the time-stamp cannot be had. The cause stands in the log."""

    code = "seal_unavailable"
    sentence = marked("Papers cannot be sealed at the moment. Nothing was issued. Try later.")
    status = 503
