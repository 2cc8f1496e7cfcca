"""Which approved answer fits a question: example questions, ranked by likeness, and a margin for doubt.

Nothing here writes an answer; the answers are the questions of :mod:`vssid.apps.content`. How to add an
example and to calibrate anew: ``docs/develop/answers.md``.
"""

from vssid.apps.assistant.answers.find import entries, find_answer, looks_ahead, prepare, prepare_soon
from vssid.apps.assistant.answers.found import Answer, Choice, Entry, Found, Nothing, Reason

__all__ = [
    "Answer",
    "Choice",
    "Entry",
    "Found",
    "Nothing",
    "Reason",
    "entries",
    "find_answer",
    "looks_ahead",
    "prepare",
    "prepare_soon",
]
