"""A list of stolen pairs, tried at the sign-in page; each number somebody has beside one that nobody has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from unittest.mock import patch

from django.contrib.auth.hashers import check_password
from django.test import Client
from django.test.client import ClientHandler

from tests.security.signed_in import without_tokens
from vssid.kit import clock

_HASHER = "vssid.apps.accounts.hashing.check_password"
_LOGIN = "/accounts/login/"
_LASTS = timedelta(minutes=4)
"""Less than an account stays closed: whoever waits for that is another attacker."""
_OWN = {"Content-Length", "Content-Security-Policy", "Expires", "X-Request-Id"}
"""Headers every answer has of its own; the length is that of the number, and the page is compared."""


@dataclass(frozen=True)
class Twins:
    """``known`` has an account that ``password`` opens; ``unknown`` is nobody's."""

    known: str
    unknown: str
    password: str


@dataclass
class Outcome:
    """``hashed``: tries that reached a password hash, by number; ``told_apart``: numbers whose answers were
    not those of their twin; ``opened``: numbers that let somebody in."""

    hashed: Counter[str] = field(default_factory=Counter)
    told_apart: set[str] = field(default_factory=set)
    opened: set[str] = field(default_factory=set)
    answers: Counter[int] = field(default_factory=Counter)


def stuff(twins: Sequence[Twins], *, passwords: int, networks: int, now: datetime) -> Outcome:
    """So many wrong passwords a number, and then the right one, as a list in the order of its passwords has
    them; ``networks`` addresses a side, in turn. Both twins are tried at the same instant."""
    outcome = Outcome()
    step = _LASTS / (passwords + 1) / len(twins)
    for round_ in range(passwords + 1):
        for place, pair in enumerate(twins):
            number = round_ * len(twins) + place
            typed = pair.password if round_ == passwords else f"stolen elsewhere {round_}"
            high, low = divmod(number % networks, 250)
            with clock.pinned(now + number * step):
                answers = [
                    _tried(one, typed, f"10.{side}.{high}.{low}", outcome)
                    for side, one in enumerate((pair.known, pair.unknown))
                ]
            if answers[0] != answers[1]:
                outcome.told_apart.add(pair.known)
    return outcome


@cache
def _handler() -> ClientHandler:
    """One for all browsers: to load the middleware takes five times as long as a try."""
    return ClientHandler(enforce_csrf_checks=False)


def _tried(number: str, password: str, network: str, outcome: Outcome) -> tuple[object, ...]:
    """All that the attacker sees, without the number itself and what every answer has of its own."""
    with patch(_HASHER, _counting(number, outcome)):
        browser = Client(SERVER_NAME="localhost", REMOTE_ADDR=network)
        browser.handler = _handler()
        answer = browser.post(_LOGIN, {"login": number, "password": password})
    outcome.answers[answer.status_code] += 1
    if answer.status_code == 302:
        outcome.opened.add(number)
    page = without_tokens(answer.content.decode().replace(number, "NUMBER"))
    headers = {name: value for name, value in answer.items() if name not in _OWN}
    return answer.status_code, headers, sorted(answer.cookies), page


def _counting(number: str, outcome: Outcome) -> Callable[..., bool]:
    def check(*given: Any, **named: Any) -> bool:
        outcome.hashed[number] += 1
        return check_password(*given, **named)

    return check
