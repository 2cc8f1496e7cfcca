"""Every rule of this benefit holds from the days on which its articles came into force."""

from __future__ import annotations

from datetime import date

import pytest

from vssid.domain.law.catalogue import all_rules

LAW_46 = {date(2015, 1, 1): "Law 25/2008/QH12 art. 22"}
LAW_51 = {**LAW_46, date(2025, 1, 1): "Law 51/2024/QH15 art. 22"}
RULES = {
    "card_level": {**LAW_51, date(2026, 1, 1): "Resolution 261/2025/QH15"},
    "visit_level": LAW_51,
    "route_ratio": {**LAW_51, date(2026, 7, 1): "Decree 188/2025/NĐ-CP art. 19"},
    "parts": LAW_46,
    "claim": LAW_46,
    "counted_copay": LAW_51,
    "exempt": LAW_51,
}


@pytest.mark.parametrize(("rule", "acts"), RULES.items())
def test_a_rule_cites_the_act_of_its_day(rule: str, acts: dict[date, str]) -> None:
    found = all_rules()[f"health_care.{rule}"].versions
    assert [version.since for version in found] == list(acts)
    for version in found:
        assert acts[version.since] in version.article


def test_no_rule_is_left_out() -> None:
    assert {code for code in all_rules() if code.startswith("health_care.")} == {
        f"health_care.{rule}" for rule in RULES
    }
