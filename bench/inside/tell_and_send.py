"""``NOTICES``: that many people are told something on two channels, and the outbox is emptied.

The other side takes everything at once, so that the figures are our own work alone. Beside each stands what
the database alone takes for it: the same rows put in again, and one committed update a delivery.
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
    took = {"told": told, "sent": time.perf_counter() - started, **_floors()}
    print(json.dumps({name: notices / seconds for name, seconds in took.items()}))


def _floors() -> dict[str, float]:
    """Seconds the database takes by itself for the same rows; every row is taken out and put back."""
    from django.db import connection, transaction

    from vssid.apps.notifications.models import Delivery, Notice

    rows = {model._meta.db_table: _taken_out(model._meta.db_table) for model in (Notice, Delivery)}
    numbers = [[row[column] for column in ("person_id", "month", "seq")] for row in rows["delivery"]]
    most = max(map(len, rows.values()))
    with connection.cursor() as cursor:
        started = time.perf_counter()
        for first in range(0, most, 500):
            with transaction.atomic():
                for table, kept in rows.items():
                    if part := kept[first : first + 500]:
                        columns, marks = ", ".join(part[0]), ", ".join(["%s"] * len(part[0]))
                        cursor.executemany(
                            f"INSERT INTO {table} ({columns}) VALUES ({marks})",
                            [list(row.values()) for row in part],
                        )
        written = time.perf_counter() - started
        started = time.perf_counter()
        for key in numbers:
            cursor.execute(
                "UPDATE delivery SET state = 'sent' WHERE person_id = %s AND month = %s AND seq = %s", key
            )
    return {"written": written, "updated": time.perf_counter() - started}


def _taken_out(table: str) -> list[dict[str, object]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        cursor.execute(f"DELETE FROM {table}")
    return rows


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
