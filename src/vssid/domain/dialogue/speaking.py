"""What each state says, as names of clips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from vssid.domain.dialogue import clips
from vssid.domain.dialogue.states import Dialogue

Words: TypeAlias = Callable[[Dialogue], tuple[str, ...]]

SHOWN = 3
"""Titles read at a time: more are forgotten before the last is heard."""


def says(*keys: str) -> Words:
    def words(dialogue: Dialogue) -> tuple[str, ...]:
        return clips.named(dialogue.language, keys)

    return words


def nothing(_: Dialogue) -> tuple[str, ...]:
    return ()


def in_every_language(_: Dialogue) -> tuple[str, ...]:
    return tuple(f"{language}/language" for language in clips.LANGUAGES)


def closed(dialogue: Dialogue) -> tuple[str, ...]:
    return _as_understood(dialogue, ("closed",))


def ask_number(dialogue: Dialogue) -> tuple[str, ...]:
    again = ("ask_number_again",) if dialogue.entries else ()
    return clips.named(
        dialogue.language, (*again, "ask_number_or_say" if dialogue.may_speak else "ask_number")
    )


def last_digits(dialogue: Dialogue) -> tuple[str, ...]:
    """Four of those just entered: enough to notice a slip, too few to be of use to who listens."""
    digits = clips.one_by_one(dialogue.number[-4:])
    return clips.named(dialogue.language, ("confirm_digits", *digits, "confirm_options"))


def questions(dialogue: Dialogue) -> tuple[str, ...]:
    return clips.named(
        dialogue.language, ("faq_ask", "faq_topics") if dialogue.may_speak else ("faq_topics",)
    )


def titles(dialogue: Dialogue) -> tuple[str, ...]:
    keys = ["choose"]
    for place, entry in enumerate(dialogue.choices[:SHOWN], start=1):
        keys += [f"press_{place}", clips.title(entry)]
    return clips.named(dialogue.language, (*keys, "choose_other"))


def answer(dialogue: Dialogue) -> tuple[str, ...]:
    return clips.named(dialogue.language, (clips.answer(dialogue.entry), answer_options(dialogue)))


def answer_options(dialogue: Dialogue) -> str:
    return "answer_options" if dialogue.texts else "answer_options_no_sms"


def no_agent(dialogue: Dialogue) -> tuple[str, ...]:
    """A number that is withheld is said to be: it is why nobody can ring."""
    reason = "agent_busy" if dialogue.agent_hours else "agent_hours"
    withheld = () if dialogue.reachable else ("call_back_withheld",)
    return _as_understood(dialogue, (*_why(dialogue), reason, *withheld))


def queue(dialogue: Dialogue) -> tuple[str, ...]:
    return _as_understood(dialogue, (*_why(dialogue), "agent_queue"))


def sorry(dialogue: Dialogue) -> tuple[str, ...]:
    keys = ("sorry", "sorry_no_code") if dialogue.topic == "reset" else ("sorry",)
    return _as_understood(dialogue, keys)


def code(dialogue: Dialogue) -> tuple[str, ...]:
    pairs = clips.in_pairs(dialogue.code)
    valid = f"code_valid_{min(max(dialogue.minutes, 1), clips.MINUTES)}"
    options = () if dialogue.repeated else ("code_options",)
    keys = ("code_intro", *pairs, "code_again", *pairs, valid, "code_never_tell", *options)
    return clips.named(dialogue.language, keys)


def goodbye(dialogue: Dialogue) -> tuple[str, ...]:
    return _as_understood(dialogue, (*_why(dialogue), "goodbye"))


def _why(dialogue: Dialogue) -> tuple[str, ...]:
    return (dialogue.why,) if dialogue.why else ()


def _as_understood(dialogue: Dialogue, keys: Sequence[str]) -> tuple[str, ...]:
    """Before a language was chosen: in the two that most understand."""
    languages = (dialogue.language,) if dialogue.chosen else ("vi", "en")
    return tuple(clip for language in languages for clip in clips.named(language, keys))
