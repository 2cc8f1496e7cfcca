"""A list kept as a spreadsheet says what a CSV file would; one made to exhaust the machine is refused."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from vssid.apps.accounts.bulk.workbook import LARGEST_UNFOLDED, UnreadableWorkbook, as_csv

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships {_RELATIONS}><Relationship Id="r1" Type="{_OFFICE}/officeDocument"'
    ' Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships {_RELATIONS}><Relationship Id="r1"'
    f' Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2"'
    f' Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet {_MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    "</styleSheet>",
}


def workbook(*cells: str, **others: str) -> bytes:
    """``cells``: the XML of each. ``others``: further parts, by name."""
    sheet = f'<worksheet {_MAIN} xmlns:r="{_OFFICE}"><sheetData>{"".join(cells)}</sheetData></worksheet>'
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as parts:
        for name, text in {**_PARTS, "xl/worksheets/sheet1.xml": sheet, **others}.items():
            parts.writestr(name, text)
    return file.getvalue()


def text(place: str, value: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def test_the_first_sheet_as_text() -> None:
    """Dates as files write them, an empty row as an empty line, a break within a cell as a space."""
    head = f'<row r="1">{text("A1", "full_name")}{text("B1", "birth_date")}{text("C1", "phone")}</row>'
    lan = (
        f'<row r="3">{text("A3", "Lan, &#10;Trần")}<c r="B3" s="1"><v>34407</v></c>'
        '<c r="C3"><v>912000345</v></c></row>'
    )
    assert as_csv(workbook(head, lan)) == ('full_name,birth_date,phone\n\n"Lan, Trần",1994-03-14,912000345\n')


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 and nothing behind it",
        workbook()[:-60],
        workbook(f'<row r="1">{text("XFD1048576", "far")}</row>'),
        workbook('<row r = "1048576"><c t="n"><v>1</v></c></row>'),
        workbook(f'<row r="1">{text("&#88;FD1", "hidden")}</row>'),
        workbook(large=" " * LARGEST_UNFOLDED),
    ],
)
def test_what_would_exhaust_the_machine_or_is_broken(content: bytes) -> None:
    with pytest.raises(UnreadableWorkbook):
        as_csv(content)
