"""Sixteen bring the same one-time code at the same moment: one is let in, on either database."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection, connections

from tests.environment.nights import NIGHT
from vssid.apps.accounts.models import Account, OneTimeCode
from vssid.apps.accounts.sent_codes import CodePurpose, code_digest
from vssid.apps.accounts.services.redeem_code import count_code_try, redeem_code, use_code
from vssid.apps.limits.models import Counter
from vssid.domain.values.problem import Problem

RACERS = 16
CODES = 1_000 if NIGHT else 15
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
SIGN_IN = CodePurpose.SIGN_IN
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """SQLite's test database lives in one connection, so there the race has a file of its own."""
    if connection.vendor != "sqlite":
        yield
        return
    name = str(tmp_path / "race.sqlite3")
    monkeypatch.setitem(connections.settings["default"], "NAME", name)
    with _one_thread() as alone:
        alone.submit(_make_tables).result()
    yield


@contextmanager
def _one_thread(workers: int = 1) -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(workers) as pool:
        yield pool


def _make_tables() -> None:
    """Asked in another thread than the test's: its connection goes to the new file."""
    with connections["default"].schema_editor() as editor:
        editor.create_model(Account)
        editor.create_model(OneTimeCode)
        editor.create_model(Counter)
    connections.close_all()


def _with_codes(count: int) -> None:
    Account.objects.bulk_create(
        Account(pk=number, username=f"racer-{number}", opened_at=NOON) for number in range(1, count + 1)
    )
    OneTimeCode.objects.bulk_create(
        OneTimeCode(
            account_id=number,
            purpose=SIGN_IN,
            channel="sms",
            serial=str(number),
            digest=code_digest(number, SIGN_IN, f"{number:06}"),
            sent_at=NOON,
            expires_at=NOON + timedelta(minutes=10),
        )
        for number in range(1, count + 1)
    )
    connections.close_all()


def test_every_code_has_one_winner(database: None) -> None:
    with _one_thread() as alone:
        alone.submit(_with_codes, CODES).result()
    start = Barrier(RACERS)

    def race(_: int) -> list[int]:
        """The accounts this racer got into."""
        won = []
        try:
            for number in range(1, CODES + 1):
                start.wait(timeout=60)
                with suppress(Problem):
                    redeem_code(account_id=number, purpose=SIGN_IN, typed=f"{number:06}", now=NOON)
                    won.append(number)
        finally:
            connections.close_all()
        return won

    with _one_thread(RACERS) as pool:
        winners = sorted(number for won in pool.map(race, range(RACERS)) for number in won)
    assert winners == list(range(1, CODES + 1))


def test_of_many_wrong_tries_at_once_five_are_looked_at(database: None) -> None:
    with _one_thread() as alone:
        alone.submit(_with_codes, 1).result()
    start = Barrier(RACERS)

    def race(_: int) -> bool:
        start.wait(timeout=60)
        try:
            return count_code_try(1, SIGN_IN, now=NOON) and not use_code(1, SIGN_IN, "wrong", now=NOON)
        finally:
            connections.close_all()

    with _one_thread(RACERS) as pool:
        assert sum(pool.map(race, range(RACERS))) == 5
