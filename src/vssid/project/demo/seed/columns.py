"""The columns of every import kind the seed writes, in their order, with their types.

Dates are ``pl.Date``, months ``YYYY-MM`` text, money whole đồng, rates decimal text such as ``"0.08"``.
"""

from __future__ import annotations

import polars as pl

_TYPES: dict[str, pl.DataType] = {
    "t": pl.String(),
    "d": pl.Date(),
    "i": pl.Int64(),
    "s": pl.Int32(),
    "f": pl.Float64(),
}

_LAYOUT: dict[str, str] = {
    "provinces": "code:t name_vi:t name_en:t since:d until:d",
    "wards": "code:t province_code:t name_vi:t name_en:t since:d until:d latitude:f longitude:f",
    "offices": "code:t province_code:t name_vi:t name_en:t address:t phone:t email:t hours:t"
    " latitude:f longitude:f",
    "facilities": "code:t province_code:t name_vi:t name_en:t level:t address:t phone:t hours:t latitude:f"
    " longitude:f contract_since:d contract_until:d sick_leave:s",
    "employers": "code:t tax_code:t province_code:t office_code:t region:t name_vi:t name_en:t address:t"
    " phone:t since:d until:d",
    "unit_changes": "old_code:t new_code:t kind:t since:d",
    "collection_points": "code:t province_code:t ward_code:t name_vi:t name_en:t address:t phone:t hours:t"
    " latitude:f longitude:f",
    "people": "insurance_number:t national_id:t passport_number:t full_name:t birth_date:t sex:t"
    " nationality:t ethnicity:t phone:t email:t province_code:t ward_code:t address:t office_code:t"
    " died_on:d",
    "relations": "insurance_number:t relative_insurance_number:t relation:t since:d until:d",
    "spells": "insurance_number:t fund:t from_month:t to_month:t employer_code:t job_title:t workplace:t"
    " group_letter:t scale:t salary:i coefficient:t allowances:i rate_employee:t rate_employer:t status:t",
    "cards": "insurance_number:t card_number:t group_code:t benefit_digit:t province_code:t facility_code:t"
    " valid_from:d valid_to:d five_year_date:d area_code:t issued_on:d withdrawn_on:d withdrawn_reason:t"
    " replaced_by:t",
    "benefits": "insurance_number:t decision_number:t decision_date:d regime:t from_date:d to_date:d amount:i"
    " paid_on:d payer:t account_masked:t bank:t",
    "visits": "insurance_number:t visit_id:t facility_code:t department:t admitted_at:d discharged_at:d"
    " route_code:t icd10:t diagnosis:t total:i fund_paid:i copay:i self_paid:i exempt_copay:i",
    "visit_lines": "insurance_number:t visit_id:t line:s kind:t code:t name:t unit:t quantity:i unit_price:i"
    " benefit_rate:t amount:i fund_paid:i copay:i",
    "certificates": "insurance_number:t visit_id:t serial:t kind:t issued_on:d from_date:d to_date:d"
    " status:t",
    "accounts": "insurance_number:t status:t registered_on:d approved_on:d approved_by_office:t channel:t"
    " phone:t phone_confirmed_on:d email:t email_confirmed_on:d guardian_insurance_number:t language:t"
    " last_used_on:d",
}

SCHEMAS: dict[str, dict[str, pl.DataType]] = {
    kind: {name: _TYPES[mark] for name, mark in (part.split(":") for part in layout.split())}
    for kind, layout in _LAYOUT.items()
}
"""Kind of file -> its columns and types, kinds in the order in which they load."""


def conform(kind: str, frame: pl.DataFrame) -> pl.DataFrame:
    """``frame`` with exactly the columns of ``kind``; a column it lacks is unknown (null)."""
    schema = SCHEMAS[kind]
    unknown = set(frame.columns) - set(schema)
    if unknown:
        raise ValueError(f"{kind}: no such columns: {', '.join(sorted(unknown))}")
    return frame.select(
        pl.col(name).cast(kind_of) if name in frame.columns else pl.lit(None, dtype=kind_of).alias(name)
        for name, kind_of in schema.items()
    )
