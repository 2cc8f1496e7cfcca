from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from vssid.domain.law.benefits.contribution.groups import (
    ABROAD,
    COMMUNE,
    CONSCRIPT,
    HOUSEHOLD_OWNER,
    group_base,
    of_group,
)
from vssid.domain.law.benefits.contribution.treaty import treaty
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput
from vssid.domain.law.parameters import parameter
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.months import Month

D = date
LAST, FIRST = D(2025, 6, 1), D(2025, 7, 1)


def law(day: date) -> Law:
    return Law(day, parameter)


def test_all_groups_together_come_out_as_each_alone() -> None:
    groups, wages = np.arange(4), np.array([9_000_000, 70_000_000, 4_680_000, 1])
    together = of_group(law(FIRST), payer_group=groups, wage=wages)
    for group in range(4):
        alone = of_group(law(FIRST), payer_group=groups[[group]], wage=wages[[group]])
        assert [int(part[group]) for part in together] == [int(part[0]) for part in alone]
    assert together.own_in_all.tolist() == [2_655_000, 10_296_000, 0, 222_300]
    assert together.unit_in_all.tolist() == [0, 0, 1_029_600, 468_000]


def test_only_rates_that_somebody_pays_are_steps() -> None:
    for group, asked in ((ABROAD, False), (COMMUNE, True)):
        trace = Trace()
        of_group(Law(FIRST, parameter, trace), payer_group=whole(group), wage=whole(9_000_000))
        assert ("contribution.health_rates" in {step.rule for step in trace.flat()}) is asked


def test_owners_of_business_households_belonged_to_no_scheme_before() -> None:
    with pytest.raises(NotInForce):
        of_group(law(LAST), payer_group=whole(HOUSEHOLD_OWNER), wage=whole(5_000_000))


@pytest.mark.parametrize("group", [HOUSEHOLD_OWNER, ABROAD, CONSCRIPT, COMMUNE])
def test_nobody_pays_on_nothing(group: int) -> None:
    assert group_base(law(FIRST), payer_group=whole(group), wage=whole(0)).tolist() == [0]


def test_the_income_is_asked_for_where_the_act_fixes_none() -> None:
    with pytest.raises(MissingInput) as missing:
        compute("contribution_month_of_group", {"group": "conscript", "month": "2025-07"})
    assert missing.value.field == "income"


@pytest.mark.parametrize(
    ("posted", "extended", "last"),
    [(True, False, "2028-12"), (True, True, "2031-12"), (False, True, "2028-12")],
)
def test_how_long_a_certificate_from_before_the_agreement_exempts(
    posted: bool, extended: bool, last: str
) -> None:
    months = np.array(
        [Month.parse("2023-12"), Month.parse("2024-01"), Month.parse(last), Month.parse(last) + 1]
    )
    found = treaty(
        law(D(2024, 1, 1)),
        contribution_month=months,
        certificate_from=whole(Month.parse("2022-03")),
        certificate_until=whole(Month.parse("2040-01")),
        posted=truth(posted),
        posting_extended=truth(extended),
    )
    assert found.tolist() == [False, True, True, False]


def test_a_vietnamese_with_a_certificate_pays_as_ever() -> None:
    asked = {"month": "2024-02", "wage": 10_000_000, "worker": "vn"}
    certificate = {"country": "KR", "kind": "posted", "from": "2024-01"}
    assert compute("contribution_month", {**asked, "treaty": certificate}) == compute(
        "contribution_month", asked
    )
