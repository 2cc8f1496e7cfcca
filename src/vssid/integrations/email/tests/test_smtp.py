"""E-mails against a mail server of our own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.environment.mail_service import MailService, mail_service

from vssid.apps.notifications.ports import AddressGone, Outgoing, TryLater
from vssid.integrations.email.sender import Smtp
from vssid.project import mail_server

POINTER = Outgoing(
    key="c" * 32,
    addresses=("lan@vssid.example",),
    text="Tài khoản VssID vừa được mở.",
    subject="VssID: thiết bị mới",
    language="vi",
)


@pytest.fixture(scope="module")
def server() -> Iterator[MailService]:
    with mail_service() as server:
        yield server


@pytest.fixture
def smtp(server: MailService) -> Smtp:
    server.mails.clear()
    connection = mail_server.connection(f"smtp+plain://127.0.0.1:{server.port}")
    return Smtp(sender="VssID <no-reply@vssid.example>", connection=connection)


def test_plain_text_with_a_name_that_stays(server: MailService, smtp: Smtp) -> None:
    with smtp.open() as send:
        send(POINTER)
        send(POINTER)
    first, second = server.mails
    assert first["Message-ID"] == second["Message-ID"] == f"<{'c' * 32}@vssid.example>"
    assert (first["To"], first["From"]) == ("lan@vssid.example", "VssID <no-reply@vssid.example>")
    assert first["Subject"] == POINTER.subject
    assert first["Auto-Submitted"] == "auto-generated"
    assert first.get_content_type() == "text/plain"
    assert first.get_content().strip() == POINTER.text


def test_an_unknown_address_is_gone_and_a_busy_one_waits(server: MailService, smtp: Smtp) -> None:
    with smtp.open() as send:
        server.refusals["lan@vssid.example"] = "550 unknown"
        with pytest.raises(AddressGone, match="550"):
            send(POINTER)
        server.refusals["lan@vssid.example"] = "450 later"
        with pytest.raises(TryLater, match="450"):
            send(POINTER)
        server.refusals.clear()
        send(POINTER)
    assert len(server.mails) == 1


def test_no_server_is_tried_again() -> None:
    connection = mail_server.connection("smtp+plain://127.0.0.1:9")
    with Smtp(sender="a@vssid.example", connection=connection).open() as send, pytest.raises(TryLater):
        send(POINTER)


def test_addresses_of_mail_servers() -> None:
    assert mail_server.connection("") == {}
    read = mail_server.connection("smtp://us%40er:p%3Aw@mail.example")
    assert (read["host"], read["port"], read["username"], read["password"]) == (
        "mail.example", 587, "us@er", "p:w",
    )  # fmt: skip
    assert (read["use_tls"], read["use_ssl"]) == (True, False)
    assert mail_server.connection("smtps://mail.example")["port"] == 465
    with pytest.raises(ValueError, match="VSSID_EMAIL_URL"):
        mail_server.connection("mail.example")
