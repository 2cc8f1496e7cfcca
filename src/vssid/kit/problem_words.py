"""What went wrong, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext

from vssid.domain.values.problem import Problem


def in_words(problem: Problem) -> str:
    """Its sentence with its details; one without details may hold a per cent sign."""
    sentence = gettext(problem.sentence)
    return sentence % problem.details if problem.details else sentence
