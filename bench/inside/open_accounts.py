"""``FOLDER COUNT``: accounts for COUNT people of the files in FOLDER; their numbers and as many of nobody.

One hash serves them all: what is measured is checking it. Also how many passwords a second one core hashes.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from random import Random

import django
import polars as pl

PASSWORD = "the password of none of them"
HASHES = 20


def main(folder: Path, count: int) -> None:
    from django.contrib.auth.hashers import make_password

    started = time.process_time()
    for _ in range(HASHES):
        make_password(PASSWORD)
    rate = HASHES / (time.process_time() - started)
    print(json.dumps({**accounts_and_nobody(folder, count), "hashes_a_second": rate}))


def accounts_and_nobody(folder: Path, count: int) -> dict[str, list[str]]:
    """COUNT numbers with an account, opened now, and as many that nobody has."""
    from django.contrib.auth.hashers import make_password

    delivered = pl.read_parquet(sorted(folder.glob("people-*.parquet")), columns=["insurance_number"])
    numbers = delivered["insurance_number"].drop_nulls()
    theirs = Random(1).sample(numbers.to_list(), count)
    _open(theirs, make_password(PASSWORD))
    return {"theirs": theirs, "nobodys": _unused(set(numbers), count)}


def _open(numbers: list[str], encoded: str) -> None:
    from vssid.apps.accounts.models import Account
    from vssid.apps.people.selectors.numbers import find_person
    from vssid.domain.values.actor import Actor, ActorKind
    from vssid.kit import clock

    measure, now = Actor(kind=ActorKind.SYSTEM, id="a measure"), clock.now()
    Account.objects.bulk_create(
        Account(username=number, person_id=find_person(measure, number), password=encoded, opened_at=now)
        for number in numbers
    )


def _unused(used: set[str], count: int) -> list[str]:
    """Numbers of the same form that nobody has."""
    random, found = Random(2), set[str]()
    while len(found) < count:
        found.add(f"01{random.randrange(10**8):08}")
        found -= used
    return sorted(found)


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]), int(sys.argv[2]))
