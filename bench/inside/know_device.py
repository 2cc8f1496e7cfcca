"""Makes a device known to the account of whoever has a number: the token its browser keeps."""

from __future__ import annotations

import json
import sys

import django


def main(number: str) -> None:
    from vssid.apps.accounts.models import Account
    from vssid.apps.accounts.services.remember_device import remember_device
    from vssid.apps.people.selectors.numbers import find_person
    from vssid.domain.values.actor import Actor, ActorKind
    from vssid.kit import clock

    person_id = find_person(Actor(kind=ActorKind.SYSTEM, id="bench"), number)
    account = Account.objects.get(person_id=person_id)
    print(json.dumps(remember_device(account_id=account.pk, user_agent="", now=clock.now())))


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1])
