"""A new key of the ring: sealing again is killed in the middle, begun again, and nothing is lost or left."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.environment.installation import asked, ended, installation, run

PEOPLE = 3_000

_FILL = """
import sys
import django
django.setup()
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from vssid.apps.accounts.models import Account, Contact
from vssid.apps.intake.models import Batch, BeforeImage
from vssid.apps.people.models import Person
from vssid.kit import clock
from vssid.kit.sealing import seal, seal_erasable

people, now = int(sys.argv[1]), clock.now()

def sealed(number, field):
    return seal(f"{field} of {number}", table="person", pk=number, field=field)

with transaction.atomic():
    Person.objects.bulk_create(
        Person(
            person_id=number,
            batch=1,
            full_name="A",
            email_sealed=sealed(number, "email"),
            phone_sealed=sealed(number, "phone") if number % 2 else "",
        )
        for number in range(1, people + 1)
    )
    batch = Batch.objects.create(kind="people", file_name="a.csv", digest="d", posted_at=now)
    BeforeImage.objects.create(
        batch=batch, table="person", key='["1"]', row={"full_name": "B", "email_sealed": sealed(1, "email")}
    )
    account = Account.objects.create(person_id=1, username="a", language="vi", opened_at=now)
    value = seal("a@vssid.example", table="account_contact", pk=f"{account.pk},d", field="value")
    Contact.objects.create(
        account=account, channel="email", digest="d", value_sealed=value, proved_how="code", since=now
    )
    subject = seal("s", table="linked_eid", pk="u", field="subject")
    SocialAccount.objects.create(
        user=account, provider="vneid", uid="u", extra_data={"acr": "2", "subject_sealed": subject}
    )
    seal_erasable("x", subject="case:1", table="t", pk=1, field="f")
"""

_ALL_OPEN = """
import django
django.setup()
from vssid.apps.privacy.sealed_tables import sealed_tables
from vssid.kit.sealing import unseal
from vssid.kit.subject_keys import key_named, name_of

opened = set()
for table in sealed_tables():
    for row in table.model._base_manager.values(*table.reads):
        for one in table.seals(row):
            opened.add(unseal(one.value, table=one.table, pk=one.pk, field=one.field))
assert key_named(name_of("case:1"))
print(len(opened - {""}))
"""


@pytest.mark.django_db  # names the kind of database; nothing is written to the tests' own
def test_killed_begun_again_and_whole(tmp_path: Path) -> None:
    with installation(tmp_path / "home") as environment:
        run(environment, "-c", _FILL, str(PEOPLE))
        known = run(environment, "-c", _ALL_OPEN)
        assert "k2 added" in run(environment, "-m", "vssid", "keys", "add")
        run(environment, "-m", "vssid", "keys", "use", "k2")
        assert "still sealed under k1" in _refused(environment, "retire", "k1")

        _killed_in_the_middle(environment)
        assert 0 < _under(environment, "k1") < PEOPLE
        assert run(environment, "-c", _ALL_OPEN) == known

        done = run(environment, "-m", "vssid", "keys", "reseal")
        assert "  0  to be sealed anew" in done
        assert _under(environment, "k1") == 0
        assert asked(environment, "SELECT count(*) FROM account_contact WHERE value_sealed LIKE 'v2|%'") == [
            (1,)
        ]
        run(environment, "-m", "vssid", "keys", "retire", "k1")
        assert run(environment, "-c", _ALL_OPEN) == known
        assert "k1" not in run(environment, "-m", "vssid", "keys", "status")


def _refused(environment: dict[str, str], *arguments: str) -> str:
    done = ended(environment, "-m", "vssid", "keys", *arguments)
    assert done.returncode == 1
    return done.stderr


def _under(environment: dict[str, str], key: str) -> int:
    [(number,)] = asked(environment, f"SELECT count(*) FROM person WHERE email_sealed LIKE 'v1|{key}|%'")
    return int(number)


def _killed_in_the_middle(environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "vssid", "keys", "reseal"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while _under(environment, "k2") == 0:
        assert time.monotonic() < deadline
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait(10)
