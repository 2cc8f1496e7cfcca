"""Every sentence the assistant may say by itself. None states a rule, or a fact of somebody's record."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext

from vssid.apps.assistant.replies import SAYING, Cite, Reply
from vssid.domain.values.problem import marked


class Say(StrEnum):
    CHOOSE = "choose"
    WHOSE = "whose"
    NOT_SURE = "not_sure"
    OFF_TOPIC = "off_topic"
    ABUSE = "abuse"
    PERSON = "person"
    SIGN_IN = "sign_in"
    SIGN_IN_AGAIN = "sign_in_again"
    OTHERS = "others"
    NUMBERS = "numbers"
    HANDED_OVER = "handed_over"
    CALLS_BACK = "calls_back"
    NEW_WAY = "new_way"
    NEW_WAY_USED = "new_way_used"


WORDS = {
    Say.CHOOSE: marked("I am not sure what is meant. Did you mean one of these?"),
    Say.WHOSE: marked("Whose record? Choose a person."),
    Say.NOT_SURE: marked(
        "I am not sure that an answer here fits. Write it in other words, search the help, or ask an officer."
    ),
    Say.OFF_TOPIC: marked(
        "I answer only about social, health and unemployment insurance and this app. Ask about those."
    ),
    Say.ABUSE: marked("I can help with a question about insurance. For a complaint, ask an officer."),
    Say.PERSON: marked(
        "An officer can answer here. Press “Ask an officer”; the officer then reads this chat."
    ),
    Say.SIGN_IN: marked("This stands in your own record. Sign in, then ask again."),
    Say.SIGN_IN_AGAIN: marked("Your own record needs a new proof of who you are. Show it, then ask again."),
    Say.OTHERS: marked(
        "I show your own record after you sign in, and those of people you answer for or who authorised you. "
        "Nobody else's can be asked for here."
    ),
    Say.NUMBERS: marked(
        "A number opens no record here. I show your own after you sign in. Leave numbers and codes out."
    ),
    Say.HANDED_OVER: marked("The chat was handed to the officers. The answer appears here."),
    Say.CALLS_BACK: marked("The number is noted. An officer rings it, and asks for no password and no code."),
    Say.NEW_WAY: marked(
        "An officer offers a new way in. Type the number here: officers do not see it, and it is not kept."
    ),
    Say.NEW_WAY_USED: marked(
        "A number was typed. If it is on file, a code comes by text message and works for 10 minutes. "
        "Tell it to nobody, not to officers either."
    ),
}


def say(what: Say, *cites: Cite) -> Reply:
    """In the language that is active."""
    return Reply(f"{SAYING}/{what}", gettext(WORDS[what]), cites)
