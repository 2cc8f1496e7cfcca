"""What women who retired from 2018 to 2021 receive besides. Decree 153/2018/NĐ-CP itself was not read."""

from __future__ import annotations

from datetime import date

from vssid.domain.law.benefits.pension.rate import uncut
from vssid.domain.law.engine.exact import Truth, Whole, share, truth, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.time import half_years as counted
from vssid.domain.values.problem import marked

FIRST, LAST = date(2018, 1, 1), date(2021, 12, 31)
_BEFORE = date(2017, 12, 31)
_PLACE = 100


@rule(
    "pension.supplement",
    marked("Supplement of women who retired from 2018 to 2021"),
    gives="supplement_rate",
    since=FIRST,
    until=LAST,
    article="Decree 153/2018/NĐ-CP art. 2",
)
def supplement(law: Law, *, female: Truth, months: Whole) -> Whole:
    """Parts per million of the first pension. ``law.on``: its first day.

    A part, less each year, of what the share of 2017 would have given more. The decree prints a table of per
    cents of two places, and so it is rounded here.
    """
    years = counted(law, months=months)
    women = truth(True)
    now = uncut(law, female=women, half_years=years)
    lost = uncut(law.at(_BEFORE), female=women, half_years=years) - now
    rate = share(lost, law.figure("pension.supplement_phase") // _PLACE, now) * _PLACE
    due = months >= 12 * law.figure("pension.supplement_years_from")
    due &= years < 2 * law.figure("pension.supplement_years_below")
    return where(female & due, rate, 0)
