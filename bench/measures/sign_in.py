"""Does the time of an answer tell whether a number is known? Wrong password beside unknown number, over HTTP.

Each try is the first for its number and comes from an address of its own, as from a careful scraper: the
counters see new subjects on both sides, and no limit is met. One connection, both kinds in turn.
"""

from __future__ import annotations

import http.client
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode, urlsplit

import numpy as np
from numpy.typing import NDArray

from bench import postgres
from bench.children import WORK, collect_static, inside
from bench.population import files, import_kinds
from bench.result import Result, at_most, skipped, told
from bench.server import serving

PEOPLE = 10_000
TRIES, TRIES_FULL = 500, 2_000
WARM_UP = 20
MOST_PERCENT = 5.0
RESAMPLES = 4_000
HOME = WORK / "sign-in"
PATH = "/accounts/login/"
NAME = "sign-in, 99 % interval of unknown number against wrong password, farther end"


def measure(people: int) -> list[Result]:
    if not postgres.is_here():
        return [skipped(NAME, "no PostgreSQL server binaries")]
    shutil.rmtree(HOME, ignore_errors=True)
    tries = TRIES_FULL if os.environ.get("BENCH_FULL") else TRIES
    with postgres.durable_cluster() as address:
        import_kinds(PEOPLE, "provinces", "wards", "offices", "people", home=HOME, database=address)
        facts = inside("open_accounts", files(PEOPLE), tries + WARM_UP, home=HOME, database=address)
        collect_static(HOME)
        with serving(HOME, address, "--workers", "1", VSSID_PROXIES="1") as server:
            wrong, unknown = _times(server.address, facts["theirs"], facts["nobodys"])
    least, most = _interval(unknown, wrong)
    medians = [1e3 * float(np.median(times)) for times in (wrong, unknown)]
    return [
        at_most(NAME, max(-least, most), "%", MOST_PERCENT),
        told("sign-in, lower end of that interval", least, "%"),
        told("sign-in, upper end of that interval", most, "%"),
        told("sign-in, median of wrong password beside that of unknown number", medians[0], "ms", medians[1]),
        told("passwords hashed by one core", facts["hashes_a_second"], "a second"),
    ]


def _times(address: str, theirs: list[str], nobodys: list[str]) -> tuple[NDArray[np.float64], ...]:
    """Seconds of each try with a number of ``theirs`` and of ``nobodys``; the first few warm up."""
    visitor, random = _Visitor(urlsplit(address).netloc), Random(3)
    times: dict[str, list[float]] = {"theirs": [], "nobodys": []}
    for pair in zip(theirs, nobodys, strict=True):
        kinds = list(zip(times, pair, strict=True))
        random.shuffle(kinds)
        for kind, number in kinds:
            times[kind].append(visitor.tries(number))
    return tuple(np.array(seconds[WARM_UP:]) for seconds in times.values())


def _interval(first: NDArray[np.float64], second: NDArray[np.float64]) -> tuple[float, float]:
    """99 % bootstrap interval of median(first) - median(second), in percent of the latter."""
    chance = np.random.default_rng(1)
    medians = [
        np.median(chance.choice(sample, (RESAMPLES, len(sample))), axis=1) for sample in (first, second)
    ]
    differences = 100 * (medians[0] - medians[1]) / np.median(second)
    least, most = np.percentile(differences, [0.5, 99.5])
    return float(least), float(most)


@dataclass
class _Visitor:
    """One connection that sends the sign-in form, each time from another address."""

    place: str

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection(self.place, timeout=60)
        self.addresses = _addresses()
        self.connection.request("GET", PATH)
        answer = self.connection.getresponse()
        answer.read()
        cookies = answer.headers.get_all("Set-Cookie") or []
        self.token = next(
            text.split(";")[0].partition("=")[2] for text in cookies if text.startswith("csrftoken")
        )

    def tries(self, number: str) -> float:
        """Seconds until a wrong try for ``number`` is answered."""
        form = {"csrfmiddlewaretoken": self.token, "login": number, "password": "surely not the password"}
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"csrftoken={self.token}",
            "X-Forwarded-For": next(self.addresses),
        }
        started = time.perf_counter()
        self.connection.request("POST", PATH, urlencode(form), headers)
        answer = self.connection.getresponse()
        answer.read()
        seconds = time.perf_counter() - started
        if answer.status != 200:
            raise RuntimeError(f"a wrong try was answered with {answer.status}")
        return seconds


def _addresses() -> Iterator[str]:
    for number in range(1, 1 << 24):
        yield f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"
