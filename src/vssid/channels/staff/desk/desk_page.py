"""The desk as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.assistant.policies import may_oversee
from vssid.apps.assistant.selectors.desk import Waiting, call_backs, live_calls, waiting
from vssid.apps.assistant.selectors.desk_progress import chats_with_assistant, with_colleagues
from vssid.apps.assistant.vocabulary import Work
from vssid.channels.staff.desk import wording
from vssid.domain.dialogue.states import State
from vssid.domain.values.actor import Actor
from vssid.ui.elements import Link

_NEAR, _LATE = timedelta(minutes=2), timedelta(minutes=5)
_HANDED_OVER = {State.AGENT, State.TRANSFER}
"""Calls in these states stand among those that wait."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """``tone``: how the wait stands, a kind of status. ``language`` in itself, with its code for readers."""

    case: str
    url: str
    chat: bool
    wait: str
    tone: str
    language: str
    code: str
    topic: str
    number: str
    signed_in: bool


@dataclass(frozen=True, slots=True)
class ShownCall:
    wait: str
    language: str
    code: str
    step: str
    topic: str
    number: str
    chat: bool = False
    case: str = ""


def tabs(actor: Actor, current: str) -> list[Link]:
    """The pages of the desk that are open to the actor."""
    pages = [("staff:desk", _("Now")), ("staff:desk_call_backs", _("Call-backs"))]
    if may_oversee(actor):
        pages.append(("staff:desk_overview", _("The day in figures")))
    return [Link(text, reverse(name), current=name == current) for name, text in pages]


def page(actor: Actor, *, now: datetime) -> dict[str, object]:
    rows = waiting(actor)
    queue = [row for row in rows if row.state is Work.WAITING]
    return {
        "tabs": tabs(actor, "staff:desk"),
        "finding": _finding(queue, now),
        "mine": [_row(row, now) for row in rows if row.mine],
        "queue": [_row(row, now) for row in queue],
        "calls": [
            ShownCall(
                wording.wait(now - call.since),
                wording.language(call.language),
                call.language,
                wording.step(call.state),
                wording.topic(call.topic) if call.topic else "",
                call.number_masked,
            )
            for call in live_calls(actor, now=now)
            if call.state not in _HANDED_OVER
        ],
        "colleagues": [
            ShownCall(
                wording.wait(now - one.taken_at),
                wording.language(one.language),
                one.language,
                "",
                wording.topic(one.topic),
                "",
                chat=one.chat,
                case=one.case,
            )
            for one in with_colleagues(actor)
        ],
        "chats": chats_with_assistant(actor, now=now),
        "to_ring": len(call_backs(actor)),
    }


def _finding(queue: list[Waiting], now: datetime) -> str:
    if not queue:
        return _("Nobody is waiting")
    words = ngettext(
        "%(count)d is waiting, for %(longest)s", "%(count)d are waiting, the longest %(longest)s", len(queue)
    )
    return words % {"count": len(queue), "longest": wording.wait(now - queue[0].at)}


def _row(row: Waiting, now: datetime) -> ShownRow:
    since = now - (row.taken_at or row.at if row.mine else row.at)
    tone = "plain" if row.mine or since < _NEAR else "warn" if since < _LATE else "bad"
    return ShownRow(
        case=row.case,
        url=reverse("staff:desk_matter", args=[row.case]),
        chat=bool(row.conversation),
        wait=wording.wait(since),
        tone=tone,
        language=wording.language(row.language),
        code=row.language,
        topic=wording.topic(row.topic),
        number=row.number_masked,
        signed_in=row.signed_in,
    )
