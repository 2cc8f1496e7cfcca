"""A list kept as a spreadsheet: its first sheet, as the text a CSV file would hold.

A workbook of some kilobytes may unfold into any number of bytes, and a single cell far to the lower right
into a sheet of any size: both are refused before anything is unfolded for good.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import fastexcel
import polars as pl

from vssid.domain.values.problem import Problem, marked

STARTS = b"PK\x03\x04"
LARGEST_UNFOLDED = 20_000_000
_PLACES = re.compile(rb"""(?<![:\w])r\s*=\s*["']([^"']*)["']""")
_NEAR = re.compile(rb"[A-Z]{0,2}[0-9]{1,4}")
"""Column ZZ, row 9999."""
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""How UTF-16 begins."""
_FAULTS = (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError)
"""What a broken archive, a way of packing that is not known, and a password lead to."""
_MIDNIGHT = " 00:00:00"


class UnreadableWorkbook(Problem):
    code = "unreadable_workbook"
    sentence = marked("This spreadsheet cannot be read. Save the list as CSV in UTF-8 and hand that in.")


def as_csv(content: bytes) -> str:
    """Empty rows stay as empty lines, so that lines count as in the sheet. Raises UnreadableWorkbook."""
    try:
        _require_small(content)
        sheet = fastexcel.read_excel(content).load_sheet(0, header_row=None, dtypes="string")
        cells = sheet.to_polars()
    except (*_FAULTS, fastexcel.FastExcelError) as error:
        raise UnreadableWorkbook(field="file") from error
    tidy = cells.with_columns(
        pl.all().str.strip_suffix(_MIDNIGHT).str.replace_all(r"\s+", " ").str.strip_chars()
    )
    lines = tidy.write_csv(include_header=False).splitlines()
    return "\n".join(line if line.strip(",") else "" for line in lines) + "\n"


def _require_small(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > LARGEST_UNFOLDED:
            raise UnreadableWorkbook(field="file")
        for part in parts.infolist():
            unfolded = parts.read(part)  # a part that is larger than it says is found by its checksum
            if not _is_near(unfolded):
                raise UnreadableWorkbook(field="file")


def _is_near(part: bytes) -> bool:
    """Of a sheet, wherever it stands: every cell is within the first columns and rows."""
    if part.startswith(_WIDE):
        return False
    return b"sheetData" not in part or all(_NEAR.fullmatch(place) for place in _PLACES.findall(part))
