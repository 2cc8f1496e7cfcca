"""Does the time of an answer tell whether a number is known? The doors beside sign-in that take a number.

A code asked for to reset a password; a wrong code to reset with; a wrong code to activate with. Whoever is
known has an account, a code on its way and an approved registration: the wrong code meets all of them.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field

from bench import postgres
from bench.beside import MOST_PERCENT, Times, Visitor, in_turn, interval, milliseconds, tries
from bench.children import WORK, collect_static, inside
from bench.population import files, import_kinds
from bench.result import Result, at_most, skipped, told
from bench.server import serving

PEOPLE = 10_000
HOME = WORK / "sign-in-doors"
_CODE = {"code": "00000000", "password": "mot-khu-vuon-sau-nha"}


@dataclass(frozen=True)
class Door:
    name: str
    path: str
    status: int = 200
    typed: dict[str, str] = field(default_factory=dict)


DOORS = (
    Door("code asked for", "/accounts/recover/sms/", 302),
    Door("wrong code to reset with", "/accounts/recover/counter/", typed=_CODE),
    Door("wrong code to activate with", "/accounts/activate/", typed=_CODE),
)


def measure(people: int) -> list[Result]:
    if not postgres.is_here():
        return [skipped(_name(DOORS[0]), "no PostgreSQL server binaries")]
    shutil.rmtree(HOME, ignore_errors=True)
    with postgres.durable_cluster() as address:
        import_kinds(PEOPLE, "provinces", "wards", "offices", "people", home=HOME, database=address)
        facts = inside("open_doors", files(PEOPLE), tries(), home=HOME, database=address)
        numbers = {"known": facts["theirs"], "unknown": facts["nobodys"]}
        collect_static(HOME)
        with serving(HOME, address, "--workers", "1", VSSID_PROXIES="1") as server:
            return [
                result for door in DOORS for result in _results(door, _asked(door, server.address, numbers))
            ]


def _asked(door: Door, address: str, numbers: dict[str, list[str]]) -> dict[str, Times]:
    visitor = Visitor(address, door.path, door.status)

    def ask(number: str) -> float:
        visitor.moves()
        return visitor.sends({"login": number, **door.typed})

    return in_turn(numbers, ask)


def _results(door: Door, times: dict[str, Times]) -> list[Result]:
    least, most = interval(times["unknown"], times["known"])
    known, unknown = (milliseconds(times[kind]) for kind in ("known", "unknown"))
    return [
        at_most(_name(door), max(-least, most), "%", MOST_PERCENT),
        told(f"{door.name}, lower end of that interval", least, "%"),
        told(f"{door.name}, upper end of that interval", most, "%"),
        told(f"{door.name}, median of known beside unknown", known, "ms", unknown),
    ]


def _name(door: Door) -> str:
    return f"{door.name}, 99 % interval of unknown number against known, farther end"
