"""What may stop somebody at their notices."""

from vssid.domain.values.problem import Problem, marked


class NoSuchChoice(Problem):
    code = "no_such_notice_choice"
    sentence = marked("This cannot be chosen. Open the settings again.")


class UnreadableSubscription(Problem):
    code = "unreadable_push_subscription"
    sentence = marked("This browser could not be signed up for short notices. Try again later.")
