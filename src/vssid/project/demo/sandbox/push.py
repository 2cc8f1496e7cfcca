"""Push messages of a demonstration: sent to the browsers as always, and shown beside the others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from vssid.apps.notifications.ports import Outgoing, Receipt, Send, Sender


class Shown:
    """Sends with ``sender`` and then lays a copy into ``outbox``."""

    def __init__(self, sender: Sender, outbox: Sender) -> None:
        self._sender, self._outbox = sender, outbox

    @contextmanager
    def open(self) -> Iterator[Send]:
        with self._sender.open() as send, self._outbox.open() as keep:

            def both(outgoing: Outgoing) -> Receipt:
                receipt = send(outgoing)
                keep(outgoing)
                return receipt

            yield both
