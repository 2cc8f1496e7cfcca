"""The public check of a paper, with a budget for each caller."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.documents.errors import TooManyChecks
from vssid.apps.documents.selectors.check_code import CheckAnswer, check_code
from vssid.apps.limits.services.try_hit import try_hit

CHECKS_A_MINUTE = 10


def check_document(*, caller: str, code: str, now: datetime) -> CheckAnswer:
    """Counts the check against ``caller`` (the address it comes from), then answers; TooManyChecks."""
    count_check(caller=caller, now=now)
    return check_code(code)


def count_check(*, caller: str, now: datetime) -> None:
    """TooManyChecks when the ten of a minute are spent. Many share an address: the closing does not grow."""
    verdict = try_hit(
        kind="check_document",
        subject=caller,
        limit=CHECKS_A_MINUTE,
        window=timedelta(minutes=1),
        now=now,
        growth=1.0,
    )
    verdict.pass_or(TooManyChecks, now=now)
