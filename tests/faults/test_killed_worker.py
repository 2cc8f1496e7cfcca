"""The worker is killed twice in the middle of sending: nothing is lost, and what is repeated can be told."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.environment.installation import asked, installation, run
from tests.environment.mail_service import MailService, mail_service
from tests.environment.nights import NIGHT
from tests.environment.push_service import PushBrowser, PushService, push_service
from vssid.apps.notifications.services.send_deliveries import THREADS

PEOPLE = 5_000 if NIGHT else 80
"""Each gets one notice, on two channels."""
KILLS = 2
_IN_FLIGHT = THREADS + 1
_PATIENCE = 600.0

_TELL = """
import sys
import django
django.setup()
from django.db import transaction
from vssid.apps.notifications.services.notify import Event, notify_all
from vssid.apps.notifications.services.subscribe_push import subscribe_push
from vssid.apps.people.models import Person
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit import clock
from vssid.kit.sealing import seal

people, subscriptions = int(sys.argv[1]), open(sys.argv[2]).read().splitlines()
now = clock.now()
with transaction.atomic():
    for number, subscription in enumerate(subscriptions, start=1):
        email = seal(f"p{number}@vssid.example", table="person", pk=number, field="email")
        Person.objects.create(person_id=number, batch=1, full_name="A", email_sealed=email)
        actor = Actor(kind=ActorKind.CITIZEN, person_id=number)
        subscribe_push(actor=actor, subscription=subscription, device="", now=now)
    for first in range(1, people + 1, 500):
        events = [
            Event(number, "k", {"device": "Firefox", "at": now})
            for number in range(first, min(first + 500, people + 1))
        ]
        notify_all(actor=Actor(kind=ActorKind.SYSTEM, id="t"), code="auth.new_device", events=events, now=now)
"""


@pytest.mark.django_db  # names the kind of database; nothing is written to the tests' own
def test_nothing_is_lost_and_repeats_are_known(tmp_path: Path) -> None:
    with mail_service() as mail, push_service() as push:
        settings = {
            "VSSID_EMAIL_URL": f"smtp+plain://127.0.0.1:{mail.port}",
            "VSSID_EMAIL_SENDER": "VssID <no-reply@vssid.example>",
            "VSSID_PUSH_HOSTS": "127.0.0.1",
            "VSSID_DELIVERY_LEASE": "6",
        }
        with installation(tmp_path / "home", **settings) as environment:
            browsers = [PushBrowser(f"{push.address}/{number}") for number in range(PEOPLE)]
            listed = tmp_path / "subscriptions"
            listed.write_text("\n".join(browser.subscription() for browser in browsers))
            run(environment, "-c", _TELL, str(PEOPLE), str(listed))
            total = 2 * PEOPLE
            for kill in range(1, KILLS + 1):
                enough = total * kill // (KILLS + 1)
                _work_until(environment, lambda enough=enough: _arrived(mail, push) >= enough, signal.SIGKILL)
                assert _arrived(mail, push) < total, "killed too late to prove anything"
            _work_until(
                environment,
                # the second takes long to count
                lambda: _arrived(mail, push) >= total and _told(mail, push) == total,
                signal.SIGTERM,
            )
            states = asked(environment, "SELECT state, count(*) FROM delivery GROUP BY state")
            assert states == [("sent", total)]
    _judge(mail, push)


def _judge(mail: MailService, push: PushService) -> None:
    named = {str(one["Message-ID"]) for one in mail.mails}
    assert len(named) == PEOPLE
    assert {str(one["To"]) for one in mail.mails} == {f"p{one}@vssid.example" for one in range(1, PEOPLE + 1)}
    assert len(push.pending) == PEOPLE
    assert len({path for path, _ in push.pending}) == PEOPLE
    repeats = _arrived(mail, push) - 2 * PEOPLE
    sys.stdout.write(f"{2 * PEOPLE} deliveries, {KILLS} kills, {repeats} repeats\n")
    assert 0 <= repeats <= KILLS * _IN_FLIGHT


def _told(mail: MailService, push: PushService) -> int:
    """How many different messages the receivers have seen."""
    return len({one["Message-ID"] for one in tuple(mail.mails)}) + len(push.pending)


def _arrived(mail: MailService, push: PushService) -> int:
    return len(mail.mails) + len(push.arrivals)


def _work_until(environment: dict[str, str], done: Callable[[], bool], end_with: signal.Signals) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-m", "vssid", "worker", "--interval", "0.05"], env=environment
    )
    try:
        deadline = time.monotonic() + _PATIENCE
        while not done():
            assert time.monotonic() < deadline, "the worker does not get there"
            assert worker.poll() is None
            time.sleep(0.005)
    finally:
        worker.send_signal(end_with)
        worker.wait(60)
