"""What the desk calls states, topics, tries and outcomes, and how it says a wait."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.accounts.resets import Decision
from vssid.apps.assistant.desk_resets import TRIED
from vssid.apps.assistant.outcomes import Outcome
from vssid.apps.assistant.selectors.desk_figures import LOST
from vssid.apps.assistant.vocabulary import Work
from vssid.apps.content.vocabulary import Topic
from vssid.domain.dialogue.states import Outcome as Ending
from vssid.domain.dialogue.states import State
from vssid.domain.values.problem import marked
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day_and_time
from vssid.kit.languages import LANGUAGE_NAMES

OUTCOMES = {
    Outcome.ANSWERED: marked("Answered"),
    Outcome.RESET: marked("New password started"),
    Outcome.CASE: marked("Goes on as a case"),
    Outcome.REFERRED: marked("Shown another way"),
    Outcome.GONE: marked("The person was gone"),
    Outcome.NOT_REACHED: marked("Not reached"),
    Outcome.LEFT: marked("Left before an answer"),
    Outcome.CALL_BACK: marked("Asked to be called back"),
}
_WORK = {
    Work.WAITING: marked("Waiting"),
    Work.TAKEN: marked("Being answered"),
    Work.DONE: marked("Done"),
}
_CALL_OUTCOMES = {
    Ending.LEFT: marked("Hung up"),
    Ending.RESET: marked("A new password asked for"),
    Ending.ANSWERED: marked("Answered by the assistant"),
    Ending.TRANSFERRED: marked("Handed to an officer"),
    Ending.CALL_BACK: marked("Asked to be called back"),
    Ending.CODE_HEARD: marked("Code told by telephone"),
    Ending.FAILED: marked("Technical problem"),
}
_DECISIONS = {
    Decision.SENT: marked("Code sent"),
    Decision.UNKNOWN: marked("No account with this number"),
    Decision.NO_CONTACT: marked("No contact on file"),
    Decision.MISMATCH: marked("Called from another telephone"),
    Decision.NO_CALLER: marked("Caller’s number hidden"),
    Decision.DEGRADED: marked("Codes by telephone were paused"),
    Decision.CALLER_MANY: marked("Limit reached: calls from one telephone"),
    Decision.CALLER_SHUT: marked("Limit reached: accounts asked for from one telephone"),
    Decision.TOO_MANY: marked("Limit reached: codes for one account"),
    Decision.CLOSED: marked("Closed for this account"),
    Decision.HELD: marked("The account is a child’s"),
}
"""Of requests; the other decisions are made when a code is typed, or of a report."""
_STEPS = {
    State.LANGUAGE: marked("Choosing a language"),
    State.MENU: marked("In the menu"),
    State.RESET_LEGAL: marked("New password: hears the notice"),
    State.RESET_NOTICE: marked("New password: hears the notice"),
    State.ASK_NUMBER: marked("New password: enters a number"),
    State.CONFIRM: marked("New password: confirms the number"),
    State.REQUEST: marked("New password: being asked for"),
    State.RESULT: marked("New password: hears what happens next"),
    State.CALLBACK: marked("Asked to be rung with the code"),
    State.OUT_CALL: marked("Is being rung back"),
    State.SPEAK_CODE: marked("Hears the code"),
    State.FAQ: marked("Asking a question"),
    State.FAQ_CHOOSE: marked("Choosing a question"),
    State.FAQ_ANSWER: marked("Hears an answer"),
    State.AGENT: marked("Goes to an officer"),
    State.TRANSFER: marked("Goes to an officer"),
    State.NO_AGENT: marked("Asked to be called back"),
    State.SORRY: marked("Technical problem"),
}
"""Where in a call somebody is; in the others the line is just open."""
_TOPICS = {
    "reset": marked("New password"),
    "question": marked("A question"),
    "person": marked("Wants an officer"),
}
_TRIED = {
    "reset": marked("asked for a new password by telephone"),
    TRIED: marked("an officer started a new password"),
    "question": marked("asked the assistant a question"),
}
_SAYINGS = {
    "not_sure": marked("the assistant was not sure"),
    "choose": marked("the assistant offered several questions"),
    "off_topic": marked("asked about something else"),
    "person": marked("wanted an officer"),
    "new_way": marked("was offered a new way in"),
    "new_way_used": marked("asked for a new password in the chat"),
}


def outcome(code: str) -> str:
    """Of a hand-over or a call back, or where it stands when it has none."""
    if code in set(Outcome):
        return _(OUTCOMES[Outcome(code)])
    return _(_WORK[Work(code)]) if code in set(Work) else code


def call_outcome(code: str) -> str:
    """Empty: it has not ended."""
    if not code:
        return _("Still on the line")
    if code == LOST:
        return _("Connection lost")
    return _(_CALL_OUTCOMES[Ending(code)]) if code in set(Ending) else _("Ended another way")


def decision(code: str) -> str:
    """Of a request for a new password."""
    return _(_DECISIONS[Decision(code)]) if code in _DECISIONS else code


def step(state: str) -> str:
    known = State(state) if state in set(State) else State.START
    return _(_STEPS[known]) if known in _STEPS else _("On the line")


def topic(code: str) -> str:
    if code in _TOPICS:
        return _(_TOPICS[code])
    return str(Topic(code).label) if code in Topic.values else _("No topic yet")


def tried(code: str, titles: dict[str, str]) -> str:
    """``titles``: of published questions by their slug. Empty for what says nothing to an officer."""
    if code in _TRIED:
        return _(_TRIED[code])
    kind, _slash, name = code.rpartition("/")
    if kind == "say":
        return _(_SAYINGS[name]) if name in _SAYINGS else ""
    if kind == "skill":
        return _("looked at the own record")
    return _("was given the answer “%(title)s”") % {"title": titles[name]} if name in titles else ""


def language(code: str) -> str:
    """In itself, as its readers write it."""
    return LANGUAGE_NAMES.get(code, "")


def wait(length: timedelta) -> str:
    """``40 seconds``, ``3 minutes``, ``1 hour 5 minutes``."""
    seconds = max(0, int(length.total_seconds()))
    hours, minutes = divmod(seconds // 60, 60)
    if not hours and not minutes:
        return ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds}
    parts = []
    if hours:
        parts.append(ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours})
    if minutes:
        parts.append(ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes})
    return " ".join(parts)


def on_a_clock(length: timedelta) -> str:
    """``0:40``, ``2:27``, ``65:00``: minutes and seconds, for columns."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"


def moment(at: datetime) -> str:
    return day_and_time(at.astimezone(VIETNAM))


def time_of(at: datetime) -> str:
    return f"{at.astimezone(VIETNAM):%H:%M}"
