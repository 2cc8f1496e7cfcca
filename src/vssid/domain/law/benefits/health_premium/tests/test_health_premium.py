from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.health_premium.formula import GROUPS, household, supported, unemployed
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.loading import load
from vssid.domain.law.engine.parameter import Parameter
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.parameters import parameter
from vssid.domain.values.dated import NotInForce

NOW = Law(date(2026, 11, 22), parameter)
MONTHS = st.lists(st.integers(1, 60), min_size=1, max_size=6)


def on(day: str) -> Law:
    return Law(date.fromisoformat(day), parameter)


def test_the_ladder_falls_to_the_fifth_and_no_further() -> None:
    paid = household(NOW, member=np.arange(1, 9), months_covered=whole(12)).tolist()
    assert paid == [1_366_200, 956_340, 819_720, 683_100, 546_480, 546_480, 546_480, 546_480]


@pytest.mark.parametrize(
    ("day", "first"),
    [
        ("2015-01-01", 621_000),
        ("2016-04-30", 621_000),
        ("2016-05-01", 653_400),
        ("2019-06-30", 750_600),
        ("2019-07-01", 804_600),
        ("2024-06-30", 972_000),
        ("2024-07-01", 1_263_600),
        ("2025-06-30", 1_263_600),
        ("2025-07-01", 1_263_600),
        ("2026-06-30", 1_263_600),
        ("2026-07-01", 1_366_200),
    ],
)
def test_a_year_is_paid_by_the_base_of_the_day_of_payment(day: str, first: int) -> None:
    assert household(on(day), member=whole(1), months_covered=whole(12)) == first
    assert (
        supported(on(day), supported_group=whole(0), months_covered=whole(12), province=whole(0)).premium
        == first
    )


def test_there_is_no_ladder_before_2015() -> None:
    with pytest.raises(NotInForce):
        household(on("2014-12-31"), member=whole(1), months_covered=whole(12))


def test_households_and_supported_groups_are_judged_by_the_new_law_from_july_2025() -> None:
    for rule in (household, supported):
        assert "51/2024" in rule.version(date(2025, 7, 1)).article
        assert "51/2024" not in rule.version(date(2025, 6, 30)).article


@pytest.mark.parametrize(
    ("group", "day", "state"),
    [
        ("near_poor", "2015-01-01", 434_700),
        ("near_poor", "2026-08-01", 956_340),
        ("near_poor_in_poor_commune", "2015-01-01", 621_000),
        ("near_poor_in_poor_commune", "2025-07-01", 1_263_600),
        ("pupil_student", "2010-01-01", 105_300),
        ("pupil_student", "2025-08-14", 379_080),
        ("pupil_student", "2025-08-15", 631_800),
        ("average_income_farmers", "2015-01-01", 186_300),
        ("average_income_farmers", "2026-08-01", 409_860),
        ("village_worker", "2025-08-15", 631_800),
        ("ethnic_minority", "2023-11-01", 680_400),
        ("ethnic_minority", "2025-08-15", 884_520),
        ("trafficking_victim", "2025-08-15", 631_800),
    ],
)
def test_what_the_state_pays_of_a_year(group: str, day: str, state: int) -> None:
    paid = supported(
        on(day), supported_group=whole(GROUPS.index(group)), months_covered=whole(12), province=whole(0)
    )
    assert paid.state_part == state
    assert paid.own_part == paid.premium - state


@pytest.mark.parametrize(
    ("group", "day"),
    [
        ("near_poor", "2014-12-31"),
        ("near_poor_in_poor_commune", "2014-12-31"),
        ("pupil_student", "2009-12-31"),
        ("average_income_farmers", "2014-12-31"),
        ("village_worker", "2025-08-14"),
        ("ethnic_minority", "2023-10-31"),
        ("trafficking_victim", "2025-08-14"),
    ],
)
def test_a_group_was_not_supported_before_its_day(group: str, day: str) -> None:
    with pytest.raises(NotInForce):
        supported(
            on(day), supported_group=whole(GROUPS.index(group)), months_covered=whole(12), province=whole(0)
        )


@pytest.mark.parametrize(
    ("benefit", "premium"), [(0, 0), (11, 0), (12, 1), (7_200_000, 324_000), (7_200_100, 324_005)]
)
def test_the_unemployment_fund_pays_four_and_a_half_per_cent(benefit: int, premium: int) -> None:
    assert unemployed(NOW, benefit_of_month=whole(benefit)) == premium
    assert unemployed(on("2015-01-01"), benefit_of_month=whole(benefit)) == premium


def test_the_law_of_unemployment_insurance_changed_in_2026() -> None:
    assert (household.versions[0].since, supported.versions[0].since) == (date(2015, 1, 1), date(2010, 1, 1))
    assert "38/2013" in unemployed.version(date(2025, 12, 31)).article
    assert "74/2025" in unemployed.version(date(2026, 1, 1)).article
    with pytest.raises(NotInForce):
        unemployed(on("2014-12-31"), benefit_of_month=whole(1))


@given(MONTHS, st.data())
def test_each_person_alone_pays_what_they_pay_among_many(months: list[int], data: st.DataObject) -> None:
    size = len(months)
    members = data.draw(st.lists(st.integers(1, 9), min_size=size, max_size=size))
    groups = data.draw(st.lists(st.integers(0, len(GROUPS) - 1), min_size=size, max_size=size))
    together = household(NOW, member=whole(members), months_covered=whole(months))
    among = supported(NOW, supported_group=whole(groups), months_covered=whole(months), province=whole(0))
    for place in range(size):
        trace = Trace()
        law = Law(NOW.on, parameter, trace)
        member, covered = whole(members[place]), whole(months[place])
        assert household(law, member=member, months_covered=covered) == together[place]
        alone = supported(
            law, supported_group=whole(groups[place]), months_covered=covered, province=whole(0)
        )
        assert [int(part[0]) for part in alone] == [int(part[place]) for part in among]
        assert [step.rule for step in trace.flat()] == [
            "health_premium.household",
            "health_premium.supported",
        ]


@given(MONTHS)
def test_a_further_member_never_pays_more_and_the_parts_make_the_whole(months: list[int]) -> None:
    for covered in months:
        paid = household(NOW, member=np.arange(1, 8), months_covered=whole(covered))
        assert (np.diff(paid) <= 0).all()
        assert paid[0] == (1_366_200 * covered * 2 + 12) // 24
        parts = supported(
            NOW, supported_group=np.arange(len(GROUPS)), months_covered=whole(covered), province=whole(0)
        )
        assert (parts.state_part + parts.own_part == parts.premium).all()
        assert (parts.own_part >= 0).all()


def test_cases_ask_with_few_words() -> None:
    assert compute("bhyt_household_premium", {"members": 1}, as_of=date(2026, 8, 1))["total"] == 1_366_200
    of_three = {"members": 3, "subsidised": 1, "pay_date": "2026-08-01"}
    assert compute("bhyt_household_premium", of_three)["per_member"] == [1_366_200, 956_340]
    of_one = of_three | {"members_paying_as_household": 1}
    assert compute("bhyt_household_premium", of_one)["total"] == 1_366_200
    asked = {"group": "student", "pay_date": "2026-09-01"}
    assert compute("bhyt_supported_premium", asked) == {
        "total": 1_366_200,
        "state": 683_100,
        "province": 0,
        "province_known": False,
        "person": 683_100,
    }
    benefit = {"monthly_benefit": 7_200_000}
    for law in ({}, {"as_of": date(2020, 5, 1)}, {"act": "38/2013"}):
        assert compute("bhyt_premium_unemployed", benefit, **law) == {
            "premium": 324_000,
            "payer": "bhtn_fund",
        }
    with pytest.raises(NotInForce):
        compute("bhyt_premium_unemployed", benefit, as_of=date(2014, 12, 31))
    with pytest.raises(MissingInput):
        compute("bhyt_household_premium", {"members": 1})
    for members in ({"members": 1, "subsidised": 2}, {"members": 101}):
        with pytest.raises(WrongInput):
            compute("bhyt_household_premium", {"pay_date": "2026-09-01", **members})
    with pytest.raises(WrongInput):
        compute("bhyt_supported_premium", {"group": "rich", "pay_date": "2026-09-01"})


TABLE = """
acts: {R: {title: "Resolution 1/2026/NQ-HĐND"}}
parameters:
  health_premium.top_up.01.pupil_student:
    title: "Pupils and students in the province"
    unit: ppm
    entries:
      - {since: 2026-09-01, until: 2027-08-31, value: 200000, act: R, confidence: D}
  health_premium.top_up.01.near_poor:
    title: "Near-poor people in the province"
    unit: ppm
    entries:
      - {since: 2026-09-01, value: 500000, act: R, confidence: D}
"""


def of_a_made_up_table(name: str) -> Parameter:
    return load(TABLE).parameters.get(name) or parameter(name)


def test_a_province_adds_to_the_support_of_the_state() -> None:
    groups = whole([GROUPS.index(group) for group in ("pupil_student", "pupil_student", "near_poor")])
    for day, added in (("2026-09-01", [273_240, 0, 409_860]), ("2026-08-31", [0, 0, 0])):
        law = Law(date.fromisoformat(day), of_a_made_up_table)
        paid = supported(law, supported_group=groups, months_covered=whole(12), province=whole([1, 2, 1]))
        assert paid.province_part.tolist() == added
        assert (paid.state_part + paid.province_part + paid.own_part == paid.premium).all()
    # half of the premium is more than the 30 % that near-poor people have left
    assert paid.own_part.tolist()[2] == 409_860


def test_no_line_of_a_province_is_said() -> None:
    asked = {"pay_date": "2026-09-01", "group": "pupil", "province": 1}
    assert compute("bhyt_supported_premium", asked)["province_known"] is False


@pytest.mark.parametrize(
    ("group", "state"),
    [
        ("poor", 1_366_200),
        ("HN", 1_366_200),
        ("household", 0),
        ("gd", 0),
        ("CN", 956_340),
        ("HS", 683_100),
        ("pupils_students", 683_100),
        ("GB", 409_860),
        ("agri average income", 409_860),
    ],
)
def test_groups_by_other_words_and_by_the_letters_of_their_cards(group: str, state: int) -> None:
    told = compute("bhyt_supported_premium", {"group": group, "pay_date": "2026-09-01", "months": 12})
    assert (told["total"], told["state"], told["person"]) == (1_366_200, state, 1_366_200 - state)
    assert (told["province"], told["province_known"]) == (0, False)


def test_the_payer_is_told_without_the_benefit() -> None:
    told = compute("bhyt_premium_unemployed", {})
    assert (told["payer"], told["premium"].field) == ("bhtn_fund", "monthly_benefit")
