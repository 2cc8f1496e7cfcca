"""Sends what is due: one batch, several at once, each result written before the next is begun.

At least once: a worker killed between sending and writing sends again after the lease, under the same key, so
that the receiver can tell. In flight are never more than the threads and the one result being written.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from queue import Empty, Queue, SimpleQueue
from time import monotonic

from django.conf import settings

from vssid.apps.notifications.ports import AddressGone, Receipt, Send, Sender, TryLater, senders
from vssid.apps.notifications.services.compose_pointers import (
    ToDrop,
    ToFail,
    ToPostpone,
    ToSend,
    compose_pointers,
)
from vssid.apps.notifications.services.drop_subscriptions import drop_subscriptions
from vssid.apps.notifications.services.finish_delivery import drop, fail, mark_sent, postpone
from vssid.apps.notifications.services.lease_deliveries import BATCH, lease_deliveries
from vssid.apps.notifications.vocabulary import Channel
from vssid.kit import clock

THREADS = 8
_log = logging.getLogger("vssid.notifications")
_Result = Receipt | Exception | None
"""None: not tried, the lease was nearly over."""


@dataclass(frozen=True, slots=True)
class Sending:
    """How many rows were taken, and how many of them reached the other side."""

    taken: int
    sent: int


def send_deliveries(*, most: int = BATCH) -> Sending:
    """One batch. Call again until nothing is taken."""
    now = clock.now()
    rows = lease_deliveries(now=now, most=most)
    by_channel: dict[Channel, list[ToSend]] = {}
    for step in compose_pointers(rows, now=now) if rows else ():
        match step:
            case ToSend(row=row):
                by_channel.setdefault(row.channel, []).append(step)
            case ToDrop(row=row, why=why):
                drop(row, why=why, now=now)
            case ToPostpone(row=row, until=until):
                postpone(row, until=until)
            case ToFail(row=row, why=why):
                fail(row, why=why, now=now)
    sent = sum(
        _send(channel, steps, stop_at=monotonic() + settings.DELIVERY_LEASE.total_seconds() / 2)
        for channel, steps in by_channel.items()
    )
    return Sending(len(rows), sent)


def _send(channel: Channel, steps: Sequence[ToSend], *, stop_at: float) -> int:
    sender = senders().get(channel)
    if sender is None:
        for step in steps:
            fail(step.row, why="the channel is not set up", now=clock.now())
        return 0
    return sum(_record(step, result) for step, result in _results(sender, steps, stop_at))


def _results(sender: Sender, steps: Sequence[ToSend], stop_at: float) -> Iterator[tuple[ToSend, _Result]]:
    """Each step with its result as it comes; threads wait until the last result is taken."""
    waiting: SimpleQueue[ToSend] = SimpleQueue()
    for step in steps:
        waiting.put(step)
    results: Queue[tuple[ToSend, _Result]] = Queue(maxsize=1)
    stop = threading.Event()

    def work() -> None:
        try:
            with sender.open() as send:
                while not stop.is_set():
                    step = waiting.get_nowait()
                    results.put((step, _tried(send, step) if monotonic() < stop_at else None))
        except Empty:
            return
        except Exception as error:
            # the connection itself failed: every row this thread still finds has failed with it
            while not waiting.empty():
                try:
                    results.put((waiting.get_nowait(), TryLater(str(error))))
                except Empty:
                    return

    threads = [threading.Thread(target=work, daemon=True) for _ in range(min(THREADS, len(steps)))]
    for thread in threads:
        thread.start()
    try:
        for _ in steps:
            yield results.get()
    finally:
        stop.set()
        while any(thread.is_alive() for thread in threads):
            # results are left only after a failure to write one: those are sent again after the lease
            with suppress(Empty):
                results.get(timeout=0.05)


def _tried(send: Send, step: ToSend) -> _Result:
    try:
        return send(step.outgoing)
    except Exception as error:
        return error


def _record(step: ToSend, result: _Result) -> bool:
    row, now = step.row, clock.now()
    match result:
        case Receipt(gone=gone):
            digest = sha256(f"{step.outgoing.subject}\n{step.outgoing.text}".encode()).hexdigest()
            mark_sent(row, address_masked=step.address_masked, text_digest=digest, now=now)
            drop_subscriptions(person_id=row.person_id, subscriptions=gone)
            return True
        case None:
            postpone(row, until=now)
        case AddressGone():
            drop(row, why=str(result), now=now)
            if row.channel is Channel.PUSH:
                drop_subscriptions(person_id=row.person_id, subscriptions=step.outgoing.addresses)
        case TryLater(seconds=seconds):
            fail(row, why=str(result), now=now, at_least_seconds=seconds)
        case _:
            _log.error("a delivery failed unexpectedly", exc_info=result, extra={"channel": row.channel})
            fail(row, why=type(result).__name__, now=now)
    return False
