"""What is done again and again, and how often. Any number of processes may tick: each turn is run by one."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.management import call_command
from django.db import close_old_connections
from django_tasks import task
from django_tasks.base import Task

from vssid.apps.accounts.jobs import settle_changes
from vssid.apps.accounts.services import end_sessions
from vssid.apps.assistant.jobs import close_gone_calls
from vssid.apps.audit.jobs import checkpoint_log, seal_log
from vssid.apps.benefits.jobs import settle_payouts
from vssid.apps.content.jobs import tell_news
from vssid.apps.healthcard.jobs import tell_cards
from vssid.apps.limits.services.hold_lock import hold
from vssid.apps.limits.services.sweep_counters import sweep_counters
from vssid.apps.notifications.jobs import send_addressed, send_notices, tell_yesterdays_looks
from vssid.apps.participation.jobs import tell_monthly
from vssid.apps.people.jobs import answer_visitors, tell_adults
from vssid.apps.privacy.jobs import close_due_accounts
from vssid.apps.procedures.jobs import watch_browsing
from vssid.apps.retention.services import forget_due as retention
from vssid.kit import clock

_log = logging.getLogger("vssid.schedule")
_TICK_SECONDS = 1.0


@task()
def sweep_limits() -> int:
    """The number of counters removed that no longer change any answer."""
    return sweep_counters(now=clock.now())


@task()
def forget_ended() -> None:
    """Results of tasks older than a day, and sessions that have run out with what was kept beside them."""
    call_command("prune_db_task_results", min_age_days=1, verbosity=0)
    call_command("clearsessions")
    end_sessions.forget_ended(now=clock.now())


@task()
def forget_due() -> dict[str, int]:
    """What the schedule says has been kept long enough: how many rows of each line."""
    return retention.forget_due(now=clock.now())


@dataclass(frozen=True, slots=True)
class Periodic:
    """``every``: no two turns of ``work`` begin closer together, in whichever process."""

    work: Task[[], Any]
    every: timedelta

    @property
    def name(self) -> str:
        return f"periodic {self.work.module_path}"


WORK = (
    Periodic(seal_log, timedelta(seconds=15)),
    Periodic(checkpoint_log, timedelta(minutes=5)),
    Periodic(sweep_limits, timedelta(hours=1)),
    Periodic(send_notices, timedelta(seconds=5)),
    Periodic(send_addressed, timedelta(seconds=30)),
    # rounds: each goes on where it stopped, and does nothing once the day's or month's is done
    Periodic(tell_monthly, timedelta(minutes=5)),
    Periodic(tell_cards, timedelta(minutes=5)),
    Periodic(tell_adults, timedelta(minutes=5)),
    Periodic(tell_yesterdays_looks, timedelta(minutes=5)),
    Periodic(tell_news, timedelta(minutes=5)),
    Periodic(settle_changes, timedelta(minutes=1)),
    Periodic(settle_payouts, timedelta(minutes=10)),
    Periodic(close_due_accounts, timedelta(minutes=10)),
    Periodic(close_gone_calls, timedelta(minutes=1)),
    Periodic(watch_browsing, timedelta(minutes=5)),
    Periodic(answer_visitors, timedelta(seconds=10)),
    Periodic(forget_ended, timedelta(hours=6)),
    Periodic(forget_due, timedelta(hours=1)),
)


def tick(*, now: datetime, work: Iterable[Periodic] = WORK) -> list[str]:
    """Enqueues what is due and what no other process has taken; the names of it."""
    return [periodic.name for periodic in work if _take_turn(periodic, now)]


def tick_until(stop: threading.Event) -> None:
    """Ticks every second until ``stop``. A turn that cannot be taken now (database away) comes again."""
    while not stop.wait(_TICK_SECONDS):
        close_old_connections()
        try:
            tick(now=clock.now())
        except Exception:
            _log.exception("a tick failed")
    close_old_connections()


def _take_turn(periodic: Periodic, now: datetime) -> bool:
    if not hold(name=periodic.name, seconds=periodic.every.total_seconds(), now=now):
        return False
    periodic.work.enqueue()
    return True
