from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.identifiers.provinces import UnknownProvince, changed_on, provinces
from vssid.domain.law.benefits.health_card.case_numbers import read_number
from vssid.domain.law.benefits.health_card.formula import child_end, start
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.years import dates, ordinals
from vssid.domain.values.dated import NotInForce

D = date.fromisoformat
DAYS = st.dates(date(2015, 1, 1), date(2029, 12, 31))


def begun(paid: str, until: str, *, alone: bool = True, first: bool = False) -> tuple[bool, str]:
    """Whether it waits and its first day, by the law of the day of payment."""
    answer = start(
        Law(D(paid), parameter),
        pays_alone=truth(alone),
        first_time=truth(first),
        fully_paid_on=ordinals(D(paid)),
        insured_until=ordinals(D(until)),
    )
    return bool(answer.waiting[0]), dates(answer.valid_from)[0].isoformat()


@pytest.mark.parametrize(
    ("until", "paid", "waits", "first_day"),
    [
        # three months of one calendar year, until June 2025
        ("2024-03-31", "2024-06-30", False, "2024-06-30"),
        ("2024-03-31", "2024-07-01", True, "2024-07-31"),
        ("2023-12-31", "2024-03-31", False, "2024-03-31"),
        ("2023-12-31", "2024-04-01", True, "2024-05-01"),
        ("2023-09-29", "2023-12-31", True, "2024-01-30"),
        ("2023-09-30", "2024-01-01", True, "2024-01-31"),
        ("2023-09-30", "2024-03-31", True, "2024-04-30"),
        ("2023-10-01", "2024-03-31", False, "2024-03-31"),
        ("2023-10-01", "2024-04-01", True, "2024-05-01"),
        ("2022-10-01", "2024-01-01", True, "2024-01-31"),
        ("2022-10-02", "2024-02-01", True, "2024-03-02"),
        ("2025-03-31", "2025-06-30", False, "2025-06-30"),
        ("2025-03-29", "2025-06-30", True, "2025-07-30"),
        # ninety days, since July 2025
        ("2025-04-01", "2025-07-01", True, "2025-07-31"),
        ("2025-04-02", "2025-07-01", False, "2025-07-01"),
        ("2025-12-31", "2026-03-31", False, "2026-03-31"),
        ("2025-12-31", "2026-04-01", True, "2026-05-01"),
        # renewed in time, and from the day after
        ("2026-09-30", "2026-09-20", False, "2026-10-01"),
        ("2026-09-30", "2026-09-30", False, "2026-10-01"),
        ("2026-09-30", "2026-10-01", False, "2026-10-01"),
        ("2024-05-31", "2024-05-10", False, "2024-06-01"),
        ("2024-12-31", "2024-11-10", False, "2025-01-01"),
    ],
)
def test_a_household_waits_after_a_long_break(until: str, paid: str, waits: bool, first_day: str) -> None:
    assert begun(paid, until) == (waits, first_day)


@pytest.mark.parametrize("paid", ["2015-01-01", "2025-06-30", "2025-07-01", "2026-09-03"])
def test_who_joins_for_the_first_time_waits_thirty_days_unless_others_pay(paid: str) -> None:
    later = (D(paid) + timedelta(days=30)).isoformat()
    yesterday, next_year = (D(paid) - timedelta(days=1)).isoformat(), (D(paid) + timedelta(days=365))
    assert begun(paid, yesterday, first=True) == (True, later)
    assert begun(paid, next_year.isoformat(), first=True) == (True, later)
    assert begun(paid, "2011-01-01", alone=False) == (False, paid)
    assert begun(paid, next_year.isoformat(), alone=False, first=True) == (False, paid)
    assert begun(paid, yesterday) == (False, paid)


@given(
    st.lists(st.tuples(DAYS, st.integers(-400, 1500), st.booleans(), st.booleans()), min_size=1, max_size=5)
)
def test_each_card_alone_begins_as_among_many(cards: list[tuple[date, int, bool, bool]]) -> None:
    for law_day in (date(2024, 1, 1), date(2026, 1, 1)):
        paid = [day for day, _, _, _ in cards]
        until = [day - timedelta(days=back) for day, back, _, _ in cards]
        alone = [one for _, _, one, _ in cards]
        first = [one for _, _, _, one in cards]
        together = start(
            Law(law_day, parameter),
            pays_alone=truth(alone),
            first_time=truth(first),
            fully_paid_on=ordinals(*paid),
            insured_until=ordinals(*until),
        )
        for place, (day, back, one, new) in enumerate(cards):
            single = start(
                Law(law_day, parameter, Trace()),
                pays_alone=truth(one),
                first_time=truth(new),
                fully_paid_on=ordinals(day),
                insured_until=ordinals(day - timedelta(days=back)),
            )
            assert single.waiting == together.waiting[place]
            assert single.valid_from == together.valid_from[place]
            assert single.valid_from >= day.toordinal()
            assert one or not single.waiting


@given(DAYS, st.integers(0, 1500))
def test_a_longer_break_never_spares_the_wait(paid: date, back: int) -> None:
    def waits(days: int) -> bool:
        return begun(paid.isoformat(), (paid - timedelta(days=days)).isoformat())[0]

    assert waits(back) <= waits(back + 1)


@pytest.mark.parametrize(
    ("born", "until"),
    [
        ("2020-01-01", "2026-09-30"),
        ("2020-02-29", "2026-09-30"),
        ("2020-08-31", "2026-09-30"),
        ("2020-09-30", "2026-09-30"),
        ("2020-10-01", "2026-10-01"),
        ("2020-12-31", "2026-12-31"),
        ("2019-06-30", "2025-09-30"),
        ("2009-01-01", "2015-09-30"),
    ],
)
def test_a_child_is_insured_until_school(born: str, until: str) -> None:
    assert compute("child_card_end", {"born": born}) == {"valid_to": D(until)}


def test_a_child_of_six_before_2015_has_no_rule_on_record() -> None:
    with pytest.raises(NotInForce):
        compute("child_card_end", {"born": "2008-12-31"})
    assert "51/2024" not in child_end.version(date(2025, 6, 30)).article
    assert "51/2024" in child_end.version(date(2025, 7, 1)).article


@given(st.lists(st.dates(date(2009, 1, 1), date(2040, 1, 1)), min_size=1, max_size=6))
def test_children_together_and_alone(born: list[date]) -> None:
    law = Law(date(2026, 1, 1), parameter)
    together = dates(child_end(law, child_born_on=ordinals(*born)))
    assert together == [dates(child_end(law, child_born_on=ordinals(day)))[0] for day in born]
    for day, until in zip(born, together, strict=True):
        assert until.year == day.year + 6
        assert (until.month, until.day) >= (9, 30)


@pytest.mark.parametrize(
    ("written", "code", "parts"),
    [
        ("DN4797936000001", "000", ("DN", "4", "79", "7936000001")),
        ("dn 4 79 7936 000 001", "000", ("DN", "4", "79", "7936000001")),
        ("HC4977936000001", "001", ("HC", "4", "97", "7936000001")),
        ("CA5987936000001", "002", ("CA", "5", "98", "7936000001")),
        ("DN4027936000001", "000", ("DN", "4", "02", "7936000001")),
        ("DN1037936000001", "052", ("DN", "1", "03", "7936000001")),
        ("DN6797936000001", "053", ("DN", "6", "79", "7936000001")),
        ("DN0797936000001", "053", ("DN", "0", "79", "7936000001")),
        ("D14797936000001", "051", ("D1", "4", "79", "7936000001")),
        ("DN479793600000X", "051", ("DN", "4", "79", "793600000X")),
        ("DN479793600000", "051", ("", "", "", "")),
        ("DN47979360000011", "051", ("", "", "", "")),
        ("7936000001", "000", ("", "", "", "7936000001")),
        ("793600000X", "051", ("", "", "", "793600000X")),
        ("001194000123", "000", ("", "", "", "001194000123")),
        ("001694000123", "051", ("", "", "", "001694000123")),
        ("793600001", "051", ("", "", "", "")),
        ("  ", "051", ("", "", "", "")),
    ],
)
def test_what_a_clinic_is_told_about_a_number(
    written: str, code: str, parts: tuple[str, str, str, str]
) -> None:
    read = read_number(written)
    assert (read.code, (read.group, read.digit, read.province, read.insurance_number)) == (code, parts)
    assert read.valid is (code in {"000", "001", "002"})


def test_every_province_of_either_day_may_stand_on_a_card() -> None:
    days = (changed_on() - timedelta(days=1), changed_on())
    codes = {one.code for day in days for one in provinces(day)}
    assert len(codes) == 63
    assert {read_number(f"DN4{code}7936000001").code for code in codes} == {"000"}


def test_every_old_province_became_one_of_today() -> None:
    for one in provinces(changed_on() - timedelta(days=1)):
        answer = compute("province_code", {"old_code": one.code})
        asked = {"code": answer["new_code"], "dates": ["2026-11-22"]}
        assert compute("province_code", asked) == {"names": [answer["name"]], "name": answer["name"]}


def test_cases_ask_with_few_words() -> None:
    assert compute("province_code", {"code": "24"})["name"] == "Bắc Ninh"
    assert compute("province_code", {"code": "24"}, as_of=D("2025-06-30"))["name"] == "Bắc Giang"
    assert compute("province_code", {"old_code": "97"}) == {"new_code": "97", "name": "Bộ Quốc phòng"}
    assert compute("province_code", {"code": "02", "dates": ["2026-01-01", "2020-01-01"]}) == {
        "names": [None, "Hà Giang"]
    }
    with pytest.raises(UnknownProvince):
        compute("province_code", {"code": "02"})
    assert compute("number_format", {"lengths": [10, 11]}) == {"accepted": [True, False]}
    both = compute("number_format", {"lengths": [12], "card": "DN4797936000001"})
    assert (both["accepted"], both["valid"]) == ([True], True)
    with pytest.raises(MissingInput):
        compute("number_format", {})


def test_a_card_begins_by_the_payment_its_law_counts() -> None:
    part = {"group": "supported", "first_time": True, "paid": "2026-08-01", "paid_full": "2026-09-03"}
    assert compute("card_start", part) == {"waiting": True, "valid_from": D("2026-10-03")}
    old = {"group": "near_poor", "first_time": True, "paid": "2025-06-01", "paid_full": "2025-06-30"}
    assert compute("card_start", old) == {"waiting": True, "valid_from": D("2025-07-01")}
    between = old | {"paid_full": "2025-07-01"}
    assert compute("card_start", between) == {"waiting": True, "valid_from": D("2025-07-31")}
    assert compute("card_start", {"group": "household", "paid": "2026-09-03"})["waiting"] is True
    asked = {"group": "household", "paid": "2026-09-03", "first_time": False}
    assert compute("card_start", asked) == {"waiting": False, "valid_from": D("2026-09-03")}
    with pytest.raises(MissingInput):
        compute("card_start", {"group": "household"})
    with pytest.raises(WrongInput):
        compute("card_start", {"group": "friend", "paid": "2026-09-03"})


def test_there_is_no_rule_of_the_wait_before_2015() -> None:
    with pytest.raises(NotInForce):
        begun("2014-12-31", "2014-01-01")
    assert [rule.versions[0].since for rule in (start, child_end)] == [date(2015, 1, 1)] * 2


def test_the_wait_is_told_without_a_payment_where_no_payment_changes_it() -> None:
    waiting = {"group": "household", "first_time": True}
    for asked, expected in ((waiting, True), ({"group": "employee"}, False)):
        told = compute("card_start", asked)
        assert (told["waiting"], told["valid_from"].field) == (expected, "paid_full")
    for asked in ({"group": "household"}, {"group": "household", "previous_end": "2025-12-31"}):
        with pytest.raises(MissingInput):
            compute("card_start", asked)
    with pytest.raises(MissingInput) as missing:
        compute("card_start", {"first_time": True})
    assert missing.value.field == "group"
