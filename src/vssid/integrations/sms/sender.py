"""Sends one text message a pointer: a JSON document, posted to the operator's gateway.

The gateway takes ``{"id", "to", "from", "text"}`` with a bearer token, ``to`` in E.164, and drops a second
message with the same ``id``. It answers 2xx when it took the message, 400, 404, 410 or 422 when nobody can be
reached at the number, anything else when another try may help (``Retry-After`` is kept).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import requests

from vssid.apps.notifications.ports import AddressGone, Outgoing, Receipt, Send, TryLater

_SECONDS = 10
_GONE = frozenset({400, 404, 410, 422})
_LONGEST_WAIT = 86_400


class SmsGateway:
    """``url``: where messages are posted; ``sender``: the brand name telephones show."""

    def __init__(self, *, url: str, token: str, sender: str) -> None:
        self._url, self._token, self._sender = url, token, sender

    @contextmanager
    def open(self) -> Iterator[Send]:
        with requests.Session() as session:
            session.headers["Authorization"] = f"Bearer {self._token}"
            yield lambda outgoing: self._send(session, outgoing)

    def _send(self, session: requests.Session, outgoing: Outgoing) -> Receipt:
        message = {
            "id": outgoing.key,
            "to": outgoing.addresses[0],
            "from": self._sender,
            "text": outgoing.text,
        }
        try:
            answer = session.post(self._url, json=message, timeout=_SECONDS, allow_redirects=False)
        except requests.RequestException as error:
            raise TryLater(f"sms: {type(error).__name__}") from error
        if answer.ok and not answer.is_redirect:
            return Receipt()
        if answer.status_code in _GONE:
            raise AddressGone(f"the gateway says {answer.status_code}")
        asked = answer.headers.get("Retry-After", "")
        wait = min(int(asked), _LONGEST_WAIT) if asked.isascii() and asked.isdigit() else 0
        raise TryLater(f"the gateway says {answer.status_code}", seconds=wait)
