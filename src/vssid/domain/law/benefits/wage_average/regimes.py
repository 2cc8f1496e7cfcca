"""Worked cases of the average."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from vssid.domain.law.benefits.wage_average.formula import POINTS, Seniority, pension, with_seniority
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import Given, regime, regimes
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.shared.averages import average, of_average
from vssid.domain.law.shared.career_lines import Lines, Scale, totals, window
from vssid.domain.law.shared.case_periods import lines_of
from vssid.domain.values.months import Month
from vssid.domain.values.rates import PPM


@regime("average_state_scale")
def average_state_scale(given: Given) -> Mapping[str, Any]:
    law = _law(given)
    answer: dict[str, Any] = {}
    found = _with_seniority(given, law) if "window" in given else None
    if found is not None:
        answer |= {
            "average": found.average,
            "average_without_seniority": found.average_without_seniority,
            "seniority": found.seniority,
        }
    rate = _rate(given)
    if rate is not None:
        answer["pension_rate"] = rate
        if found is not None:
            answer["pension"] = pension(
                law,
                scale_total=found.scale_total,
                scale_months=found.scale_months,
                rate=whole(int(rate * PPM)),
            )
    return answer


def _law(given: Given) -> Law:
    month: Month | None = given.get("retirement")
    return given.law(month.first_day if month is not None else None)


def _with_seniority(given: Given, law: Law) -> Seniority:
    rows = given["window"]
    if not any(row["months"] for row in rows):
        wanted = "the last months, at least one, with their coefficients"
        raise WrongInput(field="window", name="window", value="empty", wanted=wanted)
    past = given.get("highest_past_seniority") or {}
    base = given.get("base_salary")
    return with_seniority(
        law,
        base=whole(law.figure("base_salary") if base is None else base),
        scale_months=whole(sum(row["months"] for row in rows)),
        plain_points=whole(_points(sum(Fraction(row["coefficient"]) * row["months"] for row in rows))),
        seniority_points=whole(
            _points(
                sum(
                    Fraction(row["coefficient"]) * (row.get("seniority") or 0) * row["months"] for row in rows
                )
            )
        ),
        past_points=whole(_points(Fraction(past.get("coefficient") or 0) * (past.get("rate") or 0))),
    )


def _points(coefficient: Fraction | int) -> int:
    points = Fraction(coefficient) * POINTS
    if points.denominator != 1:
        raise WrongInput(
            field="window",
            name="window",
            value=str(coefficient),
            wanted="coefficients and shares of two places",
        )
    return int(points)


def _rate(given: Given) -> Fraction | None:
    """As given, else as the regime of pension rates answers; None without years or sex."""
    if "pension_rate" in given:
        return Fraction(given["pension_rate"])
    if "contribution_years" not in given or "sex" not in given or "pension_rate" not in regimes():
        return None
    months = int(Fraction(given["contribution_years"]) * 12)
    inputs = {"sex": given["sex"], "contribution_months": months, "early_months": 0}
    law = _law(given)
    act = "" if "retirement" in given else given.act
    asked = Given("pension_rate", inputs, find=law.find, act=act, as_of=law.on, trace=given.trace)
    rate: Fraction = regimes()["pension_rate"].answer(asked)["pension_rate"]
    return rate


@regime("average_mixed")
def average_mixed(given: Given) -> Mapping[str, Any]:
    law = _law(given)
    lines = lines_of(given["periods"])
    joined = given.get("first_joined") or _joined(lines)
    counted = window(law, lines, joined=whole(joined))
    state = int(lines.months[lines.scale == Scale.STATE].sum())
    answer: dict[str, Any] = {
        "contribution_months": int(lines.months.sum()),
        "state_months": state,
        "window_months": int(counted.sum()),
        "window": list(_stretches(lines, counted)),
        "total_state_wages": f"{state} x average(window)",
    }
    if (lines.wage + lines.coefficient > 0).all():
        mean = average(law, **totals(law, lines, people=1, joined=whole(joined))._asdict())
        answer["average"] = of_average(mean, 1)
    return answer


def _joined(lines: Lines) -> int:
    if not len(lines.month):
        raise MissingInput(field="periods", regime="average_mixed", name="periods")
    return int(lines.month[0])


def _stretches(lines: Lines, counted: Any) -> Iterator[list[Month]]:
    """The months that count, in order of time; stretches that touch are one."""
    open_: list[Month] | None = None
    for first, months, taken in zip(
        lines.month.tolist(), lines.months.tolist(), counted.tolist(), strict=True
    ):
        if not taken:
            continue
        start, end = Month(first + months - taken), Month(first + months - 1)
        if open_ is not None and start == open_[1] + 1:
            open_[1] = end
            continue
        if open_ is not None:
            yield open_
        open_ = [start, end]
    if open_ is not None:
        yield open_
