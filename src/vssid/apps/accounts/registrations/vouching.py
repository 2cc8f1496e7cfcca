"""What VNeID vouched for when a registration began: number, name and birth date, while they stand as told."""

from __future__ import annotations

import hmac

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import Answers
from vssid.kit.sealing import lookup_digest


def vouch(row: Registration, answers: Answers) -> None:
    row.vouched_digest = _digest(row.pk, answers)
    row.save(update_fields=["vouched_digest"])


def is_vouched(row: Registration, answers: Answers) -> bool:
    """Not any more once the applicant has changed one of them."""
    return bool(row.vouched_digest) and hmac.compare_digest(row.vouched_digest, _digest(row.pk, answers))


def _digest(pk: int, answers: Answers) -> str:
    return lookup_digest(
        "registration_vouched", f"{pk} {answers.number} {answers.full_name} {answers.born_on}"
    )
