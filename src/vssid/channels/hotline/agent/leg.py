"""One side of a call, as the conversation sees it: the one interface between telephony and dialogue.

``SipLeg`` (a telephone), the browser's leg and the tests' leg are its adapters. Everything happens on one
event loop: events are delivered by plain calls, never from another thread and never from within a command.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

Ending: TypeAlias = Literal[
    "caller",  # the caller hung up
    "us",  # hangup() was called, or the drain's limit was over
    "transferred",  # handed to a person
    "refused",  # a call of ours that was not answered
    "silent",  # no sign of life from the caller's side
    "failed",  # the network or the other side broke the rules
]


@dataclass(frozen=True)
class Started:
    """The call is answered and can be heard. One that never gets so far has ``Ended`` as its only event."""

    call_id: str
    caller: str  # E.164, "" when withheld or malformed
    attested: bool  # the edge vouches that the carrier asserted the number
    dialled: str  # the number or branch that was dialled
    language_hint: str  # "" when the branch says nothing
    ring_back: str = ""  # a call of ours: the ring-back's id


@dataclass(frozen=True)
class Digit:
    key: str  # 0-9, * or #


@dataclass(frozen=True)
class Speech:
    """What was said between two silences, 16 kHz 16 bit mono; only while listening."""

    pcm: bytes


@dataclass(frozen=True)
class PlaybackDone:
    """The clips of that ``play`` were heard to the end; not sent for those stopped or replaced."""

    token: int


@dataclass(frozen=True)
class Closing:
    """The process is about to stop: say goodbye and hang up."""


@dataclass(frozen=True)
class Ended:
    """Always the last event, exactly once, whoever ended the call."""

    reason: Ending


LegEvent: TypeAlias = Started | Digit | Speech | PlaybackDone | Closing | Ended
OnEvent: TypeAlias = Callable[[LegEvent], None]


class CallLeg(Protocol):
    """Commands never block and never fail; after the end they do nothing."""

    on_event: OnEvent

    def play(self, clips: Sequence[bytes]) -> int:
        """Plays these clips (A-law, 8 kHz) in a row, in place of what is playing; their token."""

    def stop(self) -> None:
        """Silence at once: what barge-in calls."""

    def listen(self, on: bool) -> None:
        """Gather speech, or not."""

    def is_speaking(self) -> bool:
        """In the middle of speech that is being gathered."""

    async def transfer(self, uri: str, case: str) -> bool:
        """Hands the call to a person at this address; True: taken, and ``Ended("transferred")`` follows."""

    def hangup(self) -> None:
        """Ends the call; ``Ended("us")`` follows."""


# Given a leg, a conversation sets its on_event; Started comes after.
Converse: TypeAlias = Callable[[CallLeg], None]
