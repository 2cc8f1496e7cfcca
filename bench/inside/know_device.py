"""Makes a device known to the account of whoever has a number: the token its browser keeps."""

from __future__ import annotations

import json
import secrets
import sys

import django


def main(number: str) -> None:
    from vssid.apps.accounts.models import Account, KnownDevice
    from vssid.apps.people.selectors.numbers import find_person
    from vssid.domain.values.actor import Actor, ActorKind
    from vssid.kit import clock
    from vssid.kit.sealing import lookup_digest

    token, now = secrets.token_urlsafe(32), clock.now()
    person_id = find_person(Actor(kind=ActorKind.SYSTEM, id="bench"), number)
    KnownDevice.objects.create(
        account=Account.objects.get(person_id=person_id),
        token_digest=lookup_digest("device", token),
        first_seen=now,
        last_seen=now,
    )
    print(json.dumps(token))


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1])
