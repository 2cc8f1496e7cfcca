"""Who stays insured in Korea alone: the agreement in force since 1 January 2024, old age and survivors.

The other funds and health insurance are outside it.
"""

from __future__ import annotations

from datetime import date

from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.months import Month
from vssid.domain.values.problem import marked

IN_FORCE = date(2024, 1, 1)


@rule(
    "contribution.treaty",
    marked("Insured in Korea alone: nothing for pension in this month"),
    gives="treaty_exempt",
    since=IN_FORCE,
    article="Law 108/2016/QH13 art. 6(1); letter 862/BHXH-TST of 2024-03-29",
)
def treaty(
    law: Law,
    *,
    contribution_month: Whole,
    certificate_from: Whole,
    certificate_until: Whole,
    posted: Truth,
    posting_extended: Truth,
) -> Truth:
    """``certificate_from``, ``certificate_until``: first and last month of the certificate of coverage.

    The months of the limit are counted from the certificate's first, at the earliest from the first month of
    the agreement. Only a posting is extended.
    """
    first = at_least(certificate_from, int(Month.containing(IN_FORCE)))
    more = where(posting_extended, law.figure("contribution.treaty_korea.posted_months_more"), 0)
    months = where(
        posted,
        law.figure("contribution.treaty_korea.posted_months") + more,
        law.figure("contribution.treaty_korea.local_months"),
    )
    last = at_most(certificate_until, first + months - 1)
    exempt: Truth = (first <= contribution_month) & (contribution_month <= last)
    return exempt
