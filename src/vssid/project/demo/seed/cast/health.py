"""Cards, visits and certificates of the cast, relative to the as-of date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

from vssid.domain.card.benefit import issued_digit
from vssid.domain.law.benefits.health_care.formula import GROUPS
from vssid.domain.law.benefits.health_care.routes import number
from vssid.domain.values import rates
from vssid.domain.values.months import Month
from vssid.project.demo.seed.calendar_days import day_number
from vssid.project.demo.seed.cast.people import number_of
from vssid.project.demo.seed.cast.places import AN_PHU, HOA_BAN
from vssid.project.demo.seed.columns import SCHEMAS
from vssid.project.demo.seed.health.claims import Visits, settle, shared_out
from vssid.project.demo.seed.tables import rows_of

# (kind, code, name, unit, quantity, unit price)
Charge = tuple[str, str, str, str, int, int]
_EXAMINATION: Charge = ("consultation", "KB.01", "Khám bệnh", "Lần", 1, 50_600)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: ``days_ago`` from the as-of date, ``nights`` in bed."""

    person: str
    serial: int
    days_ago: int
    nights: int
    facility: str
    department: str
    route: str
    icd10: str
    charges: list[Charge]
    leave_days: int = 0


_VISITS = [
    Visit(
        "lan",
        1,
        263,
        0,
        AN_PHU,
        "Khoa Tai - Mũi - Họng",
        "1.1",
        "J02.9",
        [_EXAMINATION, ("drug", "TH.02", "Amoxicilin 500 mg", "Viên", 21, 1_150)],
        leave_days=2,
    ),
    Visit(
        "lan",
        2,
        118,
        0,
        AN_PHU,
        "Khoa Nội tổng hợp",
        "1.1",
        "K21.0",
        [
            _EXAMINATION,
            ("imaging", "CD.07", "Nội soi dạ dày, không sinh thiết", "Lần", 1, 276_500),
            ("drug", "TH.10", "Esomeprazol 40 mg", "Viên", 28, 3_200),
        ],
    ),
    Visit(
        "lan",
        3,
        25,
        5,
        HOA_BAN,
        "Khoa Ngoại tổng hợp",
        "2",
        "K35.8",
        [
            ("bed", "GB.01", "Ngày giường bệnh ngoại khoa", "Ngày", 5, 305_500),
            ("surgery", "PT.02", "Phẫu thuật nội soi cắt ruột thừa", "Lần", 1, 2_818_700),
            ("test", "XN.01", "Tổng phân tích tế bào máu ngoại vi (máy đếm laser)", "Lần", 2, 49_700),
            ("imaging", "CD.01", "Siêu âm ổ bụng", "Lần", 1, 58_600),
            ("drug", "TH.24", "Cefotaxim 1 g tiêm", "Lọ", 10, 12_600),
            ("supply", "VT.02", "Dây truyền dịch", "Bộ", 3, 4_200),
            ("other", "DV.01", "Chênh lệch phòng dịch vụ theo yêu cầu", "Ngày", 2, 200_000),
        ],
        leave_days=7,
    ),
    Visit(
        "binh",
        4,
        137,
        0,
        HOA_BAN,
        "Khoa Nhi",
        "1.1",
        "J20.9",
        [
            _EXAMINATION,
            ("test", "XN.09", "Định lượng CRP", "Lần", 1, 56_100),
            ("drug", "TH.14", "Acetylcystein 200 mg", "Gói", 14, 1_480),
        ],
    ),
    Visit(
        "hoa",
        5,
        40,
        0,
        AN_PHU,
        "Khoa Nội tổng hợp",
        "1.1",
        "I10",
        [_EXAMINATION, ("drug", "TH.04", "Amlodipin 5 mg", "Viên", 30, 760)],
    ),
    Visit(
        "hoa",
        6,
        70,
        0,
        HOA_BAN,
        "Khoa Nội tổng hợp",
        "1.3",
        "I25.9",
        [
            _EXAMINATION,
            ("imaging", "CD.05", "Điện tâm đồ", "Lần", 1, 39_900),
            ("test", "XN.07", "Định lượng cholesterol toàn phần", "Lần", 1, 28_000),
            ("imaging", "CD.08", "Siêu âm tim", "Lần", 1, 252_300),
            ("drug", "TH.08", "Atorvastatin 20 mg", "Viên", 30, 1_360),
        ],
    ),
    Visit(
        "grace",
        7,
        52,
        0,
        AN_PHU,
        "Khoa Mắt",
        "1.11",
        "H10.1",
        [_EXAMINATION, ("drug", "TH.21", "Natri clorid 0,9% nhỏ mắt mũi", "Lọ", 2, 3_100)],
    ),
]


def card_rows(as_of: date) -> pl.DataFrame:
    """Rows of the kind ``cards``: those with cover today, and one case of each other state."""
    year = (date(as_of.year, 1, 1), date(as_of.year, 12, 31))
    soon, past = as_of + timedelta(days=20), as_of - timedelta(days=12)
    five = date(2025, 10, 1)
    rows = [
        _card("lan", "DN4", "01", AN_PHU, *year, five_years=five),
        _card("minh", "DN4", "01", AN_PHU, *year, five_years=date(2017, 3, 1)),
        _card("hoa", "HT3", "01", AN_PHU, date(2019, 6, 1), date(2029, 12, 31), five_years=date(2015, 1, 1)),
        _card("binh", "TE1", "01", HOA_BAN, date(2022, 6, 10), date(2028, 9, 30)),
        _card("tuan", "HC4", "01", AN_PHU, *year, five_years=date(2014, 3, 1)),
        _card("mai", "HC4", "79", "79004", *year, five_years=date(2018, 3, 1)),
        _card("grace", "DN4", "79", "79004", *year, five_years=date(2026, 9, 1)),
        _card("wei", "DN4", "24", "24004", Month.containing(as_of).plus(-8).first_day, year[1]),
        _card("minjun", "DN4", "24", "24004", *year, five_years=date(2029, 3, 1)),
        _card("haruka", "DN4", "01", HOA_BAN, *year, five_years=date(2028, 4, 1)),
        _card("card_future", "GD4", "01", AN_PHU, soon, soon + timedelta(days=364)),
        _card("card_expired", "GD4", "01", AN_PHU, past - timedelta(days=364), past),
        _card(
            "card_withdrawn",
            "DN4",
            "01",
            AN_PHU,
            *year,
            withdrawn_on=as_of - timedelta(days=20),
            withdrawn_reason="left_employer",
        ),
        _card(
            "card_replaced",
            "GD4",
            "01",
            AN_PHU,
            as_of - timedelta(days=200),
            as_of + timedelta(days=164),
            replaced_by=f"DN401{number_of('card_replaced')}",
        ),
        _card("card_expiring", "DN4", "01", AN_PHU, year[0], as_of + timedelta(days=14)),
    ]
    return pl.DataFrame(rows, schema=dict(SCHEMAS["cards"]))


def _card(
    person: str,
    kind: str,
    province: str,
    facility: str,
    valid_from: date,
    valid_to: date,
    *,
    five_years: date | None = None,
    withdrawn_on: date | None = None,
    withdrawn_reason: str | None = None,
    replaced_by: str | None = None,
) -> dict[str, object]:
    return {
        "insurance_number": number_of(person),
        "card_number": f"{kind}{province}{number_of(person)}",
        "group_code": kind[:2],
        "benefit_digit": kind[2],
        "province_code": province,
        "facility_code": facility,
        "valid_from": valid_from,
        "valid_to": valid_to,
        "five_year_date": five_years,
        "area_code": None,
        "issued_on": valid_from - timedelta(days=5),
        "withdrawn_on": withdrawn_on,
        "withdrawn_reason": withdrawn_reason,
        "replaced_by": replaced_by,
    }


def visit_rows(as_of: date) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Rows of the kinds ``visits``, ``visit_lines`` and ``certificates``."""
    lines = [line for visit in _VISITS for line in _lines(visit, as_of)]
    names = {row["code"]: row["name_vi"] for row in rows_of("icd10_vi")}
    visits = []
    for visit in _VISITS:
        mine = [line for line in lines if line["visit_id"] == _identity(visit)]
        total, fund, copay = (
            sum(int(str(line[part])) for line in mine) for part in ("amount", "fund_paid", "copay")
        )
        admitted = as_of - timedelta(days=visit.days_ago)
        visits.append(
            {
                "insurance_number": number_of(visit.person),
                "visit_id": _identity(visit),
                "facility_code": visit.facility,
                "department": visit.department,
                "admitted_at": admitted,
                "discharged_at": admitted + timedelta(days=visit.nights),
                "route_code": visit.route,
                "icd10": visit.icd10,
                "diagnosis": names[visit.icd10],
                "total": total,
                "fund_paid": fund,
                "copay": copay,
                "self_paid": total - fund - copay,
                "exempt_copay": 0,
            }
        )
    certificates = [_certificate(visit, as_of) for visit in _VISITS if visit.leave_days]
    return pl.DataFrame(visits), pl.DataFrame(lines), pl.DataFrame(certificates)


def _identity(visit: Visit) -> str:
    return f"KCBCAST{visit.serial:04d}"


def _lines(visit: Visit, as_of: date) -> list[dict[str, object]]:
    amount = np.array([quantity * price for *_, quantity, price in visit.charges])
    covered = np.array([kind != "other" for kind, *_ in visit.charges])
    asked, scope = _asked(visit, as_of), np.where(covered, amount, 0)
    settled = settle(asked, np.array([scope.sum()]))
    fund, copay = shared_out(np.zeros(amount.size, dtype=np.int64), scope, asked, settled)
    return [
        {
            "insurance_number": number_of(visit.person),
            "visit_id": _identity(visit),
            "line": place + 1,
            "kind": kind,
            "code": code,
            "name": name,
            "unit": unit,
            "quantity": quantity,
            "unit_price": price,
            "benefit_rate": rates.text(int(settled.rate[0])) if covered[place] else "0",
            "amount": int(amount[place]),
            "fund_paid": int(fund[place]),
            "copay": int(copay[place]),
        }
        for place, (kind, code, name, unit, quantity, price) in enumerate(visit.charges)
    ]


def _asked(visit: Visit, as_of: date) -> Visits:
    """The visit as the law asks for it: none of the cast comes near the limit of the year."""
    group = next(
        row["group_code"]
        for row in card_rows(as_of).iter_rows(named=True)
        if row["insurance_number"] == number_of(visit.person)
    )
    return Visits(
        person=np.zeros(1, dtype=np.int64),
        admitted=np.array([day_number(as_of) - visit.days_ago]),
        digit=np.array([issued_digit(group)]),
        group=np.array([GROUPS.get(group, 0)]),
        route=np.array([number(visit.route)]),
        stay=np.array([visit.nights > 0]),
        five_years=np.array([day_number(date.max)]),
    )


def _certificate(visit: Visit, as_of: date) -> dict[str, object]:
    first = as_of - timedelta(days=visit.days_ago)
    return {
        "insurance_number": number_of(visit.person),
        "visit_id": _identity(visit),
        "serial": f"GCNCAST{visit.serial:04d}-01",
        "kind": "sick_leave",
        "issued_on": first + timedelta(days=visit.nights),
        "from_date": first,
        "to_date": first + timedelta(days=visit.leave_days - 1),
        "status": "issued",
    }
