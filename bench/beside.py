"""Two kinds of the same question beside each other over HTTP: does the time of the answer tell which it was?

Each question comes from an address of its own, as from a careful scraper: the counters see new subjects on
both sides, and no limit is met. One connection, all kinds in turn, in an order drawn anew each time.
"""

from __future__ import annotations

import http.client
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar
from urllib.parse import urlencode, urlsplit

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")
Times = NDArray[np.float64]

WARM_UP = 20
MOST_PERCENT = 5.0
_TRIES, _TRIES_FULL = 500, 2_000
_RESAMPLES = 4_000


def tries() -> int:
    """Questions of each kind, the first few of which warm up and do not count."""
    return (_TRIES_FULL if os.environ.get("BENCH_FULL") else _TRIES) + WARM_UP


def in_turn(questions: Mapping[str, Sequence[T]], ask: Callable[[T], float]) -> dict[str, Times]:
    """Seconds of each question, by kind."""
    random = Random(3)
    times: dict[str, list[float]] = {kind: [] for kind in questions}
    for together in zip(*questions.values(), strict=True):
        kinds = list(zip(questions, together, strict=True))
        random.shuffle(kinds)
        for kind, question in kinds:
            times[kind].append(ask(question))
    return {kind: np.array(seconds[WARM_UP:]) for kind, seconds in times.items()}


def interval(first: Times, second: Times) -> tuple[float, float]:
    """99 % bootstrap interval of median(first) - median(second), in percent of the latter."""
    chance = np.random.default_rng(1)
    medians = [
        np.median(chance.choice(sample, (_RESAMPLES, len(sample))), axis=1) for sample in (first, second)
    ]
    differences = 100 * (medians[0] - medians[1]) / np.median(second)
    least, most = np.percentile(differences, [0.5, 99.5])
    return float(least), float(most)


def milliseconds(times: Times) -> float:
    return 1e3 * float(np.median(times))


@dataclass
class Visitor:
    """One connection to ``address`` that opens and sends the form at ``path``.

    ``status``: what the sent form is answered with.
    """

    address: str
    path: str
    status: int = 200

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        self.networks = _networks()
        self.network = next(self.networks)
        self.token = self._token()

    def moves(self) -> None:
        """Asks from another network from here on."""
        self.network = next(self.networks)

    def opens(self) -> str:
        """The page of the form."""
        return self._answered("GET")[0]

    def sends(self, form: Mapping[str, str]) -> float:
        """Seconds until the form is answered."""
        body = urlencode({"csrfmiddlewaretoken": self.token, **form})
        return self._answered("POST", body, self.status)[1]

    def _answered(self, method: str, body: str | None = None, status: int = 200) -> tuple[str, float]:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"csrftoken={self.token}",
            "X-Forwarded-For": self.network,
        }
        started = time.perf_counter()
        self.connection.request(method, self.path, body, headers)
        answer = self.connection.getresponse()
        page = answer.read()
        seconds = time.perf_counter() - started
        if answer.status != status:
            raise RuntimeError(f"{method} {self.path} was answered with {answer.status}")
        return page.decode(), seconds

    def _token(self) -> str:
        self.connection.request("GET", self.path)
        answer = self.connection.getresponse()
        answer.read()
        cookies = answer.headers.get_all("Set-Cookie") or []
        return next(text.split(";")[0].partition("=")[2] for text in cookies if text.startswith("csrftoken"))


def _networks() -> Iterator[str]:
    for number in range(1, 1 << 24):
        yield f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"
