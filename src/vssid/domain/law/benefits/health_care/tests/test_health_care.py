from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vssid.domain.card.benefit import UnknownGroup, benefit_percent, group_codes, issued_digit
from vssid.domain.law.benefits.health_care.formula import (
    GROUPS,
    card_level,
    claim,
    counted_copay,
    is_exempt,
    parts,
    route_ratio,
    visit_level,
)
from vssid.domain.law.benefits.health_care.routes import WORDS, number
from vssid.domain.law.cases import check, compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.parameter import NotInTable
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.years import ordinals
from vssid.domain.values.dated import NotInForce

CODES = sorted(number(code) for code in WORDS)
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
COSTS = st.integers(0, 2_000_000_000)


def on(day: str) -> Law:
    return Law(date.fromisoformat(day), parameter)


def level_on(day: str, group: str, digit: int) -> int:
    by_card = card_level(on(day), benefit_digit=whole(digit), card_group=whole(GROUPS.get(group, 0)))
    return int(by_card[0])


@pytest.mark.parametrize(
    ("digit", "pays"), [(1, 1_000_000), (2, 1_000_000), (3, 950_000), (4, 800_000), (5, 1_000_000)]
)
@pytest.mark.parametrize("day", ["2015-01-01", "2024-12-31", "2025-01-01", "2026-11-22"])
def test_the_digit_says_what_the_fund_pays(day: str, digit: int, pays: int) -> None:
    assert level_on(day, "DN", digit) == pays


@pytest.mark.parametrize(
    ("group", "digit", "day", "pays"),
    [
        ("CN", 3, "2025-12-31", 950_000),
        ("CN", 4, "2025-12-31", 950_000),
        ("CN", 3, "2026-01-01", 1_000_000),
        ("CN", 4, "2015-01-01", 950_000),
        ("LH", 4, "2025-12-31", 800_000),
        ("LH", 4, "2015-01-01", 800_000),
        ("LH", 4, "2026-01-01", 1_000_000),
        ("LH", 3, "2025-12-31", 950_000),
        ("CT", 4, "2025-06-30", 800_000),
        ("CT", 4, "2015-01-01", 800_000),
        ("CT", 4, "2025-07-01", 1_000_000),
        ("HT", 3, "2026-01-01", 950_000),
        ("GD", 4, "2026-01-01", 800_000),
        ("CN", 1, "2015-01-01", 1_000_000),
    ],
)
def test_some_groups_count_as_a_better_digit(group: str, digit: int, day: str, pays: int) -> None:
    assert level_on(day, group, digit) == pays


@given(st.sampled_from(sorted(group_codes())), st.integers(1, 5), DAYS)
def test_the_card_page_says_what_the_law_pays(group: str, digit: int, day: date) -> None:
    assert benefit_percent(group, digit, day) * 10_000 == level_on(day.isoformat(), group, digit)


def test_what_no_law_on_record_settles_is_refused() -> None:
    with pytest.raises(NotInForce):
        level_on("2014-12-31", "DN", 4)
    for digit in (0, 6):
        with pytest.raises(NotInTable):
            level_on("2026-01-01", "DN", digit)
    for route in (108, 0, 800):
        with pytest.raises(NotInTable):
            route_ratio(on("2026-01-01"), route=whole(route), stay=truth(True))


@pytest.mark.parametrize(
    ("day", "limit"),
    [
        ("2015-01-01", 172_500),
        ("2019-07-01", 223_500),
        ("2023-07-01", 270_000),
        ("2024-07-01", 351_000),
        ("2025-06-30", 351_000),
        ("2025-07-01", 351_000),
        ("2026-06-30", 351_000),
        ("2026-07-01", 379_500),
    ],
)
def test_a_visit_is_small_below_fifteen_per_cent_of_the_base(day: str, limit: int) -> None:
    pays = visit_level(
        on(day),
        card_pays=whole(800_000),
        route=whole(101),
        cost_in_scope=whole([0, limit - 1, limit, limit + 1]),
        exempt=truth(False),
    )
    assert pays.tolist() == [1_000_000, 1_000_000, 800_000, 800_000]


def test_a_listed_primary_facility_and_an_exemption_are_paid_in_full() -> None:
    for day in ("2015-01-01", "2024-12-31", "2025-01-01", "2026-11-22"):
        pays = visit_level(
            on(day),
            card_pays=whole(950_000),
            route=whole([101, 102, 103, 101]),
            cost_in_scope=whole(5_000_000),
            exempt=truth([False, False, False, True]),
        )
        assert pays.tolist() == [950_000, 1_000_000, 950_000, 1_000_000]


RIGHT = (101, 102, 103, 104, 105, 106, 107, 200, 700)
FULL, NOTHING, HALF = 1_000_000, 0, 500_000
RATIOS = [  # day, stay, route, ratio
    ("2015-01-01", True, 303, 700_000),
    ("2015-12-31", False, 303, 700_000),
    ("2015-12-31", True, 303, 700_000),
    ("2016-01-01", True, 303, FULL),
    ("2016-01-01", False, 303, FULL),
    ("2015-01-01", True, 302, 600_000),
    ("2016-01-01", True, 302, 600_000),
    ("2020-12-31", True, 302, 600_000),
    ("2021-01-01", True, 302, FULL),
    ("2024-12-31", True, 302, FULL),
    ("2015-01-01", False, 302, NOTHING),
    ("2021-01-01", False, 302, NOTHING),
    ("2024-12-31", False, 302, NOTHING),
    ("2015-01-01", True, 301, 400_000),
    ("2016-01-01", True, 301, 400_000),
    ("2021-01-01", True, 301, 400_000),
    ("2024-12-31", True, 301, 400_000),
    ("2015-01-01", False, 301, NOTHING),
    ("2016-01-01", False, 301, NOTHING),
    ("2024-12-31", False, 301, NOTHING),
    ("2021-01-01", True, 303, FULL),
    ("2024-12-31", False, 303, FULL),
    *[
        (day, stay, route, ratio)
        for day, half in (("2025-01-01", NOTHING), ("2026-06-30", NOTHING), ("2026-07-01", HALF))
        for stay in (True, False)
        for route, ratio in [
            *[(full, FULL) for full in (111, 112, 115, 116, 117, 302, 303, 306, 702, 703, 704)],
            *[(route, half) for route in (113, 114, 118)],
            (301, 400_000 if stay else NOTHING),
        ]
    ],
    *[
        (day, stay, route, ratio)
        for day in ("2015-01-01", "2016-01-01", "2021-01-01", "2025-01-01", "2026-07-01")
        for stay in (True, False)
        for route, ratio in [*[(right, FULL) for right in RIGHT], (900, NOTHING)]
    ],
]


@pytest.mark.parametrize(("day", "stay"), sorted({(day, stay) for day, stay, _, _ in RATIOS}))
def test_what_the_route_leaves(day: str, stay: bool) -> None:
    ratios = {route: ratio for when, how, route, ratio in RATIOS if (when, how) == (day, stay)}
    left = route_ratio(on(day), route=whole(list(ratios)), stay=truth(stay))
    assert dict(zip(ratios, left.tolist(), strict=True)) == ratios


@pytest.mark.parametrize("day", ["2015-01-01", "2024-12-31"])
def test_the_new_routes_did_not_exist_before_2025(day: str) -> None:
    with pytest.raises(NotInTable):
        route_ratio(on(day), route=whole(111), stay=truth(False))


@pytest.mark.parametrize(
    ("cost", "pays", "ratio", "fund", "copay", "outside"),
    [
        (10_000_000, 800_000, 400_000, 3_200_000, 800_000, 6_000_000),
        (1, 800_000, FULL, 1, 0, 0),
        (2, 800_000, FULL, 2, 0, 0),
        (3, 800_000, FULL, 2, 1, 0),
        (10, 950_000, FULL, 10, 0, 0),
        (9, 950_000, FULL, 9, 0, 0),
        (11, 950_000, FULL, 10, 1, 0),
        (1, FULL, HALF, 1, 0, 0),
        (2_000_001, 950_000, HALF, 950_000, 50_000, 1_000_001),
        (3, 800_000, HALF, 1, 0, 2),
        (100_000_001, 950_000, HALF, 47_500_000, 2_500_000, 50_000_001),
        (7, 800_000, NOTHING, 0, 0, 7),
        (0, 800_000, FULL, 0, 0, 0),
    ],
)
def test_who_bears_a_cost(cost: int, pays: int, ratio: int, fund: int, copay: int, outside: int) -> None:
    borne = parts(
        on("2026-01-01"), cost_in_scope=whole(cost), visit_pays=whole(pays), route_ratio=whole(ratio)
    )
    assert [int(part[0]) for part in borne] == [fund, copay, outside]


@given(COSTS, st.sampled_from([800_000, 950_000, FULL]), st.sampled_from([NOTHING, 400_000, HALF, FULL]))
def test_the_parts_are_the_cost_and_none_is_negative(cost: int, pays: int, ratio: int) -> None:
    borne = parts(
        on("2026-01-01"), cost_in_scope=whole(cost), visit_pays=whole(pays), route_ratio=whole(ratio)
    )
    assert sum(int(part[0]) for part in borne) == cost
    assert min(int(part[0]) for part in borne) >= 0
    assert abs(int(borne.fund_pays[0]) * 10**12 - cost * pays * ratio) * 2 <= 10**12
    assert abs(int(borne.copay[0]) * 10**12 - cost * (FULL - pays) * ratio) * 2 <= 10**12
    assert ratio < FULL or int(borne.outside_route[0]) == 0


@settings(max_examples=50)
@given(st.lists(COSTS, min_size=1, max_size=6), DAYS, st.data())
def test_each_visit_alone_is_paid_as_among_many(costs: list[int], day: date, data: st.DataObject) -> None:
    size = len(costs)

    def some(values: st.SearchStrategy[int]) -> list[int]:
        return data.draw(st.lists(values, min_size=size, max_size=size))

    digits, groups = some(st.integers(1, 5)), some(st.integers(0, 3))
    routes, stays, exempt = some(st.sampled_from(CODES)), some(st.integers(0, 1)), some(st.integers(0, 1))
    law = Law(day, parameter)
    together = claim(
        law,
        benefit_digit=whole(digits),
        card_group=whole(groups),
        route=whole(routes),
        stay=whole(stays) == 1,
        cost_in_scope=whole(costs),
        exempt=whole(exempt) == 1,
    )
    for place in range(size):
        trace = Trace()
        alone = claim(
            Law(day, parameter, trace),
            benefit_digit=whole(digits[place]),
            card_group=whole(groups[place]),
            route=whole(routes[place]),
            stay=truth(stays[place] == 1),
            cost_in_scope=whole(costs[place]),
            exempt=truth(exempt[place] == 1),
        )
        assert [int(part[0]) for part in alone] == [int(part[place]) for part in together]
        assert [step.rule for step in trace.flat()] == [
            "health_care.card_level",
            "health_care.visit_level",
            "health_care.route_ratio",
            "health_care.parts",
            "health_care.claim",
        ]


COUNTED_SINCE_2025 = {101, 102, 103, 104, 105, 106, 107, 111, 112, 113, 114, 116, 117, 200, 303, 306} | {
    700,
    702,
    703,
    704,
}


@pytest.mark.parametrize(
    ("day", "counted", "not_counted"),
    [
        ("2015-01-01", RIGHT, (301, 302, 303, 900)),
        ("2015-12-31", RIGHT, (301, 302, 303, 900)),
        ("2016-01-01", (*RIGHT, 303), (301, 302, 900)),
        ("2024-12-31", (*RIGHT, 303), (301, 302, 900)),
        ("2025-01-01", COUNTED_SINCE_2025, (115, 118, 301, 302, 900)),
        ("2026-11-22", COUNTED_SINCE_2025, (115, 118, 301, 302, 900)),
    ],
)
def test_which_own_shares_count(day: str, counted: set[int], not_counted: tuple[int, ...]) -> None:
    for routes, share in ((sorted(counted), 70_201), (sorted(not_counted), 0)):
        found = counted_copay(on(day), copay=whole(70_201), route=whole(routes))
        assert found.tolist() == [share] * len(routes)


def exempt_on(day: str, since: str, copays: int) -> bool:
    answer = is_exempt(
        on(day),
        visit_on=ordinals(date.fromisoformat(day)),
        five_years_since=ordinals(date.fromisoformat(since)),
        copays_of_year=whole(copays),
    )
    return bool(answer[0])


@pytest.mark.parametrize(
    ("day", "limit"),
    [
        ("2015-01-01", 6_900_000),
        ("2023-12-31", 10_800_000),
        ("2024-07-01", 14_040_000),
        ("2025-06-30", 14_040_000),
        ("2025-07-01", 14_040_000),
        ("2026-06-30", 14_040_000),
        ("2026-07-01", 15_180_000),
    ],
)
def test_one_dong_more_than_six_bases_is_enough(day: str, limit: int) -> None:
    assert not exempt_on(day, "2010-01-01", limit)
    assert exempt_on(day, "2010-01-01", limit + 1)
    assert exempt_on(day, day, limit + 1)
    assert not exempt_on(day, "2029-01-01", limit + 1)


def test_the_law_of_the_visit_is_cited() -> None:
    for rule in (card_level, visit_level, route_ratio, counted_copay, is_exempt):
        assert rule.versions[0].since == date(2015, 1, 1)
        assert "25/2008" in rule.version(date(2024, 12, 31)).article
        assert "51/2024" in rule.version(date(2025, 1, 1)).article
    assert "261/2025" not in card_level.version(date(2025, 12, 31)).article
    assert "261/2025" in card_level.version(date(2026, 1, 1)).article
    assert "188/2025" not in route_ratio.version(date(2026, 6, 30)).article
    assert "188/2025" in route_ratio.version(date(2026, 7, 1)).article


def test_the_last_day_of_the_exemption_is_the_end_of_the_year() -> None:
    asked = {"date": "2026-05-01", "five_years_since": "2020-01-01", "copay_this_year": 14_040_001}
    assert compute("copay_exemption", asked) == {"exempt": True, "until": date(2026, 12, 31)}
    assert compute("copay_exemption", asked | {"five_years_since": None}) == {"exempt": False, "until": None}
    with pytest.raises(MissingInput):
        compute("copay_exemption", {"date": "2026-05-01", "five_years_since": "2020-01-01"})
    with pytest.raises(MissingInput):
        compute("copay_exemption", {"date": "2026-05-01"})
    not_said = {"date": "2026-05-01", "copay_this_year": 50_000_000}
    assert compute("copay_exemption", not_said) == {"exempt": False, "until": None}


def claimed(**said: object) -> list[object]:
    answer = compute("bhyt_claim", {"date": "2026-08-01", "card": "DN4", "cost_in_scope": 1_000_000, **said})
    return [answer[key] for key in ("fund", "effective_pct", "route_ratio")]


def test_cases_ask_with_few_words() -> None:
    assert claimed() == [800_000, "0.80", "1"]
    assert claimed(card="HT") == [950_000, "0.95", "1"]
    for near_poor in ("CN", "CN3", "cn 4 01 0120 000 999"):
        assert claimed(card=near_poor) == [1_000_000, "1", "1"]
        assert claimed(card=near_poor, date="2025-12-31") == [950_000, "0.95", "1"]
    assert claimed(card="gd 4 79 7936 000 001") == [800_000, "0.80", "1"]
    assert claimed(exempt=True) == [1_000_000, "1", "1"]
    assert claimed(route="3.1", type="in") == [320_000, "0.80", "0.4"]
    assert claimed(route="Emergency") == claimed(route="cấp cứu") == claimed(route="2")
    assert compute("copay_accumulation", {"visits": []}) == {"counted": 0}
    old = {"visits": [{"copay": 7, "route": "3.3"}, {"copay": 5, "route": "1.1"}]}
    assert compute("copay_accumulation", old) == {"counted": 12}
    assert compute("copay_accumulation", old, as_of=date(2015, 6, 1)) == {"counted": 5}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"date": "2026-08-01", "route": "3.1"}, "type"),
        ({"date": "2019-08-01", "tier": "province", "wrong_tier": True}, "type"),
        ({"date": "2026-08-01", "wrong_tier": True, "type": "out"}, "route"),
        ({"date": "2019-08-01", "wrong_tier": True, "type": "in"}, "tier"),
    ],
)
def test_what_the_ratio_hangs_on_is_asked_for(said: dict[str, object], field: str) -> None:
    case = {"regime": "bhyt_claim", "inputs": {"card": "DN4", "cost_in_scope": 10_000_000, **said}}
    for expected in ({"fund": 0}, {"route_ratio": "0"}):
        assert check({**case, "expected": expected}).why.startswith(f"bhyt_claim needs {field} ")


def test_what_does_not_hang_on_it_is_answered() -> None:
    central = {"date": "2026-08-01", "route": "3.1", "cost_in_scope": 10_000_000}
    told = compute("bhyt_claim", {**central, "card": "DN4"})
    assert told["effective_pct"] == "0.80"
    assert isinstance(told["fund"], MissingInput)
    district = {"date": "2015-08-01", "tier": "district", "wrong_tier": True, "cost_in_scope": 10_000_000}
    assert compute("bhyt_claim", {**district, "card": "DN4"})["fund"] == 5_600_000
    assert compute("bhyt_claim", {"date": "2026-08-01", "route": "1.2"})["effective_pct"] == "1"
    assert (
        compute("bhyt_claim", {"date": "2026-08-01", "route": "1.18", "card": "TE"})["effective_pct"] == "1"
    )
    small = {"date": "2026-08-01", "route": "3.1", "type": "in", "cost_in_scope": 300_000}
    assert compute("bhyt_claim", small)["fund"] == 120_000


@pytest.mark.parametrize(
    ("day", "tier", "stay", "ratio"),
    [
        ("2024-12-31", "province", "out", "0"),
        ("2024-12-31", "province", "in", "1"),
        ("2025-01-01", "province", "out", "0"),
        ("2026-07-01", "province", "out", "0.5"),
        ("2026-07-01", "province", "in", "1"),
        ("2026-07-01", "district", "out", "1"),
        ("2026-07-01", "central", "in", "0.4"),
        ("2026-07-01", "central", "out", "0"),
        ("2015-01-01", "district", "in", "0.7"),
    ],
)
def test_a_tier_outside_its_route_is_read_as_the_route_that_took_its_place(
    day: str, tier: str, stay: str, ratio: str
) -> None:
    said = {"date": day, "tier": tier, "type": stay}
    assert claimed(**said, wrong_tier=True)[2] == ratio
    assert claimed(**said, wrong_tier=False)[2] == "1"
    assert claimed(**said)[2] == "1"


def test_a_health_station_is_open_to_all() -> None:
    for wrong in (True, False):
        assert claimed(date="2018-05-01", tier="commune", wrong_tier=wrong) == [1_000_000, "1", "1"]


def test_what_cannot_be_read_is_refused_with_a_way_out() -> None:
    for said in (
        {"card": "7936000001"},
        {"card": "D14"},
        {"card": "DN9"},
        {"card": " "},
        {"route": "first"},
        {"route": "1.8"},
        {"route": "1.11", "date": "2024-12-31"},
        {"route": "9" * 20},
    ):
        with pytest.raises(WrongInput) as wrong:
            claimed(**said)
        assert wrong.value.field == next(iter(said))
    with pytest.raises(WrongInput) as wrong:
        compute("copay_accumulation", {"visits": [{"copay": 1, "route": "1.8"}]})
    assert wrong.value.field == "visits[1].route"
    with pytest.raises(UnknownGroup):
        claimed(card="ZZ")
    with pytest.raises(NotInForce):
        claimed(date="2014-12-31")


def test_a_route_has_its_number() -> None:
    assert (number("1.1"), number("1.13"), number("2"), number("3.6")) == (101, 113, 200, 306)
    assert np.unique(CODES).size == len(WORDS)
    assert issued_digit("CN") == 3
