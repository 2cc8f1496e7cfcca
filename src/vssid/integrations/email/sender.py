"""Sends one e-mail a pointer; its Message-ID stays the same for every try."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.utils import parseaddr
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from vssid.apps.notifications.ports import AddressGone, Outgoing, Receipt, Send, TryLater

_PERMANENT = 500


class Smtp:
    """``connection``: keyword arguments of Django's SMTP connection; ``sender``: name and address."""

    def __init__(self, *, sender: str, connection: Mapping[str, Any]) -> None:
        self._sender, self._connection = sender, connection
        self._domain = parseaddr(sender)[1].rpartition("@")[2]

    @contextmanager
    def open(self) -> Iterator[Send]:
        """One connection, opened with the first message and again after a break."""
        connection = get_connection("django.core.mail.backends.smtp.EmailBackend", **self._connection)
        try:
            yield lambda outgoing: self._send(connection, outgoing)
        finally:
            connection.close()

    def _send(self, connection: BaseEmailBackend, outgoing: Outgoing) -> Receipt:
        mail = EmailMessage(
            subject=outgoing.subject,
            body=outgoing.text,
            from_email=self._sender,
            to=list(outgoing.addresses),
            headers={
                "Message-ID": f"<{outgoing.key}@{self._domain}>",
                "Auto-Submitted": "auto-generated",
                "Content-Language": outgoing.language,
            },
            connection=connection,
        )
        if outgoing.file is not None:
            mail.attach(outgoing.file.name, outgoing.file.content, "application/pdf")
        try:
            connection.open()
            mail.send()
        except smtplib.SMTPRecipientsRefused as error:
            code = max((code for code, _ in error.recipients.values()), default=0)
            if code >= _PERMANENT:
                raise AddressGone(f"the mail server refuses the address ({code})") from error
            raise TryLater(f"the mail server asks to wait ({code})") from error
        except (smtplib.SMTPException, OSError) as error:
            connection.close()
            raise TryLater(f"mail: {type(error).__name__}") from error
        return Receipt()
