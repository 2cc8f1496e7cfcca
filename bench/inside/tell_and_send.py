"""``NOTICES``: that many people are told something on two channels, and the outbox is emptied.

The other side takes everything at once, so that the figures are our own work alone.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import django


def main(notices: int) -> None:
    from django.db import transaction

    from vssid.apps.notifications import ports
    from vssid.apps.notifications.services.notify import Event, notify_all
    from vssid.apps.notifications.services.send_deliveries import send_deliveries
    from vssid.apps.notifications.vocabulary import Channel
    from vssid.apps.people.models import Person
    from vssid.domain.values.actor import Actor, ActorKind
    from vssid.kit import clock
    from vssid.kit.sealing import seal

    class Void:
        @contextmanager
        def open(self) -> Iterator[ports.Send]:
            yield lambda outgoing: ports.Receipt()

    ports.join_sender(Channel.EMAIL, Void())
    now, actor = clock.now(), Actor(kind=ActorKind.SYSTEM, id="bench")
    email = {
        number: seal("a@vssid.example", table="person", pk=number, field="email")
        for number in range(1, notices + 1)
    }
    Person.objects.bulk_create(
        [Person(person_id=number, batch=1, full_name="A", email_sealed=email[number]) for number in email],
        batch_size=500,
    )
    started = time.perf_counter()
    for first in range(1, notices + 1, 500):
        with transaction.atomic():
            events = [
                Event(number, "k", {"device": "Firefox", "at": now})
                for number in range(first, min(first + 500, notices + 1))
            ]
            notify_all(actor=actor, code="auth.new_device", events=events, now=now)
    told = time.perf_counter() - started
    started, sent = time.perf_counter(), 0
    while (batch := send_deliveries()).taken:
        sent += batch.sent
    assert sent == notices, f"{sent} of {notices} sent"
    print(json.dumps({"told": notices / told, "sent": notices / (time.perf_counter() - started)}))


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
