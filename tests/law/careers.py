"""Invented careers, births and dismissals: ordinary ones, and many that stand on an edge of the law.

The same seed gives the same people. Edges: 2014, the joining brackets of article 72, the steps of 2018 to
2022, 2025-07-01 and 2026-07-01, 15, 20, 30 and 35 years, odd months, gaps, ages around retirement, caps and
floors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.law.naive import figures
from tests.law.naive.career import Career, Paid

STARTS = """2016-01 2017-12 2018-01 2019-01 2020-12 2021-01 2022-01 2023-07 2024-07 2025-01 2025-06 2025-07
2026-01 2026-06 2026-07"""
JOINED = """1994-12 1995-01 2000-12 2001-01 2006-12 2007-01 2013-12 2014-01 2015-12 2016-01 2019-12 2020-01
2024-12 2025-01 2025-06"""
SHAPES = ["state", "employer", "mixed", "state first", "with voluntary", "voluntary", "voluntary first"]
MONTHS_EDGES = [
    1,
    11,
    12,
    13,
    174,
    179,
    180,
    186,
    187,
    239,
    240,
    246,
    299,
    300,
    359,
    360,
    366,
    419,
    420,
    426,
    427,
]
GROUPS = ["a", "a", "a", "b", "c", "d", "dd", "e", "g", "h", "i", "k", "l", "m", "n"]
FIRST_VOLUNTARY = date(2008, 1, 1)
FIRST_BASE_SALARY = date(1993, 4, 1)


@dataclass(frozen=True)
class Claim:
    """A career, and the month in which the person asks for what it is worth."""

    career: Career
    start: date


def claims(seed: int, count: int) -> Iterator[Claim]:
    random = Random(seed)  # noqa: S311 - invented people
    for _ in range(count):
        yield _claim(random)


def _month(random: Random, edges: str, first: date, last: date) -> date:
    if random.random() < 0.4:
        return date.fromisoformat(f"{random.choice(edges.split())}-01")
    return figures.month_after(first, random.randrange(figures.months_between(first, last) + 1))


def _claim(random: Random) -> Claim:
    start = _month(random, STARTS, date(2016, 1, 1), date(2026, 12, 1))
    sex = random.choice(["male", "female"])
    paid = _paid(random, start)
    return Claim(
        Career(
            sex=sex,
            born=_born(random, sex, start),
            group=random.choice(GROUPS),
            paid=paid,
            impairment=random.choice([0, 0, 0, 60, 61, 75, 80, 81, 95]),
            commune=sex == "female" and random.random() < 0.05,
        ),
        start,
    )


def _born(random: Random, sex: str, start: date) -> date:
    """Often so that the retirement age is reached in the month before the pension, or a month off."""
    usual = figures.age_months_of_year(sex, start.year) + 1
    off = random.choice([-4, -1, 0, 0, 0, 1, 3]) if random.random() < 0.7 else random.randint(-130, 90)
    return figures.month_after(start, -usual - off).replace(day=random.randint(1, 28))


def _paid(random: Random, start: date) -> tuple[Paid, ...]:
    """The months of a career with its gaps, oldest first, the last before ``start``."""
    wanted = random.choice(MONTHS_EDGES) if random.random() < 0.7 else random.randint(1, 500)
    last = figures.month_after(start, -1 - random.choice([0, 0, 0, 1, 5, 12, 13, 40]))
    gaps = random.choice([0, 0, 1, 7, 30])
    joined = figures.month_after(last, 1 - wanted - gaps)
    if random.random() < 0.4:
        joined = min(_month(random, JOINED, date(1978, 1, 1), date(2012, 12, 1)), last)
    shape = random.choice(SHAPES)
    if shape == "voluntary":
        joined = max(joined, FIRST_VOLUNTARY)
    wanted = wanted if joined >= FIRST_BASE_SALARY else max(wanted, 12)
    span = figures.months_between(joined, last) + 1
    months = [figures.month_after(joined, at) for at in range(span)]
    if span > gaps + 2:
        hole = random.randrange(1, span - gaps)
        months = months[:hole] + months[hole + gaps :]
    months = (
        months[:wanted] if random.random() < 0.5 else months[:1] + months[1:][-(wanted - 1) or len(months) :]
    )
    return tuple(_wages(random, months, shape))


def _wages(random: Random, months: list[date], shape: str) -> Iterator[Paid]:
    """A wage that rises now and then; what changes hands changes at random months."""
    change = months[random.randrange(len(months))]
    work = random.choice(["normal", "normal", "normal", "hazardous", "extreme", "coal"])
    group = random.choice([None, "poor", "near_poor", "ethnic_minority", "other"])
    coefficient = random.randint(100, 900)
    wage = random.choice([730_000, 2_340_000, 4_960_000, 9_800_001, 23_400_000, 46_800_000, 50_600_000])
    for month in months:
        if random.random() < 0.03:
            coefficient = random.randint(100, 1_000)
            wage = min(50_600_000, wage * random.randint(80, 150) // 100)
        scale = _scale(random, shape, month, change)
        voluntary = scale == "voluntary"
        amount = coefficient if scale == "state" else max(wage, _least_income(month)) if voluntary else wage
        yield Paid(month, scale, amount, "normal" if voluntary else work, group if voluntary else None)


def _least_income(month: date) -> int:
    """Nobody chooses less than the rural poverty line, from which the State's part is reckoned."""
    return figures.poverty_line(month) if month >= date(2016, 1, 1) else figures.base_salary(month)


def _scale(random: Random, shape: str, month: date, change: date) -> str:
    early = month < change
    scale = {
        "state": "state",
        "employer": "employer",
        "mixed": "state" if early or random.random() < 0.02 else "employer",
        "state first": "employer" if early else "state",
        "with voluntary": "employer" if early else "voluntary",
        "voluntary": "voluntary",
        "voluntary first": "voluntary" if early else "state",
    }[shape]
    return "employer" if scale == "voluntary" and month < FIRST_VOLUNTARY else scale


@dataclass(frozen=True)
class Birth:
    wages: dict[date, int]
    day: date
    children: int
    living_before: int
    bed_rest: bool
    infertility: bool
    surgery: bool
    under_32_weeks: bool
    weeks: int
    """of a pregnancy lost on the day"""
    prescribed: int


def births(seed: int, count: int) -> Iterator[Birth]:
    random = Random(seed)  # noqa: S311 - invented people
    for _ in range(count):
        day = date(2016, 1, 1) + timedelta(random.randrange(3980))
        if random.random() < 0.5:
            year, month = random.choice([(2016, 5), (2025, 6), (2025, 7), (2026, 6), (2026, 7), (2024, 7)])
            day = date(year, month, random.choice([1, 14, 15, 30]))
        yield Birth(
            wages=_recent_wages(random, day),
            day=day,
            children=random.choice([1, 1, 1, 2, 3]),
            living_before=random.choice([0, 1, 1, 2]),
            bed_rest=random.random() < 0.3,
            infertility=random.random() < 0.2,
            surgery=random.random() < 0.4,
            under_32_weeks=random.random() < 0.1,
            weeks=random.choice([4, 5, 12, 13, 21, 22, 24, 25, 39]),
            prescribed=random.choice([5, 10, 20, 40, 60]),
        )


def _recent_wages(random: Random, day: date) -> dict[date, int]:
    likely = random.choice([0.2, 0.45, 0.55, 0.8, 1.0])
    wage = random.randint(2_000_000, 50_600_000)
    wages = {figures.month_after(day.replace(day=1), -random.randint(1, 29)): wage}
    for back in reversed(range(30)):
        month = figures.month_after(day.replace(day=1), -back)
        if random.random() < 0.2:
            wage = random.randint(2_000_000, 50_600_000)
        if random.random() < likely:
            wages[month] = wage
    return wages


@dataclass(frozen=True)
class Dismissal:
    day: date
    last_month: date
    region: int
    state_scale: bool
    wages: tuple[int, ...]
    """of the last six months paid"""
    paid: int
    contract_months: int | None
    in_last_24: int
    in_last_36: int
    lawful: bool
    pensioner: bool
    filed: date
    received: int
    reported: bool


def dismissals(seed: int, count: int) -> Iterator[Dismissal]:
    random = Random(seed)  # noqa: S311 - invented people
    for _ in range(count):
        day = date(2015, 1, 1) + timedelta(random.randrange(4350))
        if random.random() < 0.4:
            day = random.choice([date(2025, 12, 31), date(2026, 1, 1), date(2025, 6, 30), date(2026, 7, 1)])
        in_24 = random.choice([0, 11, 12, 13, 24])
        paid = random.choice([12, 35, 36, 37, 47, 48, 143, 144, 145, 200, random.randint(12, 240)])
        wage = random.randint(2_000_000, 90_000_000)
        yield Dismissal(
            day=day,
            last_month=figures.month_after(day, -random.choice([0, 0, 1, 7])),
            region=random.randint(1, 4),
            state_scale=random.random() < 0.3,
            wages=tuple(wage + random.choice([0, 1, 700_000]) for _ in range(6)),
            paid=paid,
            contract_months=random.choice([None, None, 1, 3, 6, 11, 12, 24, 36]),
            in_last_24=in_24,
            in_last_36=max(in_24, random.choice([0, 11, 12, 36])),
            lawful=random.random() < 0.9,
            pensioner=random.random() < 0.1,
            filed=day + timedelta(random.choice([0, 30, 88, 89, 90, 91, 92, 93, 120])),
            received=random.randint(0, 12),
            reported=random.random() < 0.8,
        )
