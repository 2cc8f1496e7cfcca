"""Is this number's password right. The one place where a stranger's try reaches a password hash.

A number nobody has goes the same way as one that somebody has: the same statements, the same counters, one
hash of the same cost, the same words. A device the account was used on before has a counter of its own, so a
stranger who closes the account to unknown devices does not close it to its owner.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from vssid.apps.accounts.errors import NetworkSlowed, TooManyTries, WrongNumberOrPassword
from vssid.apps.accounts.hashing import NOBODYS_PASSWORD, hashing_turn, is_password, refuse_when_full
from vssid.apps.accounts.models import Account
from vssid.apps.accounts.selectors.devices import account_on_device
from vssid.apps.limits.selectors.closings import blocked_until
from vssid.apps.limits.services.clear_tries import clear_tries
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.limits.services.watch_canaries import watch_canaries
from vssid.apps.people.selectors.numbers import find_person, read_number
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.sealing import lookup_digest

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="sign_in")

_STRANGER, _DEVICE = "sign_in_stranger", "sign_in_device"
_ADDRESS, _NETWORK, _NETWORK_PACE = "sign_in_address", "sign_in_network", "sign_in_network_pace"

_ADDRESS_TRIES, _ADDRESS_WINDOW = 50, timedelta(hours=12)
# thousands may share one carrier address: a network is slowed, never stopped
_NETWORK_TRIES, _NETWORK_WINDOW = 100, timedelta(minutes=10)
_PACE = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Caller:
    """``device_token``: what the browser keeps, empty when nothing; ``network``: the address it calls from,
    an IPv6 address shortened to what one subscriber has."""

    device_token: str
    network: str


def check_number_and_password(*, number: str, password: str, caller: Caller, now: datetime) -> Account:
    """The account that ``number`` (any the person ever had) and ``password`` open.

    Raises WrongNumberOrPassword, TooManyTries, NetworkSlowed, SignInBusy, or what is wrong with the number's
    form. Takes no actor: before this, nobody is anybody.
    """
    refuse_when_full()
    person_id = find_person(_LOOKING_UP, number)
    account, known = account_on_device(person_id, caller.device_token)
    typed = read_number(number)[0][1]
    watch_canaries(number=typed, caller=caller.network, door="sign_in")
    subject = f"account {account.pk}" if account else f"number {typed}"
    with hashing_turn():
        counted = _count_try(subject, caller, known=known, now=now)
        right = is_password(password, account.password if account else NOBODYS_PASSWORD)
    if account is None or not right or not account.is_active:
        _count_wrong(caller, known=known, now=now)
        raise WrongNumberOrPassword
    for kind, counted_subject in counted:
        clear_tries(kind=kind, subject=counted_subject)
    return account


def _count_try(subject: str, caller: Caller, *, known: bool, now: datetime) -> list[tuple[str, str]]:
    """Counts before hashing, so that no more than the limit ever hash; the counters that a success clears."""
    if known:
        own = (_DEVICE, f"{subject} {lookup_digest('device', caller.device_token)}")
        _hit(*own, limit=settings.SIGN_IN_TRIES, window=settings.SIGN_IN_LOCK, now=now)
        return [own]
    _keep_pace(caller.network, now)
    stranger, address = (_STRANGER, subject), (_ADDRESS, f"{subject} {caller.network}")
    _hit(*stranger, limit=settings.SIGN_IN_TRIES, window=settings.SIGN_IN_LOCK, now=now)
    _hit(*address, limit=_ADDRESS_TRIES, window=_ADDRESS_WINDOW, now=now)
    return [stranger, address]


def _hit(kind: str, subject: str, *, limit: int, window: timedelta, now: datetime) -> None:
    verdict = try_hit(kind=kind, subject=subject, limit=limit, window=window, now=now)
    verdict.pass_or(TooManyTries, now=now)


def _keep_pace(network: str, now: datetime) -> None:
    if blocked_until(kind=_NETWORK, subject=network, now=now) is None:
        return
    verdict = try_hit(kind=_NETWORK_PACE, subject=network, limit=1, window=_PACE, now=now, growth=1)
    verdict.pass_or(NetworkSlowed, now=now)


def _count_wrong(caller: Caller, *, known: bool, now: datetime) -> None:
    if not known:
        try_hit(
            kind=_NETWORK,
            subject=caller.network,
            limit=_NETWORK_TRIES,
            window=_NETWORK_WINDOW,
            now=now,
            growth=1,
        )
