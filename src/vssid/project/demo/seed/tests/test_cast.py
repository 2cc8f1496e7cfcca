"""The stories of the cast as they stand in the files of 22 November 2026."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from vssid.domain.card.entitlement import CardFacts, CardState, state
from vssid.domain.values.months import Month
from vssid.project.demo.seed.cast.careers import job_rows
from vssid.project.demo.seed.cast.people import cast_members, number_of
from vssid.project.demo.seed.tests.conftest import AS_OF, Files


def _spells(files: Files, key: str, fund: str) -> pl.DataFrame:
    return files("spells").filter((pl.col("insurance_number") == number_of(key)) & (pl.col("fund") == fund))


def _months(spells: pl.DataFrame, *statuses: str) -> list[str]:
    return sorted(
        str(Month(month))
        for row in spells.filter(pl.col("status").is_in(statuses)).iter_rows(named=True)
        for month in range(Month.parse(row["from_month"]), Month.parse(row["to_month"]) + 1)
    )


def test_lan_has_paid_exactly_nine_years(files: Files) -> None:
    spells = _spells(files, "lan", "bhxh")
    counted = _months(spells, "paid", "credited")
    assert len(counted) == 108
    assert (counted[0], counted[-1]) == ("2017-05", "2026-08")
    assert not {"2020-06", "2020-07", "2020-08", "2020-09"} & set(counted)
    assert _months(spells, "credited") == [f"2022-{month:02d}" for month in range(6, 12)]
    assert spells["employer_code"].n_unique() == 2
    assert spells.sort("from_month")["salary"][-1] == 11_200_000


def test_her_september_is_late_but_not_in_the_health_fund(files: Files) -> None:
    for fund in ("bhxh", "bhtn", "tnld"):
        assert _months(_spells(files, "lan", fund), "owed") == ["2026-09", "2026-10"]
    assert _months(_spells(files, "lan", "bhyt"), "owed") == ["2026-10"]


def test_her_card_is_the_one_of_the_pictures(files: Files) -> None:
    card = files("cards").row(by_predicate=pl.col("insurance_number") == number_of("lan"), named=True)
    assert card["card_number"] == "DN4010194000123"
    assert (card["valid_from"], card["valid_to"]) == (date(2026, 1, 1), date(2026, 12, 31))
    assert (card["five_year_date"], card["facility_code"]) == (date(2025, 10, 1), "01999")
    clinic = files("facilities").row(by_predicate=pl.col("code") == "01999", named=True)
    assert clinic["name_vi"] == "Phòng khám An Phú"


def test_her_family(files: Files) -> None:
    mine = files("relations").filter(pl.col("insurance_number") == number_of("lan"))
    told = {(row["relative_insurance_number"], row["relation"]) for row in mine.iter_rows(named=True)}
    assert told == {
        (number_of("binh"), "child"),
        (number_of("hoa"), "parent"),
        (number_of("hoa"), "cared_for"),
    }


def test_her_benefits_and_visits(files: Files) -> None:
    benefits = files("benefits").filter(pl.col("insurance_number") == number_of("lan"))
    assert set(benefits["regime"]) == {"maternity", "convalescence", "sickness"}
    visits = files("visits").filter(pl.col("insurance_number") == number_of("lan"))
    assert set(visits["facility_code"]) == {"01999", "01998"}
    certificates = files("certificates").filter(pl.col("insurance_number") == number_of("lan"))
    assert set(certificates["kind"]) == {"sick_leave"}


def test_hoa_draws_a_pension_raised_by_every_decree(files: Files) -> None:
    pension = files("benefits").filter(pl.col("insurance_number") == number_of("hoa")).sort("from_date")
    assert pension["amount"][-1] == 6_613_123
    assert len(_months(_spells(files, "hoa", "bhxh"), "paid")) == 25 * 12


def test_foreign_workers_have_the_funds_of_their_stories(files: Files) -> None:
    funds = {
        key: set(files("spells").filter(pl.col("insurance_number") == number_of(key))["fund"])
        for key in ("grace", "wei", "minjun", "haruka")
    }
    three = {"bhxh", "bhyt", "tnld"}
    assert funds == {"grace": three, "wei": {"bhyt", "tnld"}, "minjun": three, "haruka": three}
    kim = _spells(files, "minjun", "bhxh")
    assert set(kim["status"]) == {"exempt"}
    assert kim["from_month"][0] == "2024-03"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("lan", CardState.VALID),
        ("card_future", CardState.FUTURE),
        ("card_expired", CardState.EXPIRED),
        ("card_withdrawn", CardState.WITHDRAWN),
        ("card_replaced", CardState.REPLACED),
        ("card_expiring", CardState.EXPIRING),
    ],
)
def test_every_state_of_a_card_has_its_person(files: Files, key: str, expected: CardState) -> None:
    row = files("cards").row(by_predicate=pl.col("insurance_number") == number_of(key), named=True)
    card = CardFacts(
        seq=1,
        reversal_of=None,
        card_number=row["card_number"],
        group_code=row["group_code"],
        benefit_digit=int(row["benefit_digit"]),
        province_code=row["province_code"],
        facility_code=row["facility_code"],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        withdrawn_on=row["withdrawn_on"],
        replaced_by=row["replaced_by"] or "",
    )
    assert state(card, AS_OF) == expected


def test_one_of_them_has_no_card(files: Files) -> None:
    assert number_of("no_card") not in files("cards")["insurance_number"]


def test_the_cast_comes_first_and_whole(files: Files) -> None:
    members = cast_members()
    first = files("people").head(len(members))
    assert first["insurance_number"].to_list() == [member.insurance_number for member in members]
    assert first["full_name"][0] == "Trần Thị Lan"


def test_the_late_month_moves_with_the_day() -> None:
    rows = job_rows(Month.of(2027, 3)).filter(
        (pl.col("insurance_number") == number_of("lan"))
        & (pl.col("fund") == "bhxh")
        & (pl.col("status") == "owed")
    )
    assert (rows["from_month"][0], rows["to_month"][-1]) == ("2027-01", "2027-02")
