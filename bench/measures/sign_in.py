"""Does the time of an answer tell whether a number is known? Wrong password beside unknown number."""

from __future__ import annotations

import shutil

from bench import postgres
from bench.beside import MOST_PERCENT, Visitor, in_turn, interval, milliseconds, tries
from bench.children import WORK, collect_static, inside
from bench.population import files, import_kinds
from bench.result import Result, at_most, skipped, told
from bench.server import serving

PEOPLE = 10_000
HOME = WORK / "sign-in"
PATH = "/accounts/login/"
NAME = "sign-in, 99 % interval of unknown number against wrong password, farther end"


def measure(people: int) -> list[Result]:
    if not postgres.is_here():
        return [skipped(NAME, "no PostgreSQL server binaries")]
    shutil.rmtree(HOME, ignore_errors=True)
    with postgres.durable_cluster() as address:
        import_kinds(PEOPLE, "provinces", "wards", "offices", "people", home=HOME, database=address)
        facts = inside("open_accounts", files(PEOPLE), tries(), home=HOME, database=address)
        collect_static(HOME)
        with serving(HOME, address, "--workers", "1", VSSID_PROXIES="1") as server:
            visitor = Visitor(server.address, PATH)
            times = in_turn(
                {"wrong": facts["theirs"], "unknown": facts["nobodys"]},
                lambda number: _tries(visitor, number),
            )
    least, most = interval(times["unknown"], times["wrong"])
    medians = [milliseconds(times[kind]) for kind in ("wrong", "unknown")]
    return [
        at_most(NAME, max(-least, most), "%", MOST_PERCENT),
        told("sign-in, lower end of that interval", least, "%"),
        told("sign-in, upper end of that interval", most, "%"),
        told("sign-in, median of wrong password beside that of unknown number", medians[0], "ms", medians[1]),
        told("passwords hashed by one core", facts["hashes_a_second"], "a second"),
    ]


def _tries(visitor: Visitor, number: str) -> float:
    visitor.moves()
    return visitor.sends({"login": number, "password": "surely not the password"})
