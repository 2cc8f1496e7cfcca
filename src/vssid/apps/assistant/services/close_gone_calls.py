"""Calls that were handed over, and that no officer took while somebody may still have held the line."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.assistant.call_periods import gone_after
from vssid.apps.assistant.models import HandOver
from vssid.apps.assistant.outcomes import Outcome
from vssid.apps.assistant.vocabulary import Work


def close_gone_calls(*, now: datetime) -> int:
    """How many. A call that has ended otherwise was closed with it (``end_call``): these were transferred, or
    lost with their agent. For the worker."""
    waiting = HandOver.objects.filter(state=Work.WAITING, conversation=None)
    gone = waiting.filter(at__lte=now - gone_after())
    return gone.update(state=Work.DONE, outcome=Outcome.GONE, done_at=now)
