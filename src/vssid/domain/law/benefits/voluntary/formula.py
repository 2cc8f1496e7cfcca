"""Law 58/2014/QH13 art. 87, Decree 134/2015/NĐ-CP; Law 41/2024/QH15 art. 36, Decree 159/2025/NĐ-CP."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from vssid.domain.law.benefits.voluntary.compounding import compounded, discounted, each_once
from vssid.domain.law.engine.exact import Whole, at_least, at_most, share
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

_SINCE = date(2016, 1, 1)
_DECREE_159 = date(2025, 7, 1)
_YEAR = 12


@rule(
    "voluntary.contribution",
    marked("Contribution of one payment, after the State support"),
    gives="own_contribution",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 87; Decree 134/2015/NĐ-CP art. 9 and 14",
)
def contribution(
    law: Law, *, chosen_income: Whole, months_paid: Whole, supported_months: Whole, state_support: Whole
) -> Whole:
    """đồng. ``state_support``: millionths of a đồng a month, of the day of payment; a change of the poverty
    line or of the group within the months paid changes nothing.
    """
    whole = chosen_income * law.figure("voluntary.rate") * months_paid
    return share(at_least(whole - supported_months * state_support, 0), 1, PPM)


contribution.restated(_DECREE_159, article="Law 41/2024/QH15 art. 36(1); Decree 159/2025/NĐ-CP art. 5")


@rule(
    "voluntary.supported_months",
    marked("Months of one payment that the State supports"),
    gives="supported_months",
    since=date(2018, 1, 1),
    article="Decree 134/2015/NĐ-CP art. 14(2)",
)
def supported_months(law: Law, *, months_paid: Whole, months_supported_before: Whole) -> Whole:
    """Of ``months_paid``, those up to the longest support."""
    left = law.figure("voluntary.supported_months_max") - months_supported_before
    return at_most(at_least(left, 0), months_paid)


supported_months.restated(_DECREE_159, article="Decree 159/2025/NĐ-CP art. 5(2)")


@rule(
    "voluntary.years_ahead",
    marked("Contribution for years ahead, discounted by the yield of the fund"),
    gives="own_contribution",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 87(2); Decree 134/2015/NĐ-CP art. 10",
)
def years_ahead(law: Law, *, chosen_income: Whole, years_paid: Whole, monthly_yield: Whole) -> Whole:
    """đồng, before the State support. ``monthly_yield``: billionths, of the year before the payment."""
    rate = _rate(law)
    return each_once(
        lambda income, years, r: income * rate * discounted(r, 1, years * _YEAR),
        chosen_income,
        years_paid,
        monthly_yield,
    )


years_ahead.restated(_DECREE_159, article="Law 41/2024/QH15 art. 36(2); Decree 159/2025/NĐ-CP art. 6(2)")


@rule(
    "voluntary.missing_time",
    marked("Contribution for missing time, with the yield of the fund on top"),
    gives="own_contribution",
    since=_SINCE,
    article="Law 58/2014/QH13 art. 87(2); Decree 134/2015/NĐ-CP art. 9 and 10",
)
def missing_time(law: Law, *, chosen_income: Whole, months_paid: Whole, monthly_yield: Whole) -> Whole:
    """đồng. ``monthly_yield``: billionths, of the year before the payment."""
    rate = _rate(law)
    return each_once(
        lambda income, months, r: income * rate * compounded(r, months),
        chosen_income,
        months_paid,
        monthly_yield,
    )


missing_time.restated(_DECREE_159, article="Law 41/2024/QH15 art. 36(2); Decree 159/2025/NĐ-CP art. 7(2)")


@rule(
    "voluntary.refund",
    marked("What is given back of years paid ahead"),
    gives="refund",
    since=_SINCE,
    article="Decree 134/2015/NĐ-CP art. 13",
)
def refund(
    law: Law,
    *,
    chosen_income: Whole,
    years_paid: Whole,
    months_remaining: Whole,
    monthly_yield: Whole,
    state_support_paid: Whole,
) -> Whole:
    """đồng. The last ``months_remaining`` of what :func:`years_ahead` added up, less what the State paid of
    them; the yield is that of the payment.
    """
    rate = _rate(law)

    def of(income: int, years: int, remaining: int, r: int, support: int) -> Fraction:
        last = years * _YEAR
        return max(income * rate * discounted(r, last - remaining + 1, last) - support, Fraction(0))

    return each_once(of, chosen_income, years_paid, months_remaining, monthly_yield, state_support_paid)


refund.restated(_DECREE_159, article="Decree 159/2025/NĐ-CP art. 8(3)")


@rule(
    "voluntary.refund_of_months",
    marked("What is given back of 3, 6 or 12 months paid at once"),
    gives="refund",
    since=_SINCE,
    article="Decree 134/2015/NĐ-CP art. 13; Decree 159/2025/NĐ-CP art. 8(2)",
)
def refund_of_months(
    law: Law, *, chosen_income: Whole, months_remaining: Whole, state_support_paid: Whole
) -> Whole:
    """đồng: the contributions of the remaining months less what the State paid of them."""
    own = chosen_income * months_remaining * law.figure("voluntary.rate") - state_support_paid * PPM
    return share(at_least(own, 0), 1, PPM)


def _rate(law: Law) -> Fraction:
    return Fraction(law.figure("voluntary.rate"), PPM)
