from __future__ import annotations

from datetime import date

from vssid.domain.law.estimates.record import Record, Stretch, age_on
from vssid.domain.ledger.entry import Fund, Scale, Spell, Status
from vssid.domain.ledger.months import Ledger
from vssid.domain.values.months import Month

M = Month.parse
BORN = M("1980-05")


def spell(seq: int, first: str, last: str, status: Status = Status.PAID, **more: object) -> Spell:
    facts: dict[str, object] = {"salary": 8_000_000, "group_letter": "a", "scale": Scale.EMPLOYER, **more}
    return Spell(seq, Fund.BHXH, M(first), M(last), status, **facts)  # type: ignore[arg-type]


def record(*spells: Spell) -> Record:
    return Record.of(Ledger.of(spells), female=True, born=BORN)


def test_equal_months_in_a_row_are_one_stretch() -> None:
    found = record(
        spell(1, "2013-01", "2013-12"),
        spell(2, "2014-01", "2014-06"),
        spell(3, "2014-08", "2014-12"),
        spell(4, "2015-01", "2015-03", salary=9_000_000),
    )
    assert [(str(s.first), str(s.last), s.wage) for s in found.stretches] == [
        ("2013-01", "2014-06", 8_000_000),
        ("2014-08", "2014-12", 8_000_000),
        ("2015-01", "2015-03", 9_000_000),
    ]
    assert found.months == 26
    assert found.split_2014() == (12, 14)
    assert (found.joined, found.last, found.latest_wage) == (M("2013-01"), M("2015-03"), 9_000_000)


def test_only_what_counts_is_counted_and_each_month_once() -> None:
    found = record(
        spell(1, "2020-01", "2020-06"),
        spell(2, "2020-04", "2020-06", Status.OWED),
        spell(3, "2020-07", "2020-08", Status.OWED),
        spell(4, "2020-09", "2020-10", Status.CREDITED),
        spell(5, "2020-11", "2020-12", Status.EXEMPT),
    )
    assert found.months == 8
    assert found.last == M("2020-10")


def test_months_without_a_wage_are_time_and_stay_out_of_the_average() -> None:
    found = record(spell(1, "2020-01", "2020-06", salary=None), spell(2, "2020-07", "2020-12"))
    assert (found.months, found.unknown, len(found.stretches)) == (12, 6, 1)
    assert found.split_2014() == (0, 12)


def test_voluntary_months_and_the_letter_of_work() -> None:
    found = record(
        spell(1, "2010-01", "2010-12", group_letter="b", scale=Scale.STATE, coefficient_milli=2340),
        spell(2, "2011-01", "2011-06", group_letter="", scale=Scale.VOLUNTARY),
    )
    assert (found.compulsory, found.voluntary, found.group) == (12, 6, "b")
    assert found.stretches[0].coefficient_milli == 2340
    assert record(spell(1, "2011-01", "2011-06", group_letter="")).group == ""


def test_a_coefficient_counts_of_a_state_scale_alone() -> None:
    assert (
        record(spell(1, "2011-01", "2011-06", coefficient_milli=2340)).stretches[0].coefficient_milli is None
    )


def test_an_unknown_scale_is_the_employers() -> None:
    assert record(spell(1, "2011-01", "2011-06", scale=None)).stretches[0].scale is Scale.EMPLOYER


def test_nothing_on_record() -> None:
    found = record()
    assert (found.months, found.joined, found.last, found.latest_wage, found.group) == (
        0,
        None,
        None,
        None,
        "",
    )


def test_time_to_come_is_supposed_with_a_raise_each_january() -> None:
    found = record(spell(1, "2026-01", "2026-10")).going_on(
        M("2028-02"), wage=10_000_000, scale=Scale.EMPLOYER, since=M("2026-11"), raised_ppm=50_000
    )
    supposed = [one for one in found.stretches if one.assumed]
    assert [(str(s.first), str(s.last), s.wage) for s in supposed] == [
        ("2026-11", "2026-12", 10_000_000),
        ("2027-01", "2027-12", 10_500_000),
        ("2028-01", "2028-02", 11_025_000),
    ]
    assert supposed[0] == Stretch(M("2026-11"), M("2026-12"), Scale.EMPLOYER, 10_000_000, "a", assumed=True)
    assert found.months == 26


def test_what_it_held_earlier() -> None:
    found = record(spell(1, "2020-01", "2020-06"), spell(2, "2020-08", "2020-12"))
    assert found.until(M("2020-03")).months == 3
    assert found.until(M("2020-09")).months == 8
    assert found.until(M("2019-12")).stretches == ()
    assert found.months_before(M("2020-09")) == 7


def test_age_in_months() -> None:
    assert age_on(BORN, date(2026, 5, 31)) == 46 * 12
