"""Every rule of this benefit holds from the days on which its articles came into force."""

from __future__ import annotations

from datetime import date

import pytest

from vssid.domain.law.catalogue import all_rules

BOTH = {date(2016, 1, 1): "Law 58/2014/QH13", date(2025, 7, 1): "Law 41/2024/QH15"}
CIRCULARS = {date(2016, 1, 1): "Circular 59/2015/TT-BLDTBXH", date(2025, 7, 1): "Circular 12/2025/TT-BNV"}
SUPPLEMENT = {date(2018, 1, 1): "Decree 153/2018/NĐ-CP"}
WITH_SUPPLEMENT = dict(sorted((BOTH | SUPPLEMENT | {date(2022, 1, 1): "Law 58/2014/QH13"}).items()))
ONE = {date(2016, 1, 1): "Law 41/2024/QH15"}
RULES = {
    "eligible": BOTH,
    "enough_years": BOTH,
    "uncut": BOTH,
    "cut": BOTH,
    "rate": BOTH,
    "floor": BOTH,
    "pension": WITH_SUPPLEMENT,
    "supplement": SUPPLEMENT,
    "years_over": BOTH,
    "lump_sum": BOTH,
    "missing_months": BOTH,
    "begins": BOTH,
    "after_payment": CIRCULARS,
    "impaired_month": ONE,
    "coal_month": ONE,
}


@pytest.mark.parametrize(("rule", "acts"), RULES.items())
def test_a_rule_cites_the_act_of_its_day(rule: str, acts: dict[date, str]) -> None:
    found = all_rules()[f"pension.{rule}"].versions
    assert [version.since for version in found] == list(acts)
    for version in found:
        assert acts[version.since] in version.article


def test_no_rule_is_left_out() -> None:
    assert {code for code in all_rules() if code.startswith("pension.")} == {
        f"pension.{rule}" for rule in RULES
    }
