"""Files as they come: quotes, widths, encodings, broken formats."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from vssid.apps.intake.errors import ColumnType, EmptyFile, NotParquet, NotUtf8, TooManyRows, Unreadable
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.sheets import Sheet, parquet, read_sheet
from vssid.apps.intake.tests.sample import kinds

_HEADER = "code,name_vi,name_en,since,until\n"


def read(path: Path, findings: Findings | None = None) -> Sheet:
    return read_sheet(path, kinds()["provinces"], findings or Findings(), allow_extra=False)


def csv(folder: Path, text: str | bytes) -> Path:
    path = folder / "provinces.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_quotes_hold_commas_and_quotes(tmp_path: Path) -> None:
    sheet = read(csv(tmp_path, _HEADER + '01,"Hà Nội, ""thủ đô""",,2025-07-01,\n'))
    assert sheet.frame.rows() == [(0, "01", 'Hà Nội, "thủ đô"', None, "2025-07-01", None)]


def test_a_stray_quote_spoils_its_own_line_only(tmp_path: Path) -> None:
    findings = Findings()
    lines = ['01,"Hà Nội,,2025-07-01,', '02,Hà "Giang",,2025-07-01,', "79,Sài Gòn,,2025-07-01,", '04,"a"b,,,']
    sheet = read(csv(tmp_path, _HEADER + "\n".join(lines)), findings)
    assert sheet.frame["code"].to_list() == ["79"]
    assert sheet.rows_read == 4
    assert findings.frame().select("row", "code").rows() == [(row, "quotes_unmatched") for row in (0, 1, 3)]


def test_a_line_of_another_width_is_found_and_left_out(tmp_path: Path) -> None:
    findings = Findings()
    sheet = read(
        csv(tmp_path, _HEADER + '01,Hà Nội\n02,"a,b",,2025-07-01,,,\n79,Sài Gòn,,2025-07-01,\n'), findings
    )
    assert sheet.frame["code"].to_list() == ["79"]
    assert [(row, code) for row, _, _, code, _ in findings.frame().rows()] == [
        (0, "fields_differ"),
        (1, "fields_differ"),
    ]
    assert "has 2 fields and the first line 5" in findings.frame()["message"][0]


def test_blank_lines_do_not_count_but_keep_their_place(tmp_path: Path) -> None:
    sheet = read(csv(tmp_path, _HEADER + "\n01,a,,2025-07-01,\n   \n79,b,,2025-07-01,\n"))
    assert (sheet.frame["row"].to_list(), sheet.rows_read) == ([1, 3], 2)


@pytest.mark.parametrize("text", ["", "\n", " \n"])
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(EmptyFile):
        read(csv(tmp_path, text))


def test_a_file_with_a_header_only(tmp_path: Path) -> None:
    assert read(csv(tmp_path, _HEADER)).rows_read == 0


def test_other_encodings_are_named_with_the_line(tmp_path: Path) -> None:
    with pytest.raises(NotUtf8, match="line 3"):
        read(csv(tmp_path, _HEADER.encode() + b"01,a,,2025-07-01,\n02,\xc0\xe9,,2025-07-01,\n"))


@pytest.mark.parametrize("content", [b"", b"PAR1", b"code,name\n", b"PAR1" + b"\0" * 100 + b"PAR1"])
def test_what_is_no_parquet(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "provinces.parquet"
    path.write_bytes(content)
    with pytest.raises(NotParquet):
        read(path)


def test_a_missing_file(tmp_path: Path) -> None:
    for name in ("provinces.csv", "provinces.parquet"):
        with pytest.raises(Unreadable):
            read(tmp_path / name)


def test_a_parquet_column_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "provinces.parquet"
    pl.DataFrame({"code": ["01"], "name_vi": [["a", "b"]], "since": ["2025-07-01"]}).write_parquet(path)
    with pytest.raises(ColumnType, match="name_vi"):
        read(path)


def test_parquet_types_become_the_text_of_a_csv(tmp_path: Path) -> None:
    path = tmp_path / "provinces.parquet"
    moment = datetime(2025, 7, 1, 8, 30, tzinfo=UTC)
    frame = pl.DataFrame(
        {
            "code": pl.Series([1.0, None]),
            "name_vi": pl.Series([True, False]),
            "name_en": pl.Series([moment, None]),
            "since": pl.Series([date(2025, 7, 1), None]),
            "until": pl.Series([21.5, 1e300]),
        }
    )
    frame.write_parquet(path)
    assert read(path).frame.rows() == [
        (0, "1", "1", "2025-07-01T08:30:00.000000+00:00", "2025-07-01", "21.5"),
        (1, None, "0", None, None, "1e+300"),
    ]


def test_a_small_file_that_stands_for_too_many_rows_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "MOST_ROWS", 2)
    monkeypatch.setattr(pl, "read_parquet", lambda *_, **__: pytest.fail("the rows were read"))
    rows = pl.DataFrame({"code": ["01"] * 3, "name_vi": ["a"] * 3, "since": ["2025-07-01"] * 3})
    rows.write_parquet(tmp_path / "provinces.parquet")
    with pytest.raises(TooManyRows):
        read(tmp_path / "provinces.parquet")


def test_a_long_text_said_again_and_again_takes_no_memory_and_is_still_too_long(tmp_path: Path) -> None:
    long = "Ô" * 100_000
    rows = pl.DataFrame({"code": ["01"] * 3, "name_vi": [long, "Hà Nội", None], "since": ["2025-07-01"] * 3})
    rows.write_parquet(tmp_path / "provinces.parquet")
    names = read(tmp_path / "provinces.parquet").frame["name_vi"].to_list()
    assert names == [long[: parquet.LONGEST_CELL], "Hà Nội", None]
