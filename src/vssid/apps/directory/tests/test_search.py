"""Forgiving search: one ranking on both databases, by the index, right after every change."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from tests.environment.nights import NIGHT

from vssid.apps.directory.models import Entry, Facility, Word
from vssid.apps.directory.selectors.search import Wanted, find_places
from vssid.apps.directory.selectors.search.candidates import fts_expression, matching
from vssid.apps.directory.selectors.search.phrases import read
from vssid.apps.directory.selectors.search.ranking import Fit
from vssid.apps.directory.services.remake_entries import remake_entries
from vssid.kit.folding import fold_spelled_out
from vssid.kit.vietnamese_order import sort_key

DAY = date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "search_golden.json"
QUERIES = {
    "facility": [
        *("Bệnh viện Bạch Mai", "benh vien bach mai", "benh vien bach mia", "bach mai", "bv bach mai"),
        *("bệnh viên bạch mai", "BACH MAI HOSPITAL", "bach mai hospitl", "01929", "benh vien", "bv da khoa"),
        *("tram y te", "tyt phuong", "phong kham da khoa", "pkdk an", "trung tam y te khu vuc", "ttyt"),
        *("san nhi", "y hoc co truyen", "hospital", "xyzzy", "b", "bv hn", "benh vein", "tram y te xa tan"),
    ],
    "office": [
        *("bhxh hn", "bhxh tp hcm", "BHXH thành phố Hà Nội", "bao hiem xa hoi da nang", "hue", "can tho"),
        *("ha noi", "ho chi min", "local social insurance office", "00100", "bhxh tinh", "lao cai"),
    ],
    "employer": [
        *("cty tnhh", "cong ty co phan", "cty cp xay dung", "may mac", "thuong mai", "cong ty may"),
        *("van tai", "dien tu", "cogn ty", "truong tieu hoc"),
    ],
    "point": ["diem thu", "phuong ba dinh", "diem thu hoan kiem", "xa tan"],
}


@pytest.mark.usefixtures("country")
def test_both_databases_give_the_ranked_top_ten_of_the_golden_file() -> None:
    """``GOLDEN=write`` remakes the file; it is made on one database and read on both."""
    found = {
        f"{kind}: {typed}": list(find_places(Wanted(kind, DAY, typed)).codes)
        for kind, queries in QUERIES.items()
        for typed in queries
    }
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert len(found) >= 40
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.usefixtures("country")
def test_a_place_is_found_without_marks_with_slips_and_by_its_code() -> None:
    for typed in (
        *("Bệnh viện Bạch Mai", "benh vien bach mia", "bv bach mai", "bach mai hospitl", "bac mai", "01929"),
    ):
        assert find_places(Wanted("facility", DAY, typed)).codes[0] == "01929", typed
    term = read("facility", "vein")[0]
    assert not term.known
    assert "vien" in term.near


@pytest.mark.usefixtures("country")
def test_filters_hold_and_without_words_the_order_is_that_of_a_dictionary() -> None:
    listed = find_places(Wanted("facility", DAY, province="01", sick_leave=True), limit=50)
    rows = {row.code: row for row in Facility.objects.filter(code__in=listed.codes)}
    assert {(row.province_code, row.sick_leave) for row in rows.values()} == {("01", True)}
    names = [rows[code].name_vi for code in listed.codes]
    assert names == sorted(names, key=sort_key)
    assert (
        listed.codes[10:20]
        == find_places(Wanted("facility", DAY, province="01", sick_leave=True), offset=10).codes
    )
    Facility.objects.filter(code="01929").update(contract_until=date(2026, 11, 21))
    remake_entries("facility", pl.Series(["01929"]))
    assert "01929" not in find_places(Wanted("facility", DAY, "bach mai")).codes


@pytest.mark.usefixtures("country")
def test_a_change_is_found_at_once_and_what_is_gone_no_more() -> None:
    Facility.objects.filter(code="01929").update(name_vi="Bệnh viện Quỳnh Lưu Vọng")
    remake_entries("facility", pl.Series(["01929"]))
    assert find_places(Wanted("facility", DAY, "quynh luu vong")).codes[0] == "01929"
    Facility.objects.filter(code="01929").delete()
    remake_entries("facility", pl.Series(["01929"]))
    assert "01929" not in find_places(Wanted("facility", DAY, "quynh luu vong")).codes
    assert not Word.objects.filter(kind="facility", word="vong").exists()


@pytest.mark.django_db
def test_the_trigram_index_answers_over_many_entries() -> None:
    """A hundred thousand at night and in the bench; the plan is the same from some thousands on."""
    many = 100_000 if NIGHT else 20_000
    _generate(many)
    entries = Entry.objects.all()
    rows = matching(entries, "employer", [("quyet",), ("thang99", "thang98")]).order_by(
        "size", "sort_key", "code"
    )
    assert rows.count() == sum((many - remainder) // 900 + 1 for remainder in (98, 99))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE directory_entry")
    plan = rows[:300].explain()
    assert "directory_entry_trigrams" in plan, plan
    if connection.vendor == "sqlite":
        assert "VIRTUAL TABLE INDEX" in plan
        assert "SCAN directory_entry\n" not in plan
    else:
        assert "Bitmap Index Scan on directory_entry_trigrams" in plan
        assert "Seq Scan" not in plan


@given(st.text(max_size=40))
def test_no_text_breaks_the_expression_of_the_index(typed: str) -> None:
    words = fold_spelled_out(typed).split()
    assert all('"' not in word and "%" not in word and re.escape(word) == word for word in words)
    if words:
        assert fts_expression([words]).count('"') == 2 * len(words)


@given(st.lists(st.sampled_from(["benh", "vien", "bach", "mai", "mia", "an"]), min_size=1, max_size=5))
def test_a_name_fits_itself_best(words: list[str]) -> None:
    own = Fit(tuple(dict.fromkeys(words))).score(f" {' '.join(dict.fromkeys(words))} |  | 1 ")
    other = Fit(tuple(dict.fromkeys(words))).score(" phong kham hoa sen |  | 2 ")
    assert own == 1.0 > other


def _generate(count: int) -> None:
    numbers = (
        "SELECT generate_series AS n FROM generate_series(1, %s)"
        if connection.vendor == "postgresql"
        else "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < %s) SELECT n FROM s"
    )
    name = "'cong ty tnhh quyet thang' || (n %% 900)"
    no = "FALSE" if connection.vendor == "postgresql" else "0"
    columns = "kind, code, province_code, ward_code, sick_leave, size, folded, sort_key"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO directory_entry ({columns}) SELECT 'employer', 'X' || n, '01', '', {no},"
            f" 28, ' ' || {name} || ' |  | x' || n || ' ', {name} FROM ({numbers}) numbers",
            [count],
        )
