"""Somebody who walks numbers through the public look-ups, with machines enough to solve any puzzle."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.test import Client

from vssid.apps.limits.services.work_puzzle import Puzzle

_TOKEN = re.compile(r'data-puzzle="([^"]+)"')
_BITS = re.compile(r'data-bits="(\d+)"')


def solved(puzzle: Puzzle) -> str:
    number = 0
    while int.from_bytes(sha256(f"{puzzle.token}:{number}".encode()).digest()) >> (256 - puzzle.bits):
        number += 1
    return str(number)


def puzzle_on(page: str) -> Puzzle:
    token, bits = _TOKEN.search(page), _BITS.search(page)
    assert token
    assert bits
    return Puzzle(token[1], int(bits[1]))


def solved_on(page: str) -> dict[str, str]:
    """The fields a browser adds: the puzzle of the page and its answer."""
    puzzle = puzzle_on(page)
    return {"puzzle": puzzle.token, "answer": solved(puzzle)}


@dataclass
class Walker:
    """Asks at one ``address`` from one ``network``; every page carries the puzzle for the next question."""

    address: str
    network: str = "203.0.113.7"
    client: Client = field(default_factory=lambda: Client(headers={"accept-language": "en"}))
    _page: str = ""

    def ask(self, typed: Mapping[str, str]) -> Any:
        """The response of the test client."""
        sent = {**typed, **solved_on(self._form())}
        answer = self.client.post(self.address, sent, REMOTE_ADDR=self.network)
        self._page = answer.content.decode()
        return answer

    def _form(self) -> str:
        if "data-puzzle" not in self._page:
            self._page = self.client.get(self.address, REMOTE_ADDR=self.network).content.decode()
        return self._page
