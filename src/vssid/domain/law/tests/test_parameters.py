from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from vssid.domain.law.engine.loading import load
from vssid.domain.law.engine.parameter import Confidence, Parameter, Unit
from vssid.domain.law.parameters import UnknownParameter, amended, parameter, parameters, value
from vssid.domain.values.dated import NotInForce

D = date
NOW = D(2026, 11, 22)
"""The day the facts below were compiled."""


@pytest.mark.parametrize("name", parameters())
def test_every_entry_is_complete_and_the_dates_ascend_without_a_hole(name: str) -> None:
    figure = parameter(name)
    assert figure.title
    for entry in figure.entries:
        assert isinstance(entry.value, int)
        assert entry.value >= 0
        assert all(source.act for source in entry.sources)
        assert all(source.link.startswith("https://") for source in entry.sources if source.link)
    for earlier, later in zip(figure.entries, figure.entries[1:], strict=False):
        assert earlier.until == later.since - timedelta(days=1)


@pytest.mark.parametrize("name", parameters())
def test_a_value_begins_on_its_day_and_not_before(name: str) -> None:
    figure = parameter(name)
    with pytest.raises(NotInForce):
        value(name, figure.entries[0].since - timedelta(days=1))
    for earlier, later in zip(figure.entries, figure.entries[1:], strict=False):
        assert value(name, later.since - timedelta(days=1)) == earlier.value
        assert value(name, later.since) == later.value


FACTS = [  # as the questions and the digests of the law quote them
    ("base_salary", D(2026, 6, 30), 2_340_000),
    ("base_salary", D(2026, 7, 1), 2_530_000),
    ("base_salary", D(2019, 6, 30), 1_390_000),
    ("reference_level", D(2025, 7, 1), 2_340_000),
    ("reference_level", NOW, 2_530_000),
    ("regional_minimum_wage.I", D(2025, 12, 31), 4_960_000),
    ("regional_minimum_wage.I", NOW, 5_310_000),
    ("regional_minimum_wage.IV", D(2022, 6, 30), 3_070_000),
    ("caps.bhxh_bhyt_monthly_base_max", D(2024, 7, 1), 46_800_000),
    ("caps.bhxh_bhyt_monthly_base_max", NOW, 50_600_000),
    ("caps.bhxh_monthly_base_min", NOW, 2_530_000),
    ("rates_vn_employee.pension_survivor.employee", D(2013, 12, 31), 70_000),
    ("rates_vn_employee.pension_survivor.employee", D(2014, 1, 1), 80_000),
    ("rates_vn_employee.work_accident.employer", D(2017, 5, 31), 10_000),
    ("rates_vn_employee.work_accident.employer", D(2017, 6, 1), 5_000),
    ("rates_vn_employee.total.employee", NOW, 105_000),
    ("rates_vn_employee.total.employer", NOW, 215_000),
    ("employer_rate_overrides.bhtn", D(2022, 9, 30), 0),
    ("other_groups.business_household.bhxh", NOW, 250_000),
    ("late_payment.rate_per_day", NOW, 300),
    ("voluntary.minimum", NOW, 330_000),
    ("voluntary.minimum_after_support.poor", NOW, 165_000),
    ("voluntary.minimum_after_support.near_poor", NOW, 198_000),
    ("voluntary.minimum_after_support.ethnic_minority", NOW, 231_000),
    ("voluntary.minimum_after_support.other", NOW, 264_000),
    ("bhyt_premium.household.first", NOW, 1_366_200),
    ("bhyt_premium.household.second", NOW, 956_340),
    ("bhyt_premium.household.third", NOW, 819_720),
    ("bhyt_premium.household.fourth", NOW, 683_100),
    ("bhyt_premium.household.fifth", NOW, 546_480),
    ("bhyt_premium.pupil_student.own_share", NOW, 683_100),
    ("small_cost_full_cover", D(2024, 7, 1), 351_000),
    ("small_cost_full_cover", NOW, 379_500),
    ("copay_exemption_5y", D(2023, 7, 1), 10_800_000),
    ("copay_exemption_5y", D(2024, 7, 1), 14_040_000),
    ("copay_exemption_5y", NOW, 15_180_000),
    ("bhtn_benefit.monthly_cap.I", NOW, 26_550_000),
    ("maternity.lump_sum_per_child", NOW, 5_060_000),
    ("recuperation.day", NOW, 759_000),
    ("retirement_age.male", NOW, 61 * 12 + 6),
    ("retirement_age.female", D(2027, 1, 1), 57 * 12 + 4),
    ("survivors.funeral", NOW, 25_300_000),
    ("social_pension.amount", NOW, 500_000),
]


@pytest.mark.parametrize(("name", "day", "expected"), FACTS)
def test_the_figures_are_those_of_the_law(name: str, day: date, expected: int) -> None:
    assert value(name, on=day) == expected


def test_support_and_what_remains_add_up_to_the_whole() -> None:
    whole = value("voluntary.minimum", NOW)
    for group in ("poor", "near_poor", "ethnic_minority", "other"):
        support = whole * value(f"voluntary.support_rate.{group}", NOW) // 1_000_000
        assert whole - support == value(f"voluntary.minimum_after_support.{group}", NOW)


def test_a_derived_figure_names_its_rule_and_both_sources_and_is_no_surer_than_either() -> None:
    entry = parameter("caps.bhxh_bhyt_monthly_base_max").entry(D(2017, 8, 1))
    assert entry.rule == "20 × base_salary"
    assert [source.act for source in entry.sources] == [
        "Law 71/2006/QH11; since 2016 Law 58/2014/QH13",
        "Decree 47/2017/NĐ-CP",
    ]
    assert entry.confidence is Confidence.M


def test_no_other_figure_has_this_name() -> None:
    with pytest.raises(UnknownParameter) as refused:
        value("base_wage", NOW)
    assert refused.value.code == "unknown_parameter"


def test_a_rate_is_a_whole_number_of_millionths() -> None:
    assert parameter("bhtn_benefit.rate").unit is Unit.PPM


GOOD = """
acts: {L: {title: A law}}
parameters:
  x: {title: X, unit: dong, entries: [{since: 2020-01-01, value: 1, act: L, confidence: A}%s]}
"""


@pytest.mark.parametrize(
    "second",
    [
        "{since: 2019-01-01, value: 2, act: L, confidence: A}",
        "{since: 2020-01-01, value: 2, act: L, confidence: A}",
        "{since: 2021-01-01, value: 2, act: M, confidence: A}",
        "{since: 2021-01-01, value: 2, act: L}",
        "{since: 2021-01-01, value: 2, act: L, confidence: E}",
        "{since: 2021-01-01, valu: 2, act: L, confidence: A}",
        "{since: 2021-01-01, value: 2, times: 2, of: x, act: L, confidence: A}",
        *(
            f"{{since: 2021-01-01, value: {odd}, act: L, confidence: A}}"
            for odd in ("0.08", "'12'", "true", "null", "-5", "1000000000000000")
        ),
        "{since: '2021-01-01', value: 2, act: L, confidence: A}",
        "{since: 2021-01-01 08:00:00, value: 2, act: L, confidence: A}",
        "{since: 2021-01-01, until: 2020-06-30, value: 2, act: L, confidence: A}",
        "{since: 2021-01-01, until: null, value: 2, act: L, confidence: A}",
        "{since: 2021-01-01, value: 2, act: L, article: null, confidence: A}",
        "{since: 2021-01-01, times: 2, of: unheard_of, act: L, confidence: A}",
    ],
)
def test_a_wrong_line_stops_the_start(second: str) -> None:
    assert load(GOOD % "").parameters["x"].entries
    with pytest.raises((ValueError, KeyError)):
        load(GOOD % (", " + second))


def test_a_code_has_a_word_for_each_value_it_ever_had() -> None:
    codes = [figure for figure in parameters().values() if figure.unit is Unit.CODE]
    assert codes
    for figure in codes:
        assert {entry.value for entry in figure.entries} <= figure.words.keys()


def test_words_stand_for_values_and_lines_that_a_figure_has() -> None:
    for figure in parameters().values():
        tables = [entry.table.values for entry in figure.entries if entry.table]
        values = {cell for table in tables for cell in table.values()}
        values |= {entry.value for entry in figure.entries}
        assert figure.words.keys() <= values
        assert figure.line_words.keys() <= {line for table in tables for line in table}


@pytest.mark.parametrize("words", ["one", "{one: One}", "{1: 2}", "[One]"])
def test_words_are_texts_by_whole_numbers(words: str) -> None:
    said = (GOOD % "").replace("unit: dong", f"unit: dong, words: {words}")
    with pytest.raises(ValueError, match="are no words by number"):
        load(said)


def test_a_name_stands_once_in_a_file_and_has_no_other_keys() -> None:
    said_twice = GOOD % "" + "  x: {title: X, unit: dong, entries: []}\n"
    with pytest.raises(ValueError, match="a key stands twice"):
        load(said_twice)
    with pytest.raises(ValueError, match="said twice"):
        load(GOOD % "", above=load(GOOD % "").parameters)
    with pytest.raises(ValueError, match="a key this loader does not know"):
        load((GOOD % "").replace("title: X,", "title: X, titel: X,"))


@pytest.mark.parametrize("unit", ["bushels", "DONG", "null"])
def test_an_unknown_unit_stops_the_start(unit: str) -> None:
    with pytest.raises(ValueError, match="is not a valid Unit"):
        load((GOOD % "").replace("unit: dong", f"unit: {unit}"))


def test_a_figure_without_entries_or_with_a_gap_stops_the_start() -> None:
    with pytest.raises(ValueError, match="x: it has no entry"):
        load(re.sub(r"entries: .*", "entries: []}", GOOD % ""))
    gap = "{since: 2020-01-01, until: 2020-06-30, value: 1, act: L, confidence: A}, {since: 2021-01-01, "
    with pytest.raises(ValueError, match="does not end where the next one begins"):
        load((GOOD % "").replace("{since: 2020-01-01, ", gap))


FOLLOWING = """  y: {title: Y, unit: %s, entries: [
    {since: 2020-01-01, times: 2, of: x, act: L, confidence: A},
    {since: 2021-01-01, value: 3, act: L, confidence: A}]}
"""


def test_what_follows_from_another_figure_is_of_its_unit_and_has_no_gap() -> None:
    assert [entry.value for entry in load(GOOD % "" + FOLLOWING % "dong").parameters["y"].entries] == [2, 3]
    with pytest.raises(ValueError, match="y: x is no single figure in ppm"):
        load(GOOD % "" + FOLLOWING % "ppm")
    ends = (GOOD % "").replace("{since: 2020-01-01, ", "{since: 2020-01-01, until: 2020-06-30, ")
    with pytest.raises(ValueError, match="y: nothing holds between 2020-06-30 and 2021-01-01"):
        load(ends + FOLLOWING % "dong")
    table = (
        (GOOD % "").replace("unit: dong,", "unit: dong, key: years,").replace("value: 1", "values: {0: 1}")
    )
    with pytest.raises(ValueError, match="y: x is no single figure in dong"):
        load(table + FOLLOWING % "dong")


@pytest.mark.parametrize("lines", ["{}", "{15: 1, 0: 2}", "{0: 1.5}", "{0: true}"])
def test_the_lines_of_a_table_are_whole_numbers_in_order(lines: str) -> None:
    table = (GOOD % "").replace("unit: dong,", "unit: dong, key: years,").replace("value: 1", "values: %s")
    assert load(table % "{0: 1, 15: 2}").parameters["x"].entries[0].table
    with pytest.raises(ValueError, match="the lines of 2020-01-01"):
        load(table % lines)


def test_a_benefit_takes_no_name_of_a_shared_figure() -> None:
    def renamed(figure: Parameter) -> Parameter:
        own = figure.name.startswith("withdrawal.")
        return replace(figure, name="base_salary") if own else figure

    with pytest.raises(ValueError, match="base_salary is a shared figure already"):
        amended(renamed)


_ACT = re.compile(r"\b(?:Law|Decree|Circular|Resolution|Decision|[Ll]etter|Agreement|Labour Code)\b")
_TOGETHER = re.compile(r"; |,? (?:as amended|extended to [0-9]{4}) by ")


def test_a_second_act_is_set_off_from_the_first() -> None:
    """``Decree 176/2025/NĐ-CP Law 41/2024/QH15 art. 21`` leaves open whose article it is."""
    sources = {source for one in parameters().values() for entry in one.entries for source in entry.sources}
    parts = [part for source in sources for part in _TOGETHER.split(source.passage)]
    assert [part for part in parts if len(_ACT.findall(part)) > 1] == []


def test_an_amount_is_cited_with_the_article_of_its_act() -> None:
    (entry,) = parameter("social_pension.amount").entries
    assert [source.passage for source in entry.sources] == [
        "Law 41/2024/QH15 art. 21 and 22; Decree 176/2025/NĐ-CP"
    ]
