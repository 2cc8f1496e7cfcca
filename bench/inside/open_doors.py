"""``FOLDER COUNT``: as ``open_accounts``, and each account has a code to reset with and one to activate with.

So that a wrong code meets, for a number somebody has, all that it can meet.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from pathlib import Path

import django

from bench.inside.open_accounts import accounts_and_nobody


def main(folder: Path, count: int) -> None:
    facts = accounts_and_nobody(folder, count)
    _send_codes()
    _approve_registrations()
    print(json.dumps(facts))


def _send_codes() -> None:
    from vssid.apps.accounts.models import Account, OneTimeCode
    from vssid.apps.accounts.sent_codes import CodePurpose, code_digest
    from vssid.kit import clock

    now, purpose = clock.now(), CodePurpose.RESET
    OneTimeCode.objects.bulk_create(
        OneTimeCode(
            account_id=pk,
            purpose=purpose,
            channel="sms",
            serial=str(pk),
            digest=code_digest(pk, purpose, "12345678"),
            sent_at=now,
            expires_at=now + timedelta(hours=12),
        )
        for pk in Account.objects.values_list("pk", flat=True)
    )


def _approve_registrations() -> None:
    from vssid.apps.accounts.models import Account, Registration
    from vssid.apps.accounts.registrations.states import State
    from vssid.kit import clock

    now = clock.now()
    Registration.objects.bulk_create(
        Registration(
            state=State.APPROVED,
            channel="web",
            language="vi",
            begun_at=now,
            changed_at=now,
            keep_until=now + timedelta(days=1),
            person_id=person_id,
            activation_digest="of no code",
            activation_until=now + timedelta(days=1),
        )
        for person_id in Account.objects.values_list("person_id", flat=True)
    )


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]), int(sys.argv[2]))
