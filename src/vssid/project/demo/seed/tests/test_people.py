"""Whether the people could be Vietnam's."""

from __future__ import annotations

import numpy as np
import polars as pl

from vssid.project.demo.seed.people.numbers import Registry
from vssid.project.demo.seed.tests.conftest import AS_OF, PEOPLE, Files


def test_ages_and_sexes(files: Files) -> None:
    people = files("people").with_columns(year=pl.col("birth_date").str.head(4).cast(pl.Int32))
    assert people.height == PEOPLE
    age = AS_OF.year - people["year"]
    assert 0.20 < (age < 15).mean() < 0.29  # type: ignore[operator]
    assert 0.07 < (age >= 65).mean() < 0.14  # type: ignore[operator]
    assert 0.47 < (people["sex"] == "male").mean() < 0.53  # type: ignore[operator]


def test_family_names_have_their_frequency(files: Files) -> None:
    names = files("people").filter(pl.col("ethnicity") == "Kinh")["full_name"].str.split(" ").list.first()
    assert 0.28 < (names == "Nguyễn").mean() < 0.40  # type: ignore[operator]
    assert (names == "Trần").mean() > (names == "Phạm").mean()  # type: ignore[operator]


def test_citizen_numbers_say_sex_and_year(files: Files) -> None:
    people = files("people").filter(
        pl.col("national_id").is_not_null() & (pl.col("birth_date").str.len_chars() == 10)
    )
    number = people["national_id"]
    assert (number.str.len_chars() == 12).all()
    assert not number.is_duplicated().any()
    century_and_sex = number.str.slice(3, 1).cast(pl.Int32)
    year = people["birth_date"].str.head(4).cast(pl.Int32)
    expected = (year >= 2000).cast(pl.Int32) * 2 + (people["sex"] == "female").cast(pl.Int32)
    assert (century_and_sex == expected).all()
    assert (number.str.slice(4, 2).cast(pl.Int32) == year % 100).all()


def test_newborns_have_only_the_citizen_number(files: Files) -> None:
    people = files("people").with_columns(length=pl.col("insurance_number").str.len_chars())
    young = people.filter(pl.col("birth_date") >= "2025-08-01")
    assert young.height > 10
    assert (young["insurance_number"] == young["national_id"]).all()
    assert set(people.filter(pl.col("birth_date") < "2025-08-01")["length"]) == {10}


def test_parents_are_of_an_age_to_be_parents(files: Files) -> None:
    people = files("people").select(
        "insurance_number", "full_name", year=pl.col("birth_date").str.head(4).cast(pl.Int32)
    )
    pairs = (
        files("relations")
        .filter(pl.col("relation") == "parent")
        .join(people, on="insurance_number")
        .join(people, left_on="relative_insurance_number", right_on="insurance_number", suffix="_parent")
    )
    gap = pairs["year"] - pairs["year_parent"]
    assert pairs.height > 500
    assert gap.min() >= 16  # type: ignore[operator]
    assert gap.max() <= 62  # type: ignore[operator]
    family = pairs["full_name"].str.split(" ").list.first()
    assert (family == pairs["full_name_parent"].str.split(" ").list.first()).mean() > 0.5  # type: ignore[operator]


def test_relations_are_told_from_both_sides(files: Files) -> None:
    relations = files("relations")
    assert set(relations["relation"]) == {"child", "parent", "spouse", "sibling", "ward", "cared_for"}
    ends = ["insurance_number", "relative_insurance_number"]
    children = relations.filter(pl.col("relation") == "child").select(ends)
    parents = relations.filter(pl.col("relation") == "parent").select(
        pl.col(ends[1]).alias(ends[0]), pl.col(ends[0]).alias(ends[1])
    )
    assert children.sort(ends).equals(parents.sort(ends))


def test_the_averages_are_those_a_million_is_measured_with(files: Files) -> None:
    each = {kind: files(kind).height / PEOPLE for kind in ("spells", "visits", "visit_lines", "benefits")}
    assert 10 < each["spells"] < 15
    assert 3.4 < each["visits"] < 4.7
    assert 10 < each["visit_lines"] < 15
    assert 1.4 < each["benefits"] < 2.6


def test_numbers_are_never_the_casts_nor_given_twice() -> None:
    registry = Registry.beside(
        7, ["0194000123", "7990000987"], ["001194000123", "079190000987"], ["+84912000345", "+84912000987"]
    )
    everybody = np.arange(999_998, dtype=np.int64)
    tails = registry.citizen.number(everybody)
    assert np.unique(tails).size == everybody.size
    assert not np.isin(tails, [123, 987]).any()
    numbers = registry.insurance.number(everybody)
    assert np.unique(numbers).size == everybody.size
    assert not np.isin(numbers, [94000123, 90000987]).any()
    phones = registry.mobile_numbers(everybody)
    assert phones.is_unique().all()
    assert not phones.is_in(["+84912000345", "+84912000987"]).any()
