from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.unemployment.entitlement import entitled, file_by, insured
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.parameters import parameter

OLD, NEW = Law(date(2025, 12, 31), parameter), Law(date(2026, 1, 1), parameter)


@pytest.mark.parametrize(
    ("law", "months", "citizen", "expected"),
    [
        (Law(date(2014, 12, 31), parameter), 11, True, False),
        (Law(date(2009, 1, 1), parameter), 12, True, True),
        (OLD, 2, True, False),
        (OLD, 3, True, True),
        (OLD, 0, True, True),
        (NEW, -1, True, False),
        (NEW, 1, True, True),
        (NEW, 0, True, True),
        (NEW, 0, False, False),
        (OLD, 12, False, False),
    ],
)
def test_who_is_insured(law: Law, months: int, citizen: bool, expected: bool) -> None:
    assert insured(law, contract_months=whole(months), vietnamese=truth(citizen)) == expected


@pytest.mark.parametrize(
    ("ended", "last"),
    [("2026-03-10", "2026-06-10"), ("2026-11-30", "2027-02-28"), ("2025-11-30", "2026-02-28")],
)
def test_three_months_to_apply(ended: str, last: str) -> None:
    for law in (OLD, NEW):
        found = file_by(law, contract_ended_on=whole(date.fromisoformat(ended).toordinal()))
        assert found == date.fromisoformat(last).toordinal()


def asked(
    law: Law,
    contract: int = 0,
    of_24: int = 12,
    of_36: int = 12,
    *,
    unlawful: bool = False,
    draws: bool = False,
    could: bool = False,
    in_time: bool = True,
) -> bool:
    due = entitled(
        law,
        contract_months=whole(contract),
        months_in_last_24=whole(of_24),
        months_in_last_36=whole(of_36),
        left_unlawfully=truth(unlawful),
        draws_pension=truth(draws),
        could_draw_pension=truth(could),
        applied_in_time=truth(in_time),
    )
    return bool(due[0])


@pytest.mark.parametrize(
    ("contract", "of_24", "of_36", "old", "new"),
    [
        (0, 12, 12, True, True),
        (0, 11, 36, False, False),
        (1, 11, 12, False, True),
        (2, 11, 12, False, True),
        (3, 11, 12, True, True),
        (11, 0, 12, True, True),
        (11, 11, 11, False, False),
        (12, 11, 36, False, False),
        (12, 12, 12, True, True),
    ],
)
def test_months_contributed(contract: int, of_24: int, of_36: int, old: bool, new: bool) -> None:
    assert asked(OLD, contract, of_24, of_36) == old
    assert asked(NEW, contract, of_24, of_36) == new


def test_what_takes_the_benefit_away() -> None:
    for law in (OLD, NEW):
        assert not asked(law, unlawful=True)
        assert not asked(law, draws=True)
        assert not asked(law, in_time=False)
    assert asked(OLD, could=True)
    assert not asked(NEW, could=True)


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 24), st.integers(0, 36), *[st.booleans()] * 4),
        min_size=1,
        max_size=30,
    )
)
def test_many_come_out_as_each_alone_with_a_trace(people: list[tuple[int, ...]]) -> None:
    names = (
        "contract_months",
        "months_in_last_24",
        "months_in_last_36",
        "left_unlawfully",
        "draws_pension",
        "could_draw_pension",
        "applied_in_time",
    )
    columns = {name: np.array(column) for name, column in zip(names, zip(*people, strict=True), strict=True)}
    for law in (OLD, NEW):
        traced = Law(law.on, parameter, Trace())
        alone = [
            bool(entitled(traced, **{name: column[[place]] for name, column in columns.items()})[0])
            for place in range(len(people))
        ]
        assert entitled(law, **columns).tolist() == alone


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ({"months_total": 11}, False),
        ({"months_in_last_36": 11}, False),
        ({"months_in_last_36": 12, "contract": "seasonal 6 months"}, True),
        ({"months_in_last_24": 12, "months_total": 11}, False),
        ({"months_in_last_24": 12, "months_in_last_36": 11}, False),
        ({"months_in_last_24": 12, "contract": "2 years"}, True),
        ({"months_in_last_24": 12, "contract": "fixed 3 months"}, True),
        ({"months_in_last_24": 12, "reason": "drawing incapacity allowance"}, False),
        ({"months_in_last_24": 12, "reason": "dismissal"}, True),
        ({"months_in_last_24": 12, "contract": "Indefinite"}, True),
        ({"months_in_last_24": 11, "law": "2025"}, False),
        ({"reason": "unlawful unilateral termination", "months_in_last_36": 36}, False),
        ({"law": "38/2013", "reason": "drawing pension"}, False),
    ],
)
def test_what_a_case_says_in_other_words(inputs: dict[str, object], expected: bool) -> None:
    assert compute("unemployment_eligibility", inputs) == {"eligible": expected}


def test_what_a_case_has_to_say() -> None:
    for inputs in ({}, {"months_in_last_36": 20}, {"months_total": 60}):
        with pytest.raises(MissingInput) as missing:
            compute("unemployment_eligibility", inputs)
        assert missing.value.field == "months_in_last_24"
    with pytest.raises(MissingInput) as missing:
        compute("unemployment_eligibility", {"months_in_last_24": 9, "contract": "fixed 6 months"})
    assert missing.value.field == "months_in_last_36"
    with pytest.raises(MissingInput):
        compute("unemployment_eligibility", {"law": "38/2013", "reason": "left when eligible for pension"})
    with pytest.raises(WrongInput):
        compute("unemployment_eligibility", {"months_in_last_24": 12, "contract": "some"})
    with pytest.raises(WrongInput) as wrong:
        compute("unemployment_eligibility", {"months_in_last_24": 12, "law": "58/2014"})
    assert wrong.value.field == "law"
    with pytest.raises(WrongInput) as wrong:
        compute("bhtn_participation", {"date": "2026-01-01", "nationality": "Wakanda"})
    assert wrong.value.field == "nationality"


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ({"contract_months": 0}, False),
        ({}, True),
        ({"contract_months": None, "nationality": "vn"}, True),
        ({"nationality": "JP"}, False),
        ({"nationality": "Việt Nam"}, True),
        ({"nationality": "Foreign"}, False),
    ],
)
def test_participation(inputs: dict[str, object], expected: bool) -> None:
    answer = compute("bhtn_participation", {"date": date(2026, 5, 1), **inputs})
    assert answer == {"participates": expected}
