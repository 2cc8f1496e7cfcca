"""What a two-digit province code meant on a day.

Old numbers keep the old meaning for ever: on 2025-07-01 seven codes were given to another province.
So a code is read with the date on which the number was given, and the province where somebody lives
is never derived from a card, a facility or a citizen number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

import yaml

from vssid.domain.package_data import text_of
from vssid.domain.values.dated import Dated, NotInForce, Period
from vssid.domain.values.problem import Problem, marked

PATTERN = r"[0-9]{2}"


class UnknownProvince(Problem):
    code = "province_unknown"
    sentence = marked("No province had the code %(province)s on %(day)s.")


class Kind(StrEnum):
    CITY = "city"
    PROVINCE = "province"
    INSTITUTION = "institution"
    """Army and police: codes of the card office, without territory."""


@dataclass(frozen=True, slots=True)
class Province:
    """``successor``: code of the province it became (part of) on 2025-07-01; None for those of today."""

    code: str
    name: str
    kind: Kind
    successor: str | None = None


def province(code: str, day: date) -> Province:
    """The province of ``code`` on ``day``; raises UnknownProvince. Names are Vietnamese, as in law."""
    meanings = _meanings().get(code)
    try:
        if meanings is not None:
            return meanings.at(day)
    except NotInForce:
        pass
    raise UnknownProvince(province=code, day=day)


def province_or_none(code: str, day: date) -> Province | None:
    try:
        return province(code, day)
    except UnknownProvince:
        return None


def provinces(day: date) -> list[Province]:
    """All provinces of ``day`` by code: 34 since 2025-07-01, 63 before; without army and police."""
    known = (province_or_none(code, day) for code in sorted(_meanings()))
    return [one for one in known if one is not None and one.kind is not Kind.INSTITUTION]


def changed_on() -> date:
    """The first day of the 34 provinces."""
    day = _file()["changed_on"]
    assert isinstance(day, date)  # noqa: S101 - our own file
    return day


@cache
def reused_codes() -> frozenset[str]:
    """The codes that since 2025-07-01 carry the name another code had before: seven of them."""
    code_before = {one.name: one.code for one in provinces(changed_on() - timedelta(days=1))}
    return frozenset(
        one.code for one in provinces(changed_on()) if code_before.get(one.name, one.code) != one.code
    )


@cache
def _meanings() -> Mapping[str, Dated[Province]]:
    file = _file()
    first_new_day = changed_on()
    last_old_day = first_new_day - timedelta(days=1)
    periods: dict[str, list[Period[Province]]] = {}
    for row in file["until_2025_06_30"]:
        periods.setdefault(row["code"], []).append(Period(date.min, last_old_day, _province(row)))
    for row in file["since_2025_07_01"]:
        periods.setdefault(row["code"], []).append(Period(first_new_day, None, _province(row)))
    for row in file["institutions"]:
        periods.setdefault(row["code"], []).append(Period(date.min, None, _province(row)))
    return {code: Dated.of(held) for code, held in periods.items()}


def _province(row: Mapping[str, str]) -> Province:
    return Province(row["code"], row["name"], Kind(row["kind"]), row.get("successor"))


@cache
def _file() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(text_of(__package__, "provinces.yaml"))
    return loaded
