"""No log line quotes what was typed, stored or asked for."""

from __future__ import annotations

import io
import json
import logging
import logging.config
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from vssid.project.logs import logging_config

NUMBER = "0194000123"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the configured handler writes."""
    logging.config.dictConfig(logging_config("DEBUG"))
    (handler,) = [one for one in logging.getLogger().handlers if type(one) is logging.StreamHandler]
    stream = io.StringIO()
    handler.setStream(stream)
    yield stream
    logging.getLogger().removeHandler(handler)


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.django_db
def test_a_refused_form_is_logged_by_its_route(written: io.StringIO) -> None:
    Client(enforce_csrf_checks=True).post(f"/me/visits/{NUMBER}/?code={NUMBER}")
    assert NUMBER not in written.getvalue()
    (refusal,) = [line for line in lines(written) if line["logger"] == "django.security.csrf"]
    assert refusal["route"] == "me/visits/<str:public_id>/"
    assert refusal["event"].endswith("me/visits/<str:public_id>/")


@pytest.mark.django_db
def test_an_address_that_does_not_exist_is_not_logged(written: io.StringIO) -> None:
    Client().get(f"/{NUMBER}/?q={NUMBER}")
    assert NUMBER not in written.getvalue()
    assert any(line["event"] == "served" and line["status"] == 404 for line in lines(written))


def test_a_failure_names_kind_and_place_but_not_its_words(written: io.StringIO) -> None:
    try:
        try:
            int(f"{NUMBER}x")
        except ValueError as error:
            raise LookupError(f"nobody has {NUMBER}") from error
    except LookupError:
        logging.getLogger("vssid.anything").exception("failed")
    (line,) = lines(written)
    assert NUMBER not in written.getvalue()
    assert line["event"] == "failed"
    assert "builtins.ValueError" in line["exc_info"]
    assert line["exc_info"].index("builtins.ValueError") < line["exc_info"].index("builtins.LookupError")
    assert "test_logs.py" in line["exc_info"]
