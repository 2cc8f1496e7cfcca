"""Lets one process at a time do a periodic work, whichever machine it runs on."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.limits.models import Lock


def hold(*, name: str, seconds: float, now: datetime) -> bool:
    """True when the work is the caller's until ``seconds`` from ``now``; a dead holder's time runs out."""
    Lock.objects.bulk_create([Lock(name=name, held_until=now)], ignore_conflicts=True)
    until = now + timedelta(seconds=seconds)
    # one conditional statement: of several that ask at once exactly one finds the old value
    return Lock.objects.filter(name=name, held_until__lte=now).update(held_until=until) == 1


def release(*, name: str, now: datetime) -> None:
    """Gives the work back before its time; only its holder calls this."""
    Lock.objects.filter(name=name).update(held_until=now)
