import threading
from datetime import datetime, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from vssid.project import periodic
from vssid.project.periodic import WORK, tick, tick_until

pytestmark = pytest.mark.django_db


def test_each_turn_is_taken_once(now: datetime) -> None:
    assert len(tick(now=now)) == len(WORK)
    assert tick(now=now) == []
    assert DBTaskResult.objects.count() == len(WORK)


def test_only_what_is_due_comes_again(now: datetime) -> None:
    tick(now=now)
    assert [name.rpartition(".")[2] for name in tick(now=now + timedelta(seconds=5))] == ["send_notices"]
    again = tick(now=now + timedelta(seconds=15))
    assert {name.rpartition(".")[2] for name in again} == {"seal_log", "send_notices", "answer_visitors"}


def test_names_are_distinct_and_fit_their_column() -> None:
    names = [one.name for one in WORK]
    assert len(set(names)) == len(WORK)
    assert all(len(name) <= 60 for name in names)


def test_ticking_stops_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[datetime] = []
    monkeypatch.setattr(periodic, "tick", lambda now: taken.append(now))
    stop = threading.Event()
    stop.set()
    tick_until(stop)
    assert taken == []
