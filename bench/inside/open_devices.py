"""``FOLDER COUNT FILE CHEAP``: COUNT people with an account and a device of their own, a line each in FILE.

The second half of them in CHEAP: their password is hashed at the least cost there is.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import argon2
import django

from bench.inside.open_accounts import PASSWORD, accounts_and_nobody

_LEAST = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def main(folder: Path, count: int, file: Path, cheap: Path) -> None:
    from vssid.apps.accounts.models import Account
    from vssid.apps.accounts.services.remember_device import remember_device
    from vssid.kit import clock

    numbers = accounts_and_nobody(folder, count)["theirs"]
    accounts = dict(Account.objects.values_list("username", "pk"))
    password, now = PASSWORD.replace(" ", "+"), clock.now()
    halves = {file: numbers[: count // 2], cheap: numbers[count // 2 :]}
    for written, half in halves.items():
        with written.open("w") as lines:
            for number in half:
                token = remember_device(account_id=accounts[number], user_agent="", now=now)
                lines.write(f"{number} {token} {password}\n")
    at_least_cost = "argon2" + _LEAST.hash(PASSWORD)
    today = clock.now().astimezone(clock.VIETNAM)
    Account.objects.filter(username__in=halves[cheap]).update(
        password=at_least_cost,
        active_month=today.year * 12
        + today.month
        - 1,  # as usual: the first sign-in of a month is one of many
    )
    print(json.dumps({}))


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
