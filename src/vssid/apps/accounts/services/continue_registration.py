"""Goes on with a registration on another browser: its number, and a code to a contact that was proved."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import opened
from vssid.apps.accounts.registrations.codes import new_token, token_digest
from vssid.apps.accounts.registrations.errors import TooManyContinued, WrongRegistrationCode
from vssid.apps.accounts.registrations.numbers import key_in
from vssid.apps.accounts.registrations.rows import numbered, reachable_channels
from vssid.apps.accounts.services.begin_registration import kept_until
from vssid.apps.accounts.services.prove_contact import redeem, write_proof_code
from vssid.apps.limits.services.try_hit import try_hit

_AN_HOUR = timedelta(hours=1)
_CODES_OF_A_NUMBER, _TRIES_OF_A_NUMBER, _OF_A_NETWORK = 3, 10, 60


def ask_to_continue(*, number: str, network: str, now: datetime) -> None:
    """Codes to the contacts that open it, if there is such a registration: nothing tells whether there is.

    Not within a transaction. Raises TooManyContinued.
    """
    _count("codes", number, _CODES_OF_A_NUMBER, network, now)
    row = numbered(number)
    if row is None:
        return
    answers = opened(row.answers_sealed, row.pk)
    for channel, name in reachable_channels(row, answers):
        write_proof_code(row, channel, getattr(answers, name), now)


def continue_registration(*, number: str, typed: str, network: str, now: datetime) -> str:
    """The token of this browser; the one before opens nothing any more. Not within a transaction.

    Raises WrongRegistrationCode, also for a number nobody has; TooManyContinued.
    """
    _count("tries", number, _TRIES_OF_A_NUMBER, network, now)
    row = numbered(number)
    if row is None:
        raise WrongRegistrationCode(field="code")
    channels = reachable_channels(row, opened(row.answers_sealed, row.pk))
    redeemed = next((name for channel, name in channels if redeem(row, channel, typed, now)), None)
    if redeemed is None:
        raise WrongRegistrationCode(field="code")
    token = new_token()
    Registration.objects.filter(pk=row.pk).update(
        browser_digest=token_digest(token), **_proof(row, redeemed, now)
    )
    return token


def _proof(row: Registration, name: str, now: datetime) -> dict[str, datetime]:
    """The code of a contact that was only written down proves it."""
    if getattr(row, f"{name}_proven_at"):
        return {}
    return {f"{name}_proven_at": now, "keep_until": kept_until(now)}


def _count(kind: str, number: str, limit: int, network: str, now: datetime) -> None:
    """What was typed is counted, never what was found."""
    subjects = ((f"number {key_in(number)}", limit), (f"network {network}", _OF_A_NETWORK))
    for subject, most in subjects:
        verdict = try_hit(
            kind=f"registration_{kind}", subject=subject, limit=most, window=_AN_HOUR, now=now, growth=1
        )
        verdict.pass_or(TooManyContinued, now=now)
