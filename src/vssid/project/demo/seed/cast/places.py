"""The offices, employers and clinics of the stories, with codes no made-up one has."""

from __future__ import annotations

from datetime import date

import polars as pl

HANOI_OFFICE = "00199"
TIA_NANG, HOA_CHANH = "0109990017DNA03", "0109990024DNA03"
DOI_MAY, SAO_KHUE, TRUC_VANG = "0109990031DNA03", "7909990048DNA03", "2409990055DNA03"
HO_SEN_OFFICE, SAI_GON_OFFICE = "9990061HC", "9990062HC"
AN_PHU, HOA_BAN = "01999", "01998"

_EMPLOYERS = [
    (TIA_NANG, "01", "Công ty CP Điện tử Tia Nắng", "Tia Nang Electronics JSC", date(2006, 3, 1)),
    (HOA_CHANH, "01", "Công ty TNHH May Hoa Chanh", "Hoa Chanh Garment Co., Ltd.", date(2009, 9, 1)),
    (DOI_MAY, "01", "Công ty CP Chè Đồi Mây", "Doi May Tea JSC", date(1990, 1, 1)),
    (SAO_KHUE, "79", "Công ty TNHH Phần mềm Sao Khuê Sáng", "Sao Khue Software Co., Ltd.", date(2012, 5, 1)),
    (
        TRUC_VANG,
        "24",
        "Công ty TNHH Điện tử Trúc Vàng Sáng",
        "Truc Vang Electronics Co., Ltd.",
        date(2014, 7, 1),
    ),
    (HO_SEN_OFFICE, "01", "BHXH cơ sở Hồ Sen", "Ho Sen Local Social Insurance Office", date(1995, 10, 1)),
    (
        SAI_GON_OFFICE,
        "79",
        "BHXH thành phố Hồ Chí Minh",
        "Ho Chi Minh City Social Insurance",
        date(1995, 10, 1),
    ),
]
_PROVINCES = {"01": "Thành phố Hà Nội", "79": "Thành phố Hồ Chí Minh", "24": "Tỉnh Bắc Ninh"}


def offices_file() -> pl.DataFrame:
    """Lan's and Tuấn's office."""
    return pl.DataFrame(
        [
            {
                "code": HANOI_OFFICE,
                "province_code": "01",
                "name_vi": "BHXH cơ sở Hồ Sen",
                "name_en": "Ho Sen Local Social Insurance Office",
                "address": "Số 8, đường Hoa Sữa, Phường Ba Đình",
                "phone": "+842593800199",
                "email": "office00199@vssid.example",
                "hours": "T2-T6 07:30-11:30, 13:30-17:00",
                "latitude": 21.0386,
                "longitude": 105.838,
            }
        ]
    )


def employers_file() -> pl.DataFrame:
    """The employers of the stories, all of wage region I or II."""
    return pl.DataFrame(
        [
            {
                "code": code,
                "tax_code": code[:10] if code.endswith("DNA03") else None,
                "province_code": province,
                "office_code": HANOI_OFFICE if province == "01" else f"0{province}01",
                "region": "II" if province == "24" else "I",
                "name_vi": vietnamese,
                "name_en": english,
                "address": f"Lô 3, đường Bằng Lăng, {_PROVINCES[province]}",
                "phone": f"+842573999{number:03d}",
                "since": since,
            }
            for number, (code, province, vietnamese, english, since) in enumerate(_EMPLOYERS)
        ]
    )


def facilities_file() -> pl.DataFrame:
    """The clinic Lan is registered with and the hospital her family goes to."""
    return pl.DataFrame(
        [
            {
                "code": code,
                "province_code": "01",
                "name_vi": vietnamese,
                "name_en": english,
                "level": level,
                "address": f"Số {number}, đường Hoa Ban, Phường Ba Đình, Thành phố Hà Nội",
                "phone": f"+842583801{number:03d}",
                "hours": hours,
                "latitude": 21.0391,
                "longitude": 105.8366,
                "contract_since": date(2015, 1, 1),
                "sick_leave": 1,
            }
            for number, code, vietnamese, english, level, hours in [
                (999, AN_PHU, "Phòng khám An Phú", "An Phu Clinic", "primary", "T2-T7 07:00-17:00"),
                (998, HOA_BAN, "Bệnh viện Hoa Ban", "Hoa Ban Hospital", "basic", "24/7"),
            ]
        ]
    )


def workplace(employer: str) -> str:
    """Where the people of an employer work."""
    return next(_PROVINCES[province] for code, province, *_ in _EMPLOYERS if code == employer)


def payer_name() -> str:
    """The office that pays the family's benefits."""
    return "BHXH cơ sở Hồ Sen"
