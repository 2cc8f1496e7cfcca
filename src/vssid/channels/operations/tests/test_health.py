"""Alive and ready are two questions."""

from datetime import datetime, timedelta
from unittest.mock import patch

import pytest
from django.test import Client, override_settings

from vssid.apps.audit.services.record_access import record_access
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit import clock


def test_alive_asks_nobody(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_a_probe_inside_the_network_is_answered_and_not_redirected(address: str) -> None:
    with override_settings(SECURE_SSL_REDIRECT=True):
        client = Client()
        assert client.get(address).status_code == 200
        assert client.get("/help/").status_code == 301


@pytest.mark.django_db
def test_ready_names_each_part(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["parts"] == {"database": True, "access_log_sealed": True}


@pytest.mark.django_db
def test_an_unsealed_log_is_not_ready(client: Client, now: datetime) -> None:
    job = Actor(kind=ActorKind.SYSTEM, id="test")
    with clock.pinned(now - timedelta(minutes=6)):
        record_access(
            actor=job,
            person_id=7,
            action="read",
            data_group="card",
            purpose="own",
            now=now - timedelta(minutes=6),
        )
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["parts"]["access_log_sealed"] is False


def test_a_silent_database_is_not_ready(client: Client) -> None:
    with (
        patch("vssid.channels.operations.views.database_answers", return_value=False),
        patch("vssid.channels.operations.views.oldest_unsealed_seconds", return_value=0.0),
    ):
        assert client.get("/readyz").status_code == 503


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_only_questions_are_answered(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405
