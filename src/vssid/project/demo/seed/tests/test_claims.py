"""Visits are paid as the law pays them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.cases import compute
from vssid.domain.law.engine.law import Law
from vssid.project.demo.seed.by_law import by_law
from vssid.project.demo.seed.calendar_days import day_number
from vssid.project.demo.seed.health.claims import Visits, settle, shared_out
from vssid.project.demo.seed.randomness import Ints

Files = Callable[[str], pl.DataFrame]
FIVE_YEARS, NEVER = day_number(date(2020, 1, 1)), day_number(date.max)
_SAMPLE = 5_500


def test_seeded_visits_come_out_of_the_law(files: Files) -> None:
    lines = files("visit_lines").filter(pl.col("benefit_rate") != "0")
    scope = lines.group_by("visit_id").agg(pl.col("amount").sum().alias("scope"))
    group = files("cards").group_by("insurance_number").agg(pl.col("group_code").first())
    visits = files("visits").join(scope, on="visit_id").join(group, on="insurance_number")
    assert visits.height > 10_000
    chosen = visits.sort("visit_id").gather_every(visits.height // _SAMPLE)
    computed = [
        compute(
            "bhyt_claim",
            {
                "date": visit["admitted_at"].isoformat(),
                "card": visit["group_code"],
                "route": visit["route_code"],
                "type": "in" if visit["discharged_at"] > visit["admitted_at"] else "out",
                "cost_in_scope": visit["scope"],
                "exempt": visit["exempt_copay"] > 0,
            },
        )
        for visit in chosen.iter_rows(named=True)
    ]
    assert chosen["fund_paid"].to_list() == [claim["fund"] for claim in computed]
    assert chosen["copay"].to_list() == [claim["copay"] for claim in computed]
    assert len({claim["effective_pct"] for claim in computed}) == 3


def _visits(*rows: tuple[int, str, int, int]) -> Visits:
    """Person, day, route and day of five years of each visit; the card pays 80 %."""
    person, day, route, five_years = zip(*rows, strict=True)
    size = len(rows)
    return Visits(
        person=np.array(person),
        admitted=np.array([day_number(date.fromisoformat(one)) for one in day]),
        digit=np.full(size, 4),
        group=np.zeros(size, dtype=np.int64),
        route=np.array(route),
        stay=np.ones(size, dtype=np.bool_),
        five_years=np.array(five_years),
    )


def test_who_passes_the_limit_is_exempt_to_the_end_of_the_year() -> None:
    visits = _visits(
        (1, "2026-02-01", 101, FIVE_YEARS),  # 14,040,000, exactly the limit
        (1, "2026-03-01", 101, FIVE_YEARS),  # so this one is shared
        (1, "2026-04-01", 101, FIVE_YEARS),
        (1, "2026-08-01", 101, FIVE_YEARS),  # the limit has risen above what was borne
        (1, "2027-01-05", 101, FIVE_YEARS),
        (2, "2026-02-01", 101, NEVER),
        (2, "2026-03-01", 101, NEVER),
        (2, "2026-04-01", 101, NEVER),
        (3, "2026-02-01", 115, FIVE_YEARS),  # a stay without referral does not count
        (3, "2026-03-01", 101, FIVE_YEARS),
    )
    scope = np.array(
        [70200000, 1000000, 1000000, 1000000, 1000000, 70200000, 1000000, 1000000, 80000000, 1000000]
    )
    settled = settle(visits, scope)
    assert settled.excused.tolist() == [0, 0, 200_000, 200_000, 0, 0, 0, 0, 0, 0]
    assert settled.pays.tolist() == [800_000] * 2 + [1_000_000] * 2 + [800_000] * 6
    assert settled.rate.tolist() == settled.pays.tolist()


def test_the_route_lowers_the_share_in_the_end() -> None:
    visits = _visits((1, "2026-02-01", 301, NEVER), (2, "2026-02-01", 101, NEVER))
    settled = settle(visits, np.array([10_000_000, 10_000_000]))
    assert settled.rate.tolist() == [320_000, 800_000]


@given(st.lists(st.lists(st.integers(0, 400_000), min_size=1, max_size=6), min_size=1, max_size=5))
def test_lines_add_up_to_their_visit_rounded_once(amounts: list[list[int]]) -> None:
    visits = _visits(*[(place, "2026-08-01", 101, NEVER) for place in range(len(amounts))])
    visit = np.repeat(np.arange(len(amounts)), [len(lines) for lines in amounts])
    scope = np.array([amount for lines in amounts for amount in lines], dtype=np.int64)
    total = np.array([sum(lines) for lines in amounts])
    fund, copay = shared_out(visit, scope, visits, settle(visits, total))
    assert (fund + copay == scope).all()
    assert (copay >= 0).all()
    for place, whole in enumerate(total.tolist()):
        due = whole if whole < 379_500 else (whole * 8 + 5) // 10
        assert fund[visit == place].sum() == due


def test_every_row_is_asked_by_the_law_of_its_day_in_any_order() -> None:
    days = ["2026-07-01", "2026-06-30", "2023-06-30", "2026-07-02"]
    numbers = np.array([day_number(date.fromisoformat(day)) for day in days])

    def asked(law: Law, rows: Ints) -> tuple[Ints, ...]:
        return np.full(rows.size, law.figure("base_salary")), rows

    base, rows = by_law(numbers, asked)
    assert base.tolist() == [2_530_000, 2_340_000, 1_490_000, 2_530_000]
    assert rows.tolist() == [0, 1, 2, 3]
