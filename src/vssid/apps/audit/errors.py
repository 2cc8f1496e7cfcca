"""What may stop a report."""

from vssid.domain.values.problem import Problem, TooMany, marked


class WordsTooLong(Problem):
    code = "report_words_too_long"
    sentence = marked("Write at most %(limit)s characters. You have written %(written)s.")


class TooManyReports(TooMany):
    code = "too_many_reports"
    sentence = marked("You already have %(limit)s open reports. Each of them will be answered by its date.")
