"""How an officer was done with a call, a chat or a call back."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """LEFT: the person ended the call or the chat before an answer. CALL_BACK: nobody took it, and a call
    back was noted. GONE: told by an officer, or a call that nobody took. NOT_REACHED: of a call back."""

    ANSWERED = "answered"
    RESET = "reset"
    CASE = "case"
    REFERRED = "referred"
    GONE = "gone"
    NOT_REACHED = "not_reached"
    LEFT = "left"
    CALL_BACK = "call_back"


BY_OFFICERS = (Outcome.ANSWERED, Outcome.RESET, Outcome.CASE, Outcome.REFERRED, Outcome.GONE)
