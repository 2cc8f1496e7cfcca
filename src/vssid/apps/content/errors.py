"""What may stop a text or an answer about it."""

from vssid.domain.values.problem import Conflict, Problem, TooMany, marked


class TextRefused(Problem):
    """``place``: file or language; ``reason``: what is wrong with it, for editors."""

    code = "text_refused"
    sentence = marked("This text cannot be published as it is. Correct it: %(place)s: %(reason)s")
    status = 422


class LanguagesMissing(Problem):
    code = "languages_missing"
    sentence = marked("Not published: the text is missing in %(languages)s.")
    status = 422


class AlreadyPublished(Conflict):
    code = "already_published"
    sentence = marked("A published version is not changed. Write a new one.")


class TooMuchFeedback(TooMany):
    code = "too_much_feedback"
    sentence = marked("Too many answers from this connection. Those already given are counted.")
