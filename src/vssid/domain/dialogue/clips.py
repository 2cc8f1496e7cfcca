"""Names of what can be heard: ``<language>/<key>``."""

from __future__ import annotations

from collections.abc import Sequence

LANGUAGES = ("vi", "en", "zh-hans", "ko", "ja")
"""In the order of their keys, 1 to 5."""

PAUSE = "pause_250"
DIGITS = tuple(f"digit_{digit}" for digit in range(10))
MINUTES = 10
"""The longest a code is good for; one sentence a minute."""

PROMPTS = (
    "language",
    "closed",
    "menu",
    "reset_legal",
    "reset_notice",
    "reset_paused",
    "ask_number",
    "ask_number_or_say",
    "ask_number_again",
    "too_many_entries",
    "confirm_digits",
    "confirm_options",
    "one_moment",
    "result",
    "result_options",
    "ring_back_soon",
    "faq_ask",
    "faq_topics",
    "nothing_found",
    "choose",
    "press_1",
    "press_2",
    "press_3",
    "choose_other",
    "answer_options",
    "answer_options_no_sms",
    "answer_not_spoken",
    "answer_rest",
    "sms_sent",
    "sms_failed",
    "not_understood",
    "not_heard",
    "agent_queue",
    "agent_hours",
    "agent_busy",
    "call_back_noted",
    "call_back_withheld",
    "call_again",
    "sorry",
    "sorry_no_code",
    "out_hello",
    "out_code_gone",
    "code_intro",
    "code_again",
    *(f"code_valid_{minutes}" for minutes in range(1, MINUTES + 1)),
    "code_never_tell",
    "code_options",
    "time_up",
    "closing",
    "goodbye",
)
"""What has a text; digits have one too."""


def named(language: str, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{language}/{key}" for key in keys)


def one_by_one(digits: str) -> tuple[str, ...]:
    return tuple(f"digit_{digit}" for digit in digits)


def in_pairs(digits: str) -> tuple[str, ...]:
    """A short pause after every pair."""
    pairs = (digits[at : at + 2] for at in range(0, len(digits), 2))
    return tuple(key for pair in pairs for key in (*one_by_one(pair), PAUSE))


def answer(entry: str) -> str:
    return f"answer_{entry}"


def title(entry: str) -> str:
    return f"title_{entry}"
