"""Cards, visits and benefits of the cast."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from tests.cast.careers import BATCH
from tests.cast.identities import cast
from vssid.apps.benefits.models import Benefit
from vssid.apps.healthcard.models import Card
from vssid.apps.visits.models import Certificate, Visit, VisitLine
from vssid.kit.clock import VIETNAM
from vssid.kit.posting_numbers import posting_number
from vssid.kit.sealing import seal

THIS_YEAR = (date(2026, 1, 1), date(2026, 12, 31))
AN_PHU, CHILDREN_HOSPITAL = "01999", "01998"


def card(
    key: str,
    *,
    group: str,
    digit: int,
    valid_from: date = THIS_YEAR[0],
    valid_to: date | None = THIS_YEAR[1],
    five_year_date: date | None = None,
    facility: str = AN_PHU,
    line: int = 0,
    withdrawn_on: date | None = None,
    replaced_by: str = "",
) -> Card:
    """A card of member ``key``; pass ``line`` when the member has several."""
    member = cast()[key]
    seq = posting_number(BATCH, line * 2 + 1)
    place = {"table": "card", "pk": f"{member.person_id},{seq}"}
    number = f"{group}{digit}01{member.insurance_number}"
    return Card(
        person_id=member.person_id,
        seq=seq,
        valid_from=valid_from,
        valid_to=valid_to,
        five_year_date=five_year_date,
        issued_on=valid_from,
        withdrawn_on=withdrawn_on,
        benefit_digit=digit,
        group_code=group,
        province_code="001",
        facility_code=facility,
        area_code="K1",
        card_number_sealed=seal(number, field="card_number", **place),
        replaced_by_sealed=seal(replaced_by, field="replaced_by", **place),
    )


def cards() -> list[Card]:
    """Everybody with cover has one; Tuấn and Mai have none on record."""
    working = [card(key, group="DN", digit=4, five_year_date=date(2025, 10, 1)) for key in ("lan", "minh")]
    foreign = [card(key, group="DN", digit=4) for key in ("grace", "wei", "minjun", "haruka")]
    pension = card("hoa", group="HT", digit=3, five_year_date=date(2014, 1, 1))
    child = card(
        "binh",
        group="TE",
        digit=1,
        valid_from=date(2022, 6, 10),
        valid_to=date(2028, 9, 30),
        facility=CHILDREN_HOSPITAL,
    )
    return [*working, *foreign, pension, child]


def _at(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)


def visits() -> tuple[list[Visit], list[VisitLine], list[Certificate]]:
    """Lan: a consultation in March and a stay in October 2026; Bình: one consultation, nothing to pay."""
    consultation = _visit("lan", 0, "V26-0301", AN_PHU, _at(2026, 3, 4, 8, 30), 0, 420_000, 80, "J02.9")
    stay = _visit("lan", 1, "V26-1002", AN_PHU, _at(2026, 10, 5, 14, 0), 3, 3_600_000, 80, "K35.8")
    child = _visit("binh", 0, "V26-0708", CHILDREN_HOSPITAL, _at(2026, 7, 8, 9, 15), 0, 250_000, 100, "J20.9")
    lines = [
        line
        for visit, parts in (
            (
                consultation,
                [("examination", "Khám nội", 45_000), ("medicine", "Amoxicillin 500 mg", 375_000)],
            ),
            (
                stay,
                [("bed", "Ngày giường nội trú", 900_000), ("operation", "Cắt ruột thừa nội soi", 2_700_000)],
            ),
            (child, [("examination", "Khám nhi", 45_000), ("medicine", "Salbutamol khí dung", 205_000)]),
        )
        for line in _lines(visit, parts)
    ]
    leave = Certificate(
        person_id=stay.person_id,
        seq=posting_number(BATCH, 1),
        issued_on=date(2026, 10, 8),
        from_date=date(2026, 10, 5),
        to_date=date(2026, 10, 14),
        visit_id=stay.visit_id,
        serial="GRV-260000123",
        kind="discharge",
        status="issued",
    )
    return [consultation, stay, child], lines, [leave]


def _visit(
    key: str,
    line: int,
    visit_id: str,
    facility: str,
    admitted: datetime,
    days: int,
    total: int,
    percent: int,
    icd10: str,
) -> Visit:
    person_id = cast()[key].person_id
    seq = posting_number(BATCH, line * 2 + 1)
    place = {"table": "visit", "pk": f"{person_id},{seq}"}
    fund = total * percent // 100
    return Visit(
        person_id=person_id,
        seq=seq,
        total=total,
        fund_paid=fund,
        copay=total - fund,
        self_paid=0,
        exempt_copay=0,
        admitted_at=admitted,
        discharged_at=admitted + timedelta(days=days, hours=1),
        route_code="1",
        facility_code=facility,
        visit_id=visit_id,
        department="Khoa khám bệnh" if not days else "Khoa ngoại tổng hợp",
        icd10_sealed=seal(icd10, field="icd10", **place),
        diagnosis_sealed=seal(_DIAGNOSES[icd10], field="diagnosis", **place),
    )


_DIAGNOSES = {
    "J02.9": "Viêm họng cấp, không đặc hiệu",
    "K35.8": "Viêm ruột thừa cấp",
    "J20.9": "Viêm phế quản cấp",
}


def _lines(visit: Visit, parts: list[tuple[str, str, int]]) -> list[VisitLine]:
    assert visit.total
    assert visit.fund_paid is not None
    ratio = visit.fund_paid * 100 // visit.total
    return [
        VisitLine(
            person_id=visit.person_id,
            seq=visit.seq + number,
            visit_id=visit.visit_id,
            line=number,
            kind=kind,
            code=f"{kind[:2].upper()}.{number:03d}",
            name=name,
            unit="lần",
            quantity_milli=1000,
            unit_price=amount,
            amount=amount,
            benefit_rate_ppm=ratio * 10_000,
            fund_paid=amount * ratio // 100,
            copay=amount - amount * ratio // 100,
        )
        for number, (kind, name, amount) in enumerate(parts, start=1)
    ]


def benefits() -> list[Benefit]:
    """Lan: sickness twice; Hoa: twelve monthly pensions; nobody else received anything."""
    sick = [
        _benefit(
            "lan",
            0,
            "sickness",
            "1204/QĐ-BHXH",
            date(2024, 5, 20),
            date(2024, 5, 6),
            date(2024, 5, 10),
            1_211_538,
        ),
        _benefit(
            "lan",
            1,
            "sickness",
            "2210/QĐ-BHXH",
            date(2026, 10, 26),
            date(2026, 10, 5),
            date(2026, 10, 14),
            2_584_615,
        ),
    ]
    pensions = [
        _benefit(
            "hoa",
            month,
            "pension",
            "88/QĐ-BHXH",
            date(2021, 1, 5),
            date(2026, month, 1),
            date(2026, month, 28),
            3_450_000,
        )
        for month in range(1, 12)
    ]
    return sick + pensions


def _benefit(
    key: str, line: int, regime: str, number: str, decided: date, first: date, last: date, amount: int
) -> Benefit:
    person_id = cast()[key].person_id
    seq = posting_number(BATCH, line * 2 + 1)
    return Benefit(
        person_id=person_id,
        seq=seq,
        amount=amount,
        decision_date=decided,
        from_date=first,
        to_date=last,
        paid_on=max(decided, first) + timedelta(days=4),
        regime=regime,
        decision_number=number,
        payer="Bảo hiểm xã hội cơ sở Hoa Chanh",
        bank="Ngân hàng Sông Hồng",
        account_masked_sealed=seal(
            "******4321", table="benefit", pk=f"{person_id},{seq}", field="account_masked"
        ),
    )
