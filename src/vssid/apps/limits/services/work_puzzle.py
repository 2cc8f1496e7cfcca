"""A small calculation a browser does before it may ask about a person: dear a thousand times, not once.

The puzzle is a sealed token: nothing is stored until it is used, and it is used once. Its answer is a number
that, after the token and a colon, gives a SHA-256 with ``bits`` leading zeros. Who cannot calculate (no
script) waits instead, and has a smaller budget.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from vssid.apps.limits.errors import PuzzleUnsolved
from vssid.apps.limits.selectors.recent_tries import recent_tries
from vssid.apps.limits.services.try_hit import try_hit
from vssid.kit.sealing import lookup_digest
from vssid.kit.tokens import TokenBroken, opened_token, sealed_token

LASTS = timedelta(minutes=20)
WAIT_WITHOUT_SCRIPT = timedelta(seconds=30)
TRIES = "person_lookup"
_KIND = "puzzle"
_EASIEST, _HARDEST, _TRIES_A_BIT = 13, 20, 3


@dataclass(frozen=True, slots=True)
class Puzzle:
    token: str
    bits: int


def new_puzzle(*, caller: str, now: datetime) -> Puzzle:
    """Each three recent tries of ``caller`` double the work."""
    bits = min(_EASIEST + recent_tries(kind=TRIES, subject=caller, now=now) // _TRIES_A_BIT, _HARDEST)
    content = f"{bits}|{int(now.timestamp())}|{lookup_digest(_KIND, caller)}|{secrets.token_hex(8)}"
    return Puzzle(sealed_token(_KIND, content.encode()), bits)


def take_puzzle(*, caller: str, token: str, answer: str, now: datetime) -> bool:
    """Uses the puzzle up. True when it was solved, False when ``answer`` is empty but the wait was kept.

    Raises PuzzleUnsolved for any other token: not ours, another caller's, too old, too early, used, unsolved.
    """
    bits, issued = _opened(token, caller)
    age = now - issued
    solved = bool(answer)
    if solved and not _solves(token, answer, bits):
        raise PuzzleUnsolved
    if not timedelta(0) <= age <= LASTS or (not solved and age < WAIT_WITHOUT_SCRIPT):
        raise PuzzleUnsolved
    if not try_hit(kind="puzzle_used", subject=token, limit=1, window=LASTS, now=now).allowed:
        raise PuzzleUnsolved
    return solved


def _opened(token: str, caller: str) -> tuple[int, datetime]:
    try:
        bits, issued, owner, _ = opened_token(_KIND, token[:400]).decode().split("|")
    except TokenBroken as broken:
        raise PuzzleUnsolved from broken
    if owner != lookup_digest(_KIND, caller):
        raise PuzzleUnsolved
    return int(bits), datetime.fromtimestamp(int(issued), UTC)


def _solves(token: str, answer: str, bits: int) -> bool:
    digest = sha256(f"{token}:{answer[:20]}".encode()).digest()
    return int.from_bytes(digest) >> (256 - bits) == 0
