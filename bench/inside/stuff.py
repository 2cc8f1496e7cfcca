"""``FOLDER PAIRS``: a list of PAIRS stolen pairs tried at the sign-in page, half against people of the files.

Fifty pairs a number, the right one last; what came of it, and whether the people's own devices still get in.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import django

from bench.inside.open_accounts import PASSWORD, accounts_and_nobody

PASSWORDS = 50
NETWORKS = 400
"""A side. More than a hundred wrong tries in ten minutes from one of them, and it is slowed."""


def main(folder: Path, pairs: int) -> None:
    from django.conf import settings
    from tests.security.stuffing import Twins, stuff

    from vssid.kit import clock

    numbers = accounts_and_nobody(folder, pairs // PASSWORDS // 2)
    twins = [
        Twins(known, unknown, PASSWORD)
        for known, unknown in zip(numbers["theirs"], numbers["nobodys"], strict=True)
    ]
    devices, began, started = _devices(), clock.now(), time.monotonic()
    seen = stuff(twins, passwords=PASSWORDS - 1, networks=NETWORKS, now=began)
    took = time.monotonic() - started
    facts = {
        "pairs": seen.answers.total(),
        "limit": settings.SIGN_IN_TRIES,
        "most_hashed": max(seen.hashed.values()),
        "told_apart": len(seen.told_apart),
        "opened": len(seen.opened),
        "answers": dict(seen.answers),
        "people": len(devices),
        "let_in": sum(_lets_in(number, token) for number, token in devices.items()),
        "seconds": took,
    }
    print(json.dumps(facts))


def _devices() -> dict[str, str]:
    """What each person's own browser keeps, by number."""
    from vssid.apps.accounts.models import Account
    from vssid.apps.accounts.services.remember_device import remember_device
    from vssid.kit import clock

    return {
        number: remember_device(account_id=pk, user_agent="", now=clock.now())
        for pk, number in Account.objects.values_list("pk", "username")
    }


def _lets_in(number: str, token: str) -> bool:
    from django.test import Client

    browser = Client(SERVER_NAME="localhost")
    browser.cookies["vssid_device"] = token
    answer = browser.post("/accounts/login/", {"login": number, "password": PASSWORD})
    return answer.status_code == 302 and "_auth_user_id" in browser.session


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]), int(sys.argv[2]))
