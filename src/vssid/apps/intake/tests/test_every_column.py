"""Every column of every kind refuses what it cannot mean, each by its own code."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from vssid.apps.intake.findings import Findings
from vssid.apps.intake.posting import CatalogueTable, LedgerTable
from vssid.apps.intake.readings import Flag, Text
from vssid.apps.intake.tests.sample import GOOD, deliver, kinds, with_changes
from vssid.apps.people.models import Person

pytestmark = pytest.mark.django_db

_UNSEEN = "a\u200bb"
_CODES = {
    "insurance_number": "insurance_number_length",
    "relative_insurance_number": "insurance_number_length",
    "guardian_insurance_number": "insurance_number_length",
    "national_id": "citizen_number_length",
    "passport_number": "passport_length",
    "full_name": "name_character",
    "birth_date": "date_format",
    "phone": "phone_unreadable",
    "email": "email_at",
    "card_number": "card_number_length",
    "replaced_by": "card_number_length",
    "tax_code": "tax_code_format",
    "province_code": "not_a_digit",
    "office_code": "not_a_digit",
    "approved_by_office": "not_a_digit",
    "facility_code": "not_a_digit",
    "employer_code": "employer_code_character",
    "icd10": "icd10_format",
    "group_code": "group_code_format",
    "area_code": "area_code_format",
    "nationality": "country_code_format",
}
_CODES_BY_FORM = {
    "Words": "word_unknown",
    "Flag": "word_unknown",
    "Whole": "number_format",
    "Scaled": "decimal_format",
    "Degrees": "degrees_format",
    "Day": "day_format",
    "PartialDay": "date_format",
    "MonthText": "month_format",
    "Moment": "moment_format",
    "Text": "text_hidden_character",
}
_CODE_OF_CATALOGUE = {
    "provinces": "not_a_digit",
    "offices": "not_a_digit",
    "facilities": "not_a_digit",
    "employers": "employer_code_character",
}


def expected_code(kind: str, column: str) -> str:
    form = type(kinds()[kind].column(column).reading).__name__
    if form != "Code":
        return _CODES_BY_FORM[form]
    return _CODE_OF_CATALOGUE[kind] if column == "code" else _CODES[column]


def garbage_for(kind: str, column: str) -> str:
    code = expected_code(kind, column)
    if code == "text_hidden_character":
        return _UNSEEN
    if code in {"insurance_number_length", "citizen_number_length", "passport_length"}:
        return "1234"
    return {"name_character": "L@n 1", "date_format": "14.03.1994"}.get(code, "?b?")


@pytest.mark.parametrize("kind", GOOD)
def test_garbage_is_refused_by_name(kind: str, tmp_path: Path) -> None:
    """One file, in each line another column that means nothing."""
    columns = [column.name for column in kinds()[kind].columns]
    whole = {column: GOOD[kind][0].get(column, "") for column in columns}
    rows = [with_changes(whole, **{column: garbage_for(kind, column)}) for column in columns]
    report = deliver(tmp_path, kind, rows)
    assert report.new == 0
    assert report.rejects_file is not None
    rejects = pl.read_csv(report.rejects_file, infer_schema=False)
    for line, column in enumerate(columns, start=2):
        found = rejects.filter(pl.col("line") == str(line), pl.col("column") == column)
        assert found["code"].to_list() == [expected_code(kind, column)], column
        assert found["value"].to_list() == [garbage_for(kind, column)]
        assert found["message"].item().startswith(f"{column}: ")
        assert found["message"].item().endswith((".", "’."))


@pytest.mark.parametrize("kind", GOOD)
def test_what_every_line_needs_may_not_be_empty(kind: str, tmp_path: Path) -> None:
    needed = [column.name for column in kinds()[kind].columns if column.required]
    report = deliver(tmp_path, kind, [with_changes(GOOD[kind][0], **{column: ""}) for column in needed])
    assert report.new == 0
    assert report.rejects_file is not None
    rejects = pl.read_csv(report.rejects_file, infer_schema=False).filter(pl.col("code") == "required")
    assert list(zip(rejects["line"], rejects["column"], strict=True)) == [
        (str(line), column) for line, column in enumerate(needed, start=2)
    ]


_UNKNOWN = {
    "ward_code": "99999",
    "province_code": "98",
    "office_code": "99999",
    "approved_by_office": "99999",
    "facility_code": "99999",
    "employer_code": "ZZ9999Z",
    "visit_id": "V-999",
}


def test_what_is_not_on_record_is_refused(tmp_path: Path) -> None:
    """Kind after kind, each with everything on record that comes before it."""
    for kind in kinds().values():
        for column in (column.name for column in kind.columns if column.refers_to):
            row = with_changes(GOOD[kind.name][0], **{column: _UNKNOWN.get(column, "0999999999")})
            report = deliver(tmp_path, kind.name, [row], part=column)
            assert (report.new, report.findings) == (0, {"unknown_reference": 1}), (kind.name, column)
        deliver(tmp_path, kind.name)


@pytest.mark.parametrize(
    ("kind", "column"),
    [(k.name, c.name) for k in kinds().values() for c in k.columns if isinstance(c.reading, Text)],
)
def test_a_text_has_a_longest_length(kind: str, column: str) -> None:
    from vssid.apps.intake.checking import _read

    reading = kinds()[kind].column(column).reading
    assert isinstance(reading, Text)
    texts = pl.Series(["x" * reading.longest, "x" * (reading.longest + 1)])
    findings = Findings()
    values = _read(column, reading, pl.Series([0, 1], dtype=pl.UInt32), texts, findings)
    assert values.null_count() == 1
    assert findings.frame()["code"].to_list() == ["text_length"]


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        (k.name, c.name)
        for k in kinds().values()
        for c in k.columns
        if isinstance(c.reading, Text) and not isinstance(c.reading, Flag)
    ],
)
def test_a_text_fits_its_table(kind: str, column: str) -> None:
    """What the reading lets through, PostgreSQL can hold."""
    found = kinds()[kind].column(column)
    assert isinstance(found.reading, Text)
    posting = kinds()[kind].posting
    model = posting.model if isinstance(posting, LedgerTable | CatalogueTable) else Person
    longest = getattr(model._meta.get_field(found.field), "max_length", None)
    assert longest is None or found.reading.longest <= longest
