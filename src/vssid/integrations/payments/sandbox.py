"""A demonstration's bank: the last digit of the account decides what it says of the holder's name."""

from __future__ import annotations

from vssid.apps.benefits.ports import NameAnswer

_ANSWERS = {"7": NameAnswer.CLOSE, "8": NameAnswer.UNAVAILABLE, "9": NameAnswer.NO_MATCH}


class SandboxNameCheck:
    def ask(self, *, bank: str, number: str, name: str) -> NameAnswer:
        return _ANSWERS.get(number[-1], NameAnswer.MATCH)
