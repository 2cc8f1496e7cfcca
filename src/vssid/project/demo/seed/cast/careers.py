"""The working lives of the cast.

What lies in the past has its own dates; what is recent moves with the as-of date: Lan's last paid month is
the third before it, the next one is late but for health insurance, the last one is not yet due.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np
import polars as pl

from vssid.domain.values.months import Month
from vssid.project.demo.seed.cast.people import number_of
from vssid.project.demo.seed.cast.places import (
    DOI_MAY,
    HO_SEN_OFFICE,
    HOA_CHANH,
    SAI_GON_OFFICE,
    SAO_KHUE,
    TIA_NANG,
    TRUC_VANG,
    workplace,
)
from vssid.project.demo.seed.dated import Dated, base_salary, rate, rate_text

ALL_FUNDS = ("bhxh", "bhyt", "bhtn", "tnld")
OF_FOREIGNERS = ("bhxh", "bhyt", "tnld")
_FUND_SINCE = {"bhtn": Month.of(2009, 1), "tnld": Month.of(2007, 1)}
LAN_LEAVE = range(Month.of(2022, 6), Month.of(2022, 12))
_KIM_CERTIFICATE = range(Month.of(2024, 3), Month.of(2029, 3))  # 60 months of the agreement with Korea


@dataclass(frozen=True, slots=True)
class Job:
    """One job: ``steps`` are (first month, wage in đồng, or coefficient in hundredths on the State scale).

    ``lag`` and ``health_lag``: how many months before the last one the paid ones end, in the health fund
    and in the others. ``outside``: months in which a treaty keeps the person out of the pension fund.
    """

    person: str
    employer: str
    title: str
    steps: list[tuple[str, int]]
    last: int
    funds: tuple[str, ...] = ALL_FUNDS
    state: bool = False
    foreign: bool = False
    lag: int = 0
    health_lag: int = 0
    leave: range = field(default_factory=lambda: range(0))
    outside: range = field(default_factory=lambda: range(0))


def jobs(this_month: Month) -> list[Job]:
    """Every job of the cast; months are relative to ``this_month`` where the story is about today."""
    now = this_month - 1
    hoa_chanh = {"employer": HOA_CHANH, "last": now, "lag": 2, "health_lag": 1}
    return [
        Job(
            "lan",
            TIA_NANG,
            "Công nhân lắp ráp",
            [("2017-05", 4_200_000), ("2018-01", 4_600_000), ("2019-01", 5_100_000)],
            Month.of(2020, 5),
        ),
        Job(
            "lan",
            title="Tổ trưởng may",
            steps=[
                ("2020-10", 7_000_000),
                ("2021-07", 7_900_000),
                ("2022-12", 8_900_000),
                ("2024-01", 9_700_000),
                ("2025-01", 10_500_000),
                ("2026-01", 11_200_000),
            ],
            leave=LAN_LEAVE,
            **hoa_chanh,  # type: ignore[arg-type]
        ),
        Job(
            "minh",
            title="Nhân viên lao động tiền lương",
            steps=[
                ("2012-03", 3_600_000),
                ("2016-01", 6_200_000),
                ("2020-01", 9_500_000),
                ("2024-07", 12_800_000),
            ],
            **hoa_chanh,  # type: ignore[arg-type]
        ),
        Job(
            "hoa",
            DOI_MAY,
            "Kế toán",
            [
                ("1994-06", 320_000),
                ("2000-01", 650_000),
                ("2005-01", 1_400_000),
                ("2010-01", 3_100_000),
                ("2014-01", 5_800_000),
                ("2018-01", 7_900_000),
            ],
            Month.of(2019, 5),
        ),
        Job("tuan", HO_SEN_OFFICE, "Chuyên viên", _grades(2009, 234), now, state=True, lag=1, health_lag=1),
        Job("mai", SAI_GON_OFFICE, "Chuyên viên", _grades(2013, 234), now, state=True, lag=1, health_lag=1),
        Job(
            "grace",
            SAO_KHUE,
            "Kỹ sư kiểm thử",
            [("2021-09", 32_000_000), ("2024-01", 38_000_000)],
            now,
            OF_FOREIGNERS,
            foreign=True,
            lag=1,
            health_lag=1,
        ),
        # A contract of under twelve months: outside the pension fund, inside the other two.
        Job(
            "wei",
            TRUC_VANG,
            "Chuyên gia kỹ thuật",
            [(str(this_month.plus(-8)), 41_000_000)],
            now,
            ("bhyt", "tnld"),
            foreign=True,
            lag=1,
            health_lag=1,
        ),
        Job(
            "minjun",
            TRUC_VANG,
            "Quản lý nhà máy",
            [("2024-03", 45_000_000)],
            now,
            OF_FOREIGNERS,
            foreign=True,
            lag=1,
            health_lag=1,
            outside=_KIM_CERTIFICATE,
        ),
        Job(
            "haruka",
            TIA_NANG,
            "Phiên dịch",
            [("2023-04", 27_000_000), ("2025-01", 30_000_000)],
            now,
            OF_FOREIGNERS,
            foreign=True,
            lag=1,
            health_lag=1,
        ),
        Job("card_withdrawn", TIA_NANG, "Thủ kho", [("2019-02", 6_300_000), ("2023-01", 7_700_000)], now),
        Job(
            "card_expiring",
            HOA_CHANH,
            "Thợ là",
            [("2021-03", 5_600_000), ("2024-07", 6_900_000)],
            now,
            lag=1,
            health_lag=1,
        ),
        Job("no_card", TIA_NANG, "Công nhân kiểm tra", [("2019-03", 4_700_000)], Month.of(2020, 10)),
    ]


def _grades(year: int, first: int) -> list[tuple[str, int]]:
    """A State grade: hundredths of a coefficient, 0.33 more every three years."""
    return [(f"{year + 3 * step}-03", first + 33 * step) for step in range(6) if year + 3 * step <= 2026]


def job_rows(this_month: Month) -> pl.DataFrame:
    """Spells of all jobs: equal months folded together."""
    rows = [row for job in jobs(this_month) for fund in job.funds for row in _spells(job, fund)]
    return pl.DataFrame(rows, infer_schema_length=None)


def household_rows(this_month: Month) -> pl.DataFrame:
    """Health cover without an employer: Hoa's with her pension, Bình's as a child, households'."""
    now = this_month - 1
    covers = [
        ("hoa", Month.of(2019, 6), now, None, "0"),
        ("binh", Month.of(2022, 6), now, None, "0"),
        ("card_expired", this_month.plus(-12), this_month.plus(-1), 2_340_000, "0.045"),
        ("card_replaced", this_month.plus(-7), now, 2_340_000, "0.045"),
    ]
    return pl.DataFrame(
        [
            {
                "insurance_number": number_of(person),
                "fund": "bhyt",
                "from_month": str(Month(first)),
                "to_month": str(Month(last)),
                "salary": salary,
                "rate_employee": employee,
                "rate_employer": "0",
                "status": "paid",
            }
            for person, first, last, salary, employee in covers
        ],
        infer_schema_length=None,
    )


Terms = tuple[int, int, str, str, str]
"""Salary, coefficient in hundredths (0: none), rate of employee, rate of employer, status."""


def _spells(job: Job, fund: str) -> Iterator[dict[str, object]]:
    first = max(Month.parse(job.steps[0][0]), _FUND_SINCE.get(fund, Month.of(1990, 1)))
    months = [month for month in range(first, job.last + 1) if _belongs(job, fund, month)]
    timed = [(month, _terms(job, fund, month)) for month in months]
    # Consecutive months of equal terms differ from their position by the same number.
    for _, run in groupby(enumerate(timed), key=lambda entry: (entry[1][0] - entry[0], entry[1][1])):
        same = [month_terms for _, month_terms in run]
        salary, coefficient, employee, employer, status = same[0][1]
        yield {
            "insurance_number": number_of(job.person),
            "fund": fund,
            "from_month": str(Month(same[0][0])),
            "to_month": str(Month(same[-1][0])),
            "employer_code": job.employer,
            "job_title": job.title,
            "workplace": workplace(job.employer),
            "group_letter": "b" if job.state else "a",
            "scale": "state" if job.state else "employer",
            "salary": salary,
            "coefficient": f"{coefficient // 100}.{coefficient % 100:02d}" if coefficient else None,
            "allowances": 0,
            "rate_employee": employee,
            "rate_employer": employer,
            "status": status,
        }


def _belongs(job: Job, fund: str, month: int) -> bool:
    return not (month in job.leave and fund in ("bhtn", "tnld"))


def _terms(job: Job, fund: str, month: int) -> Terms:
    pay = next(value for since, value in reversed(job.steps) if Month.parse(since) <= month)
    salary = (pay * _at(base_salary(), month) + 50) // 100 if job.state else pay
    coefficient = pay if job.state else 0
    if month in job.leave:
        return salary, coefficient, "0", "0", "credited"
    payer = "foreign_" if job.foreign and fund == "bhxh" else ""
    employee = rate_text(_at(rate(fund, f"{payer}employee"), month))
    employer = rate_text(_at(rate(fund, f"{payer}employer", state=job.state), month))
    if fund == "bhxh" and month in job.outside:
        return salary, coefficient, "0", "0.03", "exempt"  # sickness and maternity stay due
    paid_to = job.last - (job.health_lag if fund == "bhyt" else job.lag)
    return salary, coefficient, employee, employer, "paid" if month <= paid_to else "owed"


def _at(series: Dated, month: int) -> int:
    return int(series.at(np.array([month]))[0])
