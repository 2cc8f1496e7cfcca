"""Of many who bring the same code at the same moment, exactly one passes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection, connections

from tests.cast.identities import Member
from tests.cast.people import account_of, citizen
from tests.security.walker import solved
from vssid.apps.accounts.models import Activation
from vssid.apps.accounts.services.activate_staff import activate_staff
from vssid.apps.accounts.services.add_staff import activation_digest
from vssid.apps.accounts.services.show_second_factor import show_second_factor
from vssid.apps.limits.services.work_puzzle import new_puzzle, take_puzzle
from vssid.channels.staff.tests.conftest import RECOVERY, SECRET, with_factor
from vssid.domain.values.problem import Problem
from vssid.kit import clock
from vssid.kit.one_time_codes import code_at

RACERS = 8
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def real_race() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's test database lives in one connection; the race runs on PostgreSQL")


@pytest.fixture(autouse=True)
def tries_enough(settings: object) -> None:
    settings.SIGN_IN_TRIES = 10 * RACERS  # type: ignore[attr-defined]


def _winners(brings: Callable[[], object], now: datetime) -> int:
    """How many of the racers get through without a problem."""
    start = Barrier(RACERS)

    def race(_: int) -> bool:
        passed = False
        start.wait(timeout=30)
        try:
            with clock.pinned(now), suppress(Problem):
                brings()
                passed = True
        finally:
            connections.close_all()
        return passed

    with ThreadPoolExecutor(RACERS) as pool:
        return sum(pool.map(race, range(RACERS)))


@pytest.mark.parametrize("code", ["from the app", "for a lost telephone"])
def test_the_second_factor(tuan: Member, now: datetime, code: str) -> None:
    with_factor(tuan, "editor", now)
    typed = code_at(SECRET, now) if code == "from the app" else RECOVERY[0]
    actor = citizen(tuan, roles=frozenset({"editor"}))
    assert _winners(lambda: show_second_factor(actor=actor, code=typed, now=now), now) == 1


def test_the_activation_of_staff(tuan: Member, now: datetime) -> None:
    account, code = account_of(tuan), "ABCDEFGH23456723"
    account.role = "editor"
    account.save()
    digest = activation_digest(account, code)
    Activation.objects.create(account=account, digest=digest, expires_at=now + timedelta(days=1))

    def brings() -> None:
        activate_staff(
            number=tuan.insurance_number, code=code, password="mot-mat-khau-du-dai", network="", now=now
        )

    assert _winners(brings, now) == 1


def test_a_puzzle(now: datetime) -> None:
    puzzle = new_puzzle(caller="203.0.113.7", now=now)
    answer = solved(puzzle)
    brings = lambda: take_puzzle(caller="203.0.113.7", token=puzzle.token, answer=answer, now=now)  # noqa: E731
    assert _winners(brings, now) == 1
