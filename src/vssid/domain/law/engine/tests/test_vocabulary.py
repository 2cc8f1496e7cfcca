from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from vssid.domain.law.engine.vocabulary import (
    MissingInput,
    UnknownInput,
    WrongInput,
    first_and_last,
    understood,
)
from vssid.domain.values.months import Month

SHAPES: dict[str, Any] = {
    "wage": "int",
    "rate": "number|text",
    "paid": "bool",
    "on": "date",
    "from": "month",
    "either": "date|month",
    "sex": {"type": "text", "values": ["female", "male"]},
    "group": {"type": "null|text", "values": ["poor"]},
    "spells": {"type": "list", "items": {"type": "map", "keys": {"start": "month", "n": "int"}}},
    "pairs": {"type": "list", "items": {"type": "list", "items": "month"}},
    "line": {"type": "int|map", "keys": "various"},
    "days": "list",
    "several": {"type": "list|text", "items": "month"},
    "year": "year",
    "few": "int|null",
    "age": "age",
    "region": {"type": "text", "values": ["I", "II"]},
    "money": "dong",
    "stay": {"type": "text", "values": ["in", "out"]},
    "worker": {"type": "text", "values": ["foreign", "vn"]},
    "reason": {"type": "text", "values": ["near_poor", "three misses"]},
}


def test_values_are_read_exactly() -> None:
    read = understood(
        "r",
        SHAPES,
        {
            "wage": 5,
            "rate": 0.71,
            "paid": True,
            "on": "2026-07-01",
            "from": "2026-07",
            "either": "2026-08",
            "sex": "male",
            "group": None,
            "spells": [{"start": "2026-01", "n": 3}],
            "pairs": [["2026-01", "2026-02"]],
            "line": {2026: 1},
            "days": [1, "x"],
        },
    )
    assert read["rate"] == Fraction(71, 100)
    assert read["on"] == date(2026, 7, 1)
    assert read["from"] == Month.of(2026, 7)
    assert read["either"] == Month.of(2026, 8)
    assert read["spells"] == [{"start": Month.of(2026, 1), "n": 3}]
    assert read["pairs"] == [[Month.of(2026, 1), Month.of(2026, 2)]]
    assert (read["group"], read["line"], read["days"]) == (None, {2026: 1}, [1, "x"])
    assert understood("r", SHAPES, {"on": date(2026, 7, 1), "rate": "2 x"}) == {
        "on": date(2026, 7, 1),
        "rate": "2 x",
    }


@pytest.mark.parametrize(
    ("inputs", "path"),
    [
        ({"wage": 1.5}, "wage"),
        ({"wage": True}, "wage"),
        ({"paid": 1}, "paid"),
        ({"on": "2026-13-01"}, "on"),
        ({"from": "2026-13"}, "from"),
        ({"sex": "other"}, "sex"),
        ({"sex": ["male"]}, "sex"),
        ({"spells": {}}, "spells"),
        ({"spells": [{"start": "x"}]}, "spells[1].start"),
        ({"spells": [{"end": 1}]}, "spells[1].end"),
        ({"spells": [3]}, "spells[1]"),
        ({"pairs": [["2026-01", 7]]}, "pairs[1][2]"),
        ({"line": "x"}, "line"),
        ({"wage": -1}, "wage"),
        ({"wage": 10**12}, "wage"),
        ({"on": "1066-10-14"}, "on"),
        ({"from": "9999-12"}, "from"),
        ({"year": 0}, "year"),
        ({"year": True}, "year"),
        ({"few": "x"}, "few"),
        ({"age": 151}, "age"),
        ({"age": 1.5}, "age"),
        ({"wage": "1,065"}, "wage"),
        ({"wage": "0,5"}, "wage"),
        ({"wage": "1000000000000"}, "wage"),
        ({"wage": "twelve"}, "wage"),
        ({"year": "26"}, "year"),
        ({"paid": "perhaps"}, "paid"),
        ({"on": "2026-07"}, "on"),
        ({"on": "1/13/2026"}, "on"),
        ({"from": "1/13/2026"}, "from"),
        ({"wage": "100%"}, "wage"),
        ({"wage": "500.000"}, "wage"),
        ({"money": "0.500"}, "money"),
        ({"money": "100 %"}, "money"),
        ({"money": "7,5 đ"}, "money"),
        ({"money": "1.000.000.000.000.000 đ"}, "money"),
        ({"money": True}, "money"),
        ({"from": "2026-02-30"}, "from"),
        ({"from": "13/2026"}, "from"),
        ({"region": "5"}, "region"),
        ({"pairs": [None]}, "pairs[1]"),
        ({"several": ["13/2026"]}, "several[1]"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(inputs: dict[str, Any], path: str) -> None:
    with pytest.raises(WrongInput) as refused:
        understood("r", SHAPES, inputs)
    assert refused.value.field == path


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("wage", "8000000", 8_000_000),
        ("wage", "46.800.000", 46_800_000),
        ("wage", "46,800,000", 46_800_000),
        ("wage", "06", 6),
        ("wage", "500.000 đ", 500_000),
        ("age", "76", 76),
        ("money", 500_000, 500_000),
        ("money", "500.000", 500_000),
        ("money", "500,000", 500_000),
        ("money", "7,200,000 VND", 7_200_000),
        ("money", "150.000.000 đ", 150_000_000),
        ("money", "150000 Đồng", 150_000),
        ("rate", "0,45", Fraction(45, 100)),
        ("rate", "0.0639", Fraction(639, 10_000)),
        ("rate", "6,5 %", Fraction(65, 1000)),
        ("rate", "0,005", Fraction(5, 1000)),
        ("rate", "1,065", "1,065"),
        ("year", "2026", 2026),
        ("paid", "Yes", True),
        ("paid", "không", False),
        ("from", "2024-7", Month.of(2024, 7)),
        ("from", "7/2024", Month.of(2024, 7)),
        ("from", "2024-07-31", Month.of(2024, 7)),
        ("from", date(2024, 7, 1), Month.of(2024, 7)),
        ("from", "15/7/2024", Month.of(2024, 7)),
        ("on", "2024-7-1", date(2024, 7, 1)),
        ("on", "15/03/2020", date(2020, 3, 15)),
        ("on", "7/1/2026", date(2026, 1, 7)),
        ("sex", "Nữ", "female"),
        ("sex", "F", "female"),
        ("sex", "nam", "male"),
        ("sex", "M", "male"),
        ("region", "ii", "II"),
        ("region", 1, "I"),
        ("region", "vùng II", "II"),
        ("region", "Region 2", "II"),
        ("stay", "Outpatient", "out"),
        ("stay", "nội trú", "in"),
        ("worker", "Vietnamese", "vn"),
        ("reason", "Near-poor", "near_poor"),
        ("reason", "three_misses", "three misses"),
        ("group", "poor_or_island", "poor"),
        (True, "2026-07-01", date(2026, 7, 1)),
    ],
)
def test_what_can_mean_only_one_thing_is_read(name: Any, written: Any, read: object) -> None:
    found = understood("r", SHAPES, {name: written})
    assert found == {"on" if name is True else name: read}


def test_null_is_a_key_left_out_unless_the_vocabulary_names_it() -> None:
    inputs = {"wage": None, "year": 2026, "few": None, "spells": [{"start": "2026-01", "n": None}]}
    read = understood("r", SHAPES, inputs)
    assert read == {"year": 2026, "few": None, "spells": [{"start": Month.of(2026, 1)}]}
    with pytest.raises(MissingInput) as missing:
        read["spells"][0]["n"]
    assert missing.value.field == "spells[1].n"


def test_whole_amounts_may_be_written_with_a_point() -> None:
    assert understood("r", SHAPES, {"wage": 5_000_000.0}) == {"wage": 5_000_000}


def test_a_span_has_a_first_and_a_last() -> None:
    march, april = Month.of(2026, 3), Month.of(2026, 4)
    assert first_and_last("prepaid", [march]) == (march, march)
    for wrong in ([], [april, march], [march, march, april]):
        with pytest.raises(WrongInput):
            first_and_last("prepaid", wrong)


def test_a_number_is_a_number() -> None:
    for value in (True, "x", float("nan"), -0.5):
        with pytest.raises(WrongInput):
            understood("r", {"rate": "number"}, {"rate": value})


def test_an_unknown_key_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownInput) as refused:
        understood("r", {"wage": "int"}, {"wgae": 1})
    assert "wage" in refused.value.english()


def test_a_value_where_the_vocabulary_knows_none_is_a_fault_of_the_vocabulary() -> None:
    assert understood("r", {"never": "null"}, {"never": None}) == {"never": None}
    with pytest.raises(AssertionError, match="never"):
        understood("r", {"never": "null"}, {"never": 1})
