"""How much of the costs within the rules the fund pays, by group, benefit digit and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vssid.domain.card.tables import DigitLevel, Limits, tables
from vssid.domain.values.dong import Dong, share
from vssid.domain.values.problem import Problem, marked


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
    before the digits had their present meaning (2015-07-01).
    """
    printed = _digit_level(digit, on)
    raised = tables().raised.get(group_code)
    if raised is not None and raised.since <= on:
        better = _digit_level(raised.counts_as, on)
        if better.percent > printed.percent:
            return Level(raised.counts_as, better.percent, better.limits, raised.since)
    return Level(digit, printed.percent, printed.limits)


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
    return share(tables().base_salary.at(on), 15, 100)


def yearly_share_limit(on: date) -> Dong:
    """After five years in a row, shares of a calendar year strictly above this end it: six base salaries."""
    return 6 * tables().base_salary.at(on)


def _digit_level(digit: int, on: date) -> DigitLevel:
    try:
        return tables().digits[digit].at(on)
    except KeyError:
        raise UnknownBenefitDigit(digit=digit) from None
