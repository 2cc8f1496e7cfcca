"""What may stop a report."""

from vssid.domain.values.problem import Problem, marked


class WordsTooLong(Problem):
    code = "report_words_too_long"
    sentence = marked("Write at most %(limit)s characters. You have written %(written)s.")


class TooManyReports(Problem):
    code = "too_many_reports"
    sentence = marked("You already have %(limit)s open reports. Each of them will be answered by its date.")
    status = 429
