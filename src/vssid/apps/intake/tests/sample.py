"""A small, right delivery of every kind, and the means to post it."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TypeAlias

from django.db import connection

from vssid.apps.intake.files import Delivery
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.services import Options, Report, import_file
from vssid.apps.intake.staging import Staging
from vssid.kit.sharding import cross_shard
from vssid.project.imports import import_kinds

Row: TypeAlias = dict[str, str]

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
LAN, MINH, KIM = "0194000123", "0180000124", "0180000125"


@cache
def kinds() -> Mapping[str, Kind]:
    return import_kinds()


def _rows(table: str) -> list[Row]:
    return list(csv.DictReader(line.strip() for line in table.strip().splitlines()))


GOOD: dict[str, list[Row]] = {
    "provinces": _rows("""code,name_vi,name_en,since,until
        01,Thành phố Hà Nội,Ha Noi,2025-07-01,
        70,Tỉnh Bình Phước,Binh Phuoc,1997-01-01,2025-06-30
        79,Thành phố Hồ Chí Minh,Ho Chi Minh City,1976-07-02,2025-06-30
        79,Thành phố Hồ Chí Minh,Ho Chi Minh City,2025-07-01,"""),
    "wards": _rows("""code,province_code,name_vi,name_en,since,until,latitude,longitude
        00004,01,Phường Ba Đình,Ba Dinh,2025-07-01,,21.0341,105.8142
        26734,79,Phường Bến Nghé,Ben Nghe,1988-01-01,2025-06-30,10.78,106.7"""),
    "offices": _rows("""code,province_code,name_vi,name_en,address,phone,email,hours,latitude,longitude
        00101,01,"BHXH cơ sở Ba Đình, Hà Nội",Ba Dinh,Số 1 phố Núi Trúc,024 3823 1111,badinh@bhxh.example,8-17,21,105.8
        07901,79,BHXH cơ sở Bến Nghé,,,,,,,"""),
    "facilities": _rows("""code,province_code,name_vi,name_en,level,address,contract_since,contract_until,sick_leave
        01929,01,Bệnh viện An Phú,An Phu,cơ bản,"Số 2, phố Huế",2015-01-01,,1
        79001,79,Phòng khám Bến Thành,,ban đầu,,2020-01-01,2026-12-31,0"""),
    "employers": _rows("""code,tax_code,province_code,office_code,region,name_vi,name_en,address,phone,since,until
        TA0001A,0101234567,01,00101,I,"Công ty An Bình, chi nhánh Hà Nội",An Binh,,,2001-02-03,
        YN0002B,0301234567-001,79,07901,II,Công ty Minh Long,,,,,"""),
    "unit_changes": _rows("""old_code,new_code,kind,since
        26734,26740,ward,2025-07-01
        70,75,province,2025-07-01"""),
    "collection_points": _rows("""code,province_code,ward_code,name_vi,name_en,address,phone,hours,latitude,longitude
        DT-001,01,00004,Bưu điện Ba Đình,,,024 3823 2222,8-17,21.03,105.81
        DT-002,79,26734,Điểm thu Bến Nghé,,,,,,"""),
    "people": _rows("""insurance_number,national_id,passport_number,full_name,birth_date,sex,nationality,ethnicity,phone,email,province_code,ward_code,address,office_code,died_on
        0194000123,001194000123,,Trần Thị Lan,1994-03-14,female,VN,Kinh,+84912000345,lan@vssid.example,01,00004,"Số 1, phố Huế",00101,
        0180000124,,,Nguyễn Văn Minh,1980,male,VN,Kinh,,,79,26734,,07901,2020-05-01
        0180000125,,M12345678,Kim Min-jun,1980-05,male,KR,,+84912000346,,01,,,,"""),
    "relations": _rows("""insurance_number,relative_insurance_number,relation,since,until
        0194000123,0180000124,parent,1994-03-14,2020-05-01
        0180000124,0194000123,child,1994-03-14,"""),
    "spells": _rows("""insurance_number,fund,from_month,to_month,employer_code,job_title,workplace,group_letter,scale,salary,coefficient,allowances,rate_employee,rate_employer,status
        0194000123,bhxh,2016-01,2018-12,TA0001A,Kế toán,"Số 5, phố Huế",A,employer,5000000,,200000,0.08,0.17,paid
        0194000123,bhxh,2019-01,2026-08,TA0001A,Kế toán trưởng,,A,employer,9000000,,,0.08,0.17,paid
        0194000123,bhxh,2026-09,2026-09,TA0001A,Kế toán trưởng,,A,employer,9000000,,,0.08,0.17,owed
        0194000123,bhyt,2016-01,2026-09,TA0001A,Kế toán,,,employer,9000000,,,0.015,0.03,paid
        0194000123,tnld,2016-01,2026-09,TA0001A,,,,employer,9000000,,,0,0.005,paid
        0194000123,tnld,2018-01,2020-09,YN0002B,,,,employer,9000000,,,0,0.005,paid
        0180000124,bhxh,2000-01,2010-12,YN0002B,,,,state,,2.34,,0.05,0.15,paid
        0180000124,bhxh,2011-01,2011-06,,,,,voluntary,1500000,,,0.2,0,paid
        M12345678,bhxh,2022-01,2023-12,YN0002B,Kỹ sư,,,employer,30000000,,,0.08,0.17,paid"""),
    "cards": _rows("""insurance_number,card_number,group_code,benefit_digit,province_code,facility_code,valid_from,valid_to,five_year_date,area_code,issued_on,withdrawn_on,withdrawn_reason,replaced_by
        0194000123,DN4010194000123,DN,4,01,01929,2021-01-01,2025-12-31,2026-01-01,,2021-01-01,,,
        0194000123,0194000123,DN,4,01,01929,2026-01-01,2026-12-31,2026-01-01,K1,2026-01-01,,,
        0180000124,HT3790180000124,HT,3,79,79001,2019-01-01,,,,2019-01-01,2020-05-02,Người tham gia chết,"""),
    "benefits": _rows("""insurance_number,decision_number,decision_date,regime,from_date,to_date,amount,paid_on,payer,account_masked,bank
        0194000123,QĐ-12/2022,2022-03-01,sickness,2022-02-01,2022-02-05,1250000,2022-03-05,BHXH cơ sở Ba Đình,…345,VCB
        0180000124,QĐ-7/2011,,pension,,,3500000,,,,"""),
    "visits": _rows("""insurance_number,visit_id,facility_code,department,admitted_at,discharged_at,route_code,icd10,diagnosis,total,fund_paid,copay,self_paid,exempt_copay
        0194000123,V-1,01929,Nội,2024-05-06T08:30:00,2024-05-06T11:00:00,1,J18.9,Viêm phổi,500000,400000,100000,0,0
        0180000124,V-2,79001,,2019-03-04,2019-03-04,1,I10,Tăng huyết áp,300000,300000,0,0,"""),
    "visit_lines": _rows("""insurance_number,visit_id,line,kind,code,name,unit,quantity,unit_price,benefit_rate,amount,fund_paid,copay
        0194000123,V-1,1,exam,02.1897,Khám Nội,lần,1,42000,0.8,42000,33600,8400
        0194000123,V-1,2,drug,40.1,"Amoxicilin 500 mg, viên",viên,20.5,1500,0.8,30750,24600,6150"""),
    "certificates": _rows("""insurance_number,visit_id,serial,kind,issued_on,from_date,to_date,status
        0194000123,V-1,GH-001,sick_leave,2024-05-06,2024-05-06,2024-05-08,valid"""),
}


def write_csv(path: Path, rows: Sequence[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def post(path: Path, **options: object) -> Report:
    """Imports one file whose name says its kind."""
    kind = kinds()[path.stem.partition("-")[0]]
    settings = Options(now=NOW, **options)  # type: ignore[arg-type]
    staging = Staging(path.parent / "staging")
    with staging.alone():
        return import_file(Delivery(path, kind), options=settings, staging=staging)


def deliver(
    folder: Path, kind: str, rows: Sequence[Row] | None = None, part: str = "1", **options: object
) -> Report:
    """Writes ``rows`` (by default the good ones) as CSV and imports them."""
    return post(write_csv(folder / f"{kind}-{part}.csv", rows or GOOD[kind]), **options)


def deliver_before(folder: Path, kind: str) -> None:
    """Posts the good files of every kind that loads before ``kind``."""
    for earlier in kinds():
        if earlier == kind:
            return
        deliver(folder, earlier)


def with_changes(row: Row, **changes: str) -> Row:
    return {**row, **changes}


def dump() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table an import writes, as stored; batches apart."""
    tables = {
        kind.posting.model._meta.db_table for kind in kinds().values() if hasattr(kind.posting, "model")
    }
    content = {}
    with cross_shard("the test looks at every row"), connection.cursor() as cursor:
        for table in sorted(tables | {"person", "person_key", "span", "before_image"}):
            cursor.execute(f"SELECT * FROM {table}")
            content[table] = sorted(cursor.fetchall(), key=repr)
    return content
