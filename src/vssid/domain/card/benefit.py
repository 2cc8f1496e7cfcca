"""How much of the costs within the rules the fund pays, by group, benefit digit and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vssid.domain.card.tables import RAISED, Limits, tables
from vssid.domain.law.parameters import parameter, value
from vssid.domain.values.dong import Dong
from vssid.domain.values.problem import Problem, marked
from vssid.domain.values.rates import PPM


class UnknownBenefitDigit(Problem):
    code = "benefit_digit_unknown"
    sentence = marked("The benefit digit must be from 1 to 5. You entered %(digit)s.")


class UnknownGroup(Problem):
    code = "group_unknown"
    sentence = marked("No group of insured people has the code %(group)s.")


@dataclass(frozen=True, slots=True)
class Level:
    """What a card gives on a day. ``digit``: the one that counts, which may be better than the printed one.

    ``percent``: of costs within the rules, paid by the fund. ``raised_since``: day from which law puts
    the group above its printed digit; None when the printed digit stands.
    """

    digit: int
    percent: int
    limits: Limits
    raised_since: date | None = None

    @property
    def own_percent(self) -> int:
        """The share the patient pays."""
        return 100 - self.percent


def level(group_code: str, digit: int, on: date) -> Level:
    """The level of a card of this group with this printed digit on a day.

    Unknown groups are read by their digit alone. Raises UnknownBenefitDigit, or NotInForce for a day
    before the digits had their present meaning (2015-01-01).
    """
    printed = _level(digit, on)
    if group_code in RAISED:
        raised = parameter(RAISED[group_code]).entry(on)
        better = _level(raised.value, on, raised.since)
        if better.percent > printed.percent:
            return better
    return printed


def benefit_percent(group_code: str, digit: int, on: date) -> int:
    """80, 95 or 100; raises as :func:`level` does."""
    return level(group_code, digit, on).percent


def group_codes() -> frozenset[str]:
    """The two-letter groups on record."""
    return frozenset(tables().issued_digit)


def issued_digit(group_code: str) -> int:
    """The digit cards of a group are usually issued with; raises UnknownGroup."""
    try:
        return tables().issued_digit[group_code]
    except KeyError:
        raise UnknownGroup(group=group_code) from None


def small_visit_limit(on: date) -> Dong:
    """A visit that costs strictly less than this is paid in full: 15 % of the base salary of the day."""
    return value("small_cost_full_cover", on)


def yearly_share_limit(on: date) -> Dong:
    """After five years in a row, shares of a calendar year strictly above this end it: six base salaries."""
    return value("copay_exemption_5y", on)


def _level(digit: int, on: date, raised_since: date | None = None) -> Level:
    pays = parameter("health_care.level").entry(on).table
    if pays is None or digit not in pays.values:
        raise UnknownBenefitDigit(digit=digit)
    percent = pays.values[digit] * 100 // PPM
    return Level(digit, percent, tables().limits[digit].at(on), raised_since)
