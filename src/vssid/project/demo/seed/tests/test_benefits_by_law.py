"""Benefits come out of the law when they are computed again from the files alone, one case at a time.

Three kinds of amount do not follow from the files. A first pension rests on years and an average on paper,
since the records begin late in most of these lives: of it only the bounds of the law are held here, and every
rise after it. Unemployment benefits after the first month go on with the first, and wages that do not
divide by six have no average to ask by. Work injuries rest on a degree of impairment that no file tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import polars as pl
import pytest
from tests.environment.nights import at_night

from vssid.domain.law.benefits.sickness.public_holidays import public_holidays
from vssid.domain.law.cases import compute
from vssid.domain.law.parameters import value
from vssid.domain.values.months import Month
from vssid.project.demo.seed.benefits.pensions import as_raised, begun
from vssid.project.demo.seed.benefits.unemployment import drawn
from vssid.project.demo.seed.calendar_days import day_number

Files = Callable[[str], pl.DataFrame]
Row = dict[str, Any]
Months = dict[tuple[str, str], dict[int, Row]]
_CAST = 16


@pytest.fixture(scope="module")
def paid(files: Files) -> Months:
    """For each person and fund the spell of every month."""
    known: Months = {}
    spells = files("spells").filter(pl.col("scale").is_in(["employer", "state"]))
    for row in spells.iter_rows(named=True):
        mine = known.setdefault((row["insurance_number"], row["fund"]), {})
        for month in range(Month.parse(row["from_month"]), Month.parse(row["to_month"]) + 1):
            mine[month] = row
    return known


def _rows(files: Files, regime: str) -> list[Row]:
    """What was drawn; the cast has payments of its own."""
    cast = files("people")["insurance_number"][:_CAST].implode()
    chosen = (pl.col("regime") == regime) & ~pl.col("insurance_number").is_in(cast)
    found = files("benefits").filter(chosen).sort("insurance_number", "from_date")
    return list(found.iter_rows(named=True))


def _six_before(months: dict[int, Row], month: Month) -> list[int]:
    return [months[month - back]["salary"] for back in range(6, 0, -1)]


def test_unemployment_benefits_again(files: Files, paid: Months) -> None:
    region = dict(files("employers").select("code", "region").iter_rows())
    before: tuple[str, int] = ("", 0)
    seen = 0
    for row in _rows(files, "unemployment"):
        month, who = Month.containing(row["from_date"]), row["insurance_number"]
        goes_on, before = before == (who, month - 1), (who, int(month))
        ended = Month(month - 2)
        months = sorted(one for one, spell in paid[who, "bhtn"].items() if spell["status"] == "paid")
        latest = [one for one in months if one <= ended][-6:]
        wages = sum(paid[who, "bhtn"][one]["salary"] for one in latest)
        if goes_on or wages % 6:
            continue
        spell = paid[who, "bhtn"][latest[-1]]
        asked = {
            "termination": ended.last_day,
            "last_contribution_month": str(Month(latest[-1])),
            "region": region[spell["employer_code"]],
            "scale": "state" if spell["scale"] == "state" else "private",
            "average_wage_6m": wages // 6,
            "months_contributed": 24,
        }
        assert compute("unemployment_benefit", asked)["monthly"] == row["amount"], row
        seen += 1
    assert seen > 30


def test_pay_at_birth_again(files: Files, paid: Months) -> None:
    rows = _rows(files, "maternity")
    assert len(rows) > 50
    for row in rows:
        month = Month.containing(row["from_date"])
        wages = _six_before(paid[row["insurance_number"], "bhxh"], month)
        history = [
            {"start": str(Month(month - 6 + place)), "end": str(Month(month - 6 + place)), "wage": wage}
            for place, wage in enumerate(wages)
        ]
        asked = {"birth": row["from_date"], "children": 1, "history": history}
        again = compute("maternity", asked)
        assert again["benefit"] + again["lump_sum"] == row["amount"], row


def test_sick_leave_again(files: Files, paid: Months) -> None:
    used: Counter[tuple[str, int]] = Counter()
    rows = _rows(files, "sickness")
    assert len(rows) > 300
    for row in rows:
        month, leave = Month.containing(row["from_date"]), (row["from_date"], row["to_date"])
        months = paid[row["insurance_number"], "bhxh"]
        spell, before = months[month], months.get(month - 1)
        same_job = before is not None and before["employer_code"] == spell["employer_code"]
        wage = before["salary"] if before is not None and same_job else spell["salary"]
        days = [leave[0] + timedelta(n) for n in range((leave[1] - leave[0]).days + 1)]
        sundays = [day for day in days if day.weekday() == 6]
        counted = [one for one, of in months.items() if one < month and of["status"] in {"paid", "credited"}]
        year = (row["insurance_number"], leave[0].year)
        asked = {
            "leave": list(leave),
            "weekly_rest_days": sundays,
            "wage": wage,
            "contribution_months": len(counted),
            "used_days_this_year": used[year],
        }
        assert compute("sickness", asked)["amount"] == row["amount"], (row, asked)
        used[year] += sum(day not in sundays and day not in public_holidays(day.year) for day in days)


def test_rest_after_birth_again(files: Files) -> None:
    rows = _rows(files, "convalescence")
    assert len(rows) > 15
    for row in rows:
        days = (row["to_date"] - row["from_date"]).days + 1
        asked = {
            "kind": "maternity",
            "birth": "caesarean" if days == 7 else "normal",
            "days": days,
            "leave_end": Month(Month.containing(row["from_date"]) - 1).last_day,
            "rest_from": row["from_date"],
        }
        assert compute("recuperation", asked)["amount"] == row["amount"], row


def test_withdrawals_again(files: Files, paid: Months) -> None:
    rows = _rows(files, "lump_sum")
    assert len(rows) > 10
    for row in rows:
        periods = [
            {
                "start": str(Month(month)),
                "end": str(Month(month)),
                "scale": spell["scale"],
                "wage": spell["salary"],
            }
            for month, spell in sorted(paid[row["insurance_number"], "bhxh"].items())
            if spell["status"] in {"paid", "credited"}
        ]
        again = compute("lump_sum", {"decision": row["from_date"], "periods": periods})
        assert again["amount"] == row["amount"], row


def test_every_rise_of_a_pension_again(files: Files) -> None:
    rows = _rows(files, "pension")
    risen = 0
    for earlier, later in pairwise(rows):
        if earlier["insurance_number"] != later["insurance_number"]:
            continue
        asked = {"amount_previous_month": earlier["amount"], "on": later["from_date"]}
        assert compute("pension_indexation", asked)["amount"] == later["amount"], later
        risen += later["amount"] > earlier["amount"]
    assert risen > 50


def test_a_first_pension_begins_after_the_last_month_and_within_the_bounds_of_the_law(
    files: Files, paid: Months
) -> None:
    first: dict[str, Row] = {}
    for row in _rows(files, "pension"):
        first.setdefault(row["insurance_number"], row)
    begun_here = 0
    for who, row in first.items():
        month = Month.containing(row["from_date"])
        if max(paid.get((who, "bhxh"), {0: row})) + 1 != month:
            continue
        begun_here += 1
        base = value("base_salary", on=row["from_date"])
        assert base <= row["amount"] <= 20 * base * 3 // 4, row
    assert begun_here > 5


_ALL_AGAIN = ("sickness", "maternity", "convalescence", "lump_sum")
"""Of which every benefit is computed again above."""


@at_night
def test_ten_thousand_benefits_are_computed_again(files: Files) -> None:
    assert sum(len(_rows(files, regime)) for regime in _ALL_AGAIN) >= 10_000


def test_a_pension_begins_by_the_law_of_its_day_and_follows_every_decree() -> None:
    begins = np.array([Month.of(2016, 1), Month.of(2025, 7), Month.of(2026, 7)], dtype=np.int64)
    monthly = begun(np.full(3, 10_000_000), np.full(3, 18), begins, female=np.array([True, False, True]))
    assert monthly.tolist() == [6_000_000, 4_300_000, 5_100_000]
    now = as_raised(monthly, begins, Month.of(2026, 11))[:, -1].tolist()
    assert now[1:] == [4_644_000, 5_100_000]
    assert now[0] > 6_000_000 * 18 // 10
    assert as_raised(monthly, begins, Month.of(2026, 6))[1, -1] == 4_300_000


def test_what_a_benefit_did_not_use_counts_towards_the_next() -> None:
    ended = np.array([day_number(date(2018, 12, 31)), day_number(date(2024, 12, 31)), 0])
    ended[2] = day_number(date(2026, 6, 30))
    claims = np.array([True, True, False])
    served = drawn(np.array([0, 0, 1]), np.array([60, 24, 60]), np.array([2, 9, 9]), ended, claims)
    # 60 months give five; two are drawn and 36 kept; with 24 more they are 60 again
    assert served.tolist() == [2, 5, 0]
