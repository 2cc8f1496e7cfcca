"""``FOLDER COUNT FILE``: COUNT people with an account and a device of their own, a line each in FILE.

Also how long one password hashes, in processor seconds.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import django

from bench.inside.open_accounts import HASHES, PASSWORD, accounts_and_nobody


def main(folder: Path, count: int, file: Path) -> None:
    from django.contrib.auth.hashers import make_password

    from vssid.apps.accounts.models import Account
    from vssid.apps.accounts.services.remember_device import remember_device
    from vssid.kit import clock

    numbers = accounts_and_nobody(folder, count)["theirs"]
    accounts = dict(Account.objects.values_list("username", "pk"))
    password, now = PASSWORD.replace(" ", "+"), clock.now()
    with file.open("w") as lines:
        for number in numbers:
            token = remember_device(account_id=accounts[number], user_agent="", now=now)
            lines.write(f"{number} {token} {password}\n")
    started = time.process_time()
    for _ in range(HASHES):
        make_password(PASSWORD)
    print(json.dumps({"hash_seconds": (time.process_time() - started) / HASHES}))


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
