"""The pension of many careers at once, against the second reading of the articles: rate, average,
floor, lump sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tests.environment.nights import NIGHT
from tests.law.arrays import lines_of
from tests.law.careers import Claim, claims
from tests.law.naive import pension
from vssid.domain.law.benefits.pension import formula
from vssid.domain.law.benefits.pension.amount import letters_with_floor
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.averages import average
from vssid.domain.law.shared.career_lines import totals
from vssid.domain.values.months import Month

COUNT = 100_000 if NIGHT else 3_000
Due = tuple[Claim, pension.Pension]


def test_every_pension_is_that_of_the_second_reading() -> None:
    drawn = [
        (claim, found)
        for claim in claims(20261130, COUNT)
        if claim.career.paid and (found := pension.pension(claim.career, claim.start)).eligible
    ]
    assert len(drawn) > COUNT // 10
    for start in sorted({claim.start for claim, _ in drawn}):
        together = [one for one in drawn if one[0].start == start]
        for (claim, expected), computed in zip(together, _computed(together), strict=True):
            assert computed == _said(expected), claim


def _said(found: pension.Pension) -> tuple[Fraction, int, int, int]:
    return found.rate, found.computed, found.monthly, found.lump_sum


def _computed(together: Sequence[Due]) -> list[tuple[Fraction, int, int, int]]:
    claims_, early = [claim for claim, _ in together], [found.early_months for _, found in together]
    careers, start = [claim.career for claim in claims_], claims_[0].start
    law = Law(start, parameter)
    mean = average(law, **totals(law, lines_of(claims_), people=len(claims_))._asdict())
    female = truth([career.sex == "female" for career in careers])
    months = whole([len(career.paid) for career in careers])
    joined = [Month.containing(career.joined) if career.joined else Month.of(2000, 1) for career in careers]
    letters = truth([letters_with_floor(start, career.group) for career in careers])
    found = formula.pension(
        law,
        female=female,
        months=months,
        months_compulsory=whole([career.compulsory_months for career in careers]),
        early_months=whole(early),
        **mean._asdict(),
        floored=formula.has_floor(law, letters=letters, joined=whole(joined)),
    )
    until = whole([_until_age(claim) for claim in claims_])
    lump = formula.lump_sum(
        law, female=female, months_until_age=until, months_after_age=months - until, **mean._asdict()
    )
    rates = [Fraction(rate, 1_000_000) for rate in found.pension_rate.tolist()]
    return list(zip(rates, found.computed.tolist(), found.pension.tolist(), lump.tolist(), strict=True))


def _until_age(claim: Claim) -> int:
    reached = pension.retirement_month(claim.career.sex, claim.career.born)
    return sum(1 for paid in claim.career.paid if paid.month <= reached)
