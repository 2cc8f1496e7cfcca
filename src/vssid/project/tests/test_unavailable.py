"""When the service rests or the database refuses, people get a calm page that says until when."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import InternalError, OperationalError, ProgrammingError
from django.test import Client, override_settings
from django.utils import translation

from vssid.kit import clock
from vssid.kit.formats.waiting import clock_time, try_again
from vssid.project import env
from vssid.project.unavailable import database_refuses

NOW = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _pinned() -> Iterator[None]:
    with clock.pinned(NOW):
        yield


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/me/", "/accounts/login/", "/staff/", "/lookup/"])
def test_every_door_says_until_when(client: Client, address: str) -> None:
    with override_settings(MAINTENANCE_UNTIL=NOW + timedelta(minutes=30)):
        answer = client.get(address, headers={"Accept-Language": "en"})
    assert answer.status_code == 503
    assert answer["Retry-After"] == "1800"
    text = answer.content.decode()
    assert "The service is being maintained until 14:35." in text
    assert "A card saved on this device opens as before." in text
    assert 'href="/offline/"' in text


@pytest.mark.django_db
def test_the_api_says_so_as_a_problem(client: Client) -> None:
    with override_settings(MAINTENANCE_UNTIL=NOW + timedelta(minutes=30)):
        answer = client.get("/api/v1/me/summary")
    assert (answer.status_code, answer.json()["code"], answer["Retry-After"]) == (503, "maintenance", "1800")


@pytest.mark.django_db
def test_saved_copies_and_the_operator_are_let_in(client: Client) -> None:
    with override_settings(MAINTENANCE_UNTIL=NOW + timedelta(minutes=30)):
        assert all(
            client.get(one).status_code == 200 for one in ("/offline/", "/service-worker.js", "/healthz")
        )


@pytest.mark.django_db
def test_it_ends_by_itself(client: Client) -> None:
    with override_settings(MAINTENANCE_UNTIL=NOW):
        assert client.get("/").status_code == 200


def test_the_time_is_read_as_the_clock_of_viet_nam() -> None:
    values = env.read({"VSSID_MAINTENANCE_UNTIL": "2026-11-22T14:05"})
    assert values["VSSID_MAINTENANCE_UNTIL"] == NOW
    with pytest.raises(ValueError, match="VSSID_MAINTENANCE_UNTIL"):
        env.read({"VSSID_MAINTENANCE_UNTIL": "tonight"})


@pytest.mark.django_db
def test_a_database_that_only_reads_ends_in_the_same_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_values: object) -> None:
        raise OperationalError("attempt to write a readonly database")

    monkeypatch.setattr("vssid.channels.public.news.views.headings", refuse)
    client.raise_request_exception = False
    answer = client.get("/news/", headers={"Accept-Language": "en"})
    assert answer.status_code == 503
    assert answer["Retry-After"] == "120"
    text = answer.content.decode()
    assert "Try again from 14:07." in text
    assert "readonly" not in text


def test_only_what_waiting_helps_is_called_so() -> None:
    read_only = InternalError()
    read_only.__cause__ = type("ReadOnly", (Exception,), {"sqlstate": "25006"})()
    assert database_refuses(read_only)
    assert not database_refuses(InternalError())
    assert not database_refuses(ProgrammingError())
    assert not database_refuses(sqlite3.OperationalError())
    assert not database_refuses(None)


def test_a_time_is_never_told_too_early() -> None:
    with translation.override("en"):
        assert clock_time(NOW + timedelta(seconds=1), now=NOW) == "14:06"
        assert clock_time(NOW + timedelta(days=1), now=NOW).startswith("14:05, ")
        assert try_again(1, now=NOW - timedelta(seconds=0.3)) == "Try again from 14:05."
