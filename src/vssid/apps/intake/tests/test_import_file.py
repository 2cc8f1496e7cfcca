"""Every kind in and out again; replays, corrections, columns left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from vssid.apps.intake.errors import MissingColumns, RepeatedColumns, UnknownColumns
from vssid.apps.intake.models import Batch
from vssid.apps.intake.services import State, undo_batch
from vssid.apps.intake.tests.sample import (
    GOOD,
    NOW,
    deliver,
    deliver_before,
    dump,
    kinds,
    post,
    with_changes,
    write_csv,
)
from vssid.apps.participation.models import Span, Spell
from vssid.kit.posting_numbers import posting_number
from vssid.kit.sharding import cross_shard

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def across_persons() -> Iterator[None]:
    with cross_shard("the test looks at every row that was posted"):
        yield


def test_a_good_file_posts_whole_and_again_posts_nothing(tmp_path: Path, subtests: pytest.Subtests) -> None:
    for kind in GOOD:
        with subtests.test(kind=kind):
            report = deliver(tmp_path, kind)
            assert (report.state, report.new, report.rejected) == (State.POSTED, len(GOOD[kind]), 0)
            assert report.rejects_file is None
            posted = dump()
            again = deliver(tmp_path, kind)
            assert (again.state, again.batch) == (State.ALREADY_POSTED, report.batch)
            assert dump() == posted


def test_the_same_rows_in_another_file_are_skipped(tmp_path: Path, subtests: pytest.Subtests) -> None:
    for kind in GOOD:
        with subtests.test(kind=kind):
            deliver(tmp_path, kind)
            posted = dump()
            other_order = deliver(tmp_path, kind, [*reversed(GOOD[kind]), GOOD[kind][0]], part="2")
            assert (other_order.new, other_order.corrected, other_order.same) == (0, 0, len(GOOD[kind]) + 1)
            assert dump() == posted


def test_parquet_says_the_same_as_csv(tmp_path: Path, subtests: pytest.Subtests) -> None:
    for kind in GOOD:
        with subtests.test(kind=kind):
            deliver(tmp_path, kind)
            path = tmp_path / f"{kind}-2.parquet"
            pl.read_csv(tmp_path / f"{kind}-1.csv", infer_schema=False).write_parquet(path)
            report = post(path)
            assert (report.same, report.rejected) == (len(GOOD[kind]), 0)


def test_undo_restores_exactly_and_the_file_can_be_posted_again(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    for kind in GOOD:
        with subtests.test(kind=kind):
            before = dump()
            report = deliver(tmp_path, kind)
            assert dump() != before
            undo_batch(report.batch or 0, kinds=kinds(), now=NOW)
            assert dump() == before
            batch = Batch.objects.get(pk=report.batch or 0)
            assert (batch.state, batch.undone_at) == ("undone", NOW)
            assert deliver(tmp_path, kind).state is State.POSTED


_CHANGES = {
    "provinces": ("name_en", "Hanoi"),
    "wards": ("latitude", "21.5"),
    "offices": ("hours", "7-16"),
    "facilities": ("sick_leave", "0"),
    "employers": ("until", "2026-01-31"),
    "collection_points": ("phone", ""),
    "people": ("address", "Số 9, phố Huế"),
    "relations": ("until", "2021-01-01"),
    "spells": ("salary", "5100000"),
    "cards": ("valid_to", "2024-12-31"),
    "benefits": ("account_masked", "…999"),
    "visits": ("diagnosis", "Viêm phế quản"),
    "visit_lines": ("quantity", "2"),
    "certificates": ("status", "withdrawn"),
    "accounts": ("phone_confirmed_on", "2024-02-02"),
}


def test_other_values_are_a_correction_and_undo_brings_the_old_ones_back(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    for kind in GOOD:
        with subtests.test(kind=kind):
            deliver(tmp_path, kind)
            if kind not in _CHANGES:
                continue
            before = dump()
            column, value = _CHANGES[kind]
            rows = [with_changes(GOOD[kind][0], **{column: value}), *GOOD[kind][1:]]
            report = deliver(tmp_path, kind, rows, part="2")
            assert (report.new, report.corrected, report.same) == (0, 1, len(GOOD[kind]) - 1)
            third = deliver(tmp_path, kind, [rows[0], rows[0]], part="3")
            assert (third.new, third.corrected, third.same) == (0, 0, 2)
            undo_batch(third.batch or 0, kinds=kinds(), now=NOW)
            undo_batch(report.batch or 0, kinds=kinds(), now=NOW)
            assert dump() == before


def test_a_correction_is_a_reversal_and_a_new_row(tmp_path: Path) -> None:
    deliver_before(tmp_path, "spells")
    first = deliver(tmp_path, "spells")
    second = deliver(tmp_path, "spells", [with_changes(GOOD["spells"][2], status="paid")], part="2")
    old, reversal, new = Spell.objects.filter(from_month=2026 * 12 + 8).order_by("seq")
    assert (old.seq, old.reversal_of) == (posting_number(first.batch or 0, 5), None)
    assert (reversal.seq, reversal.reversal_of) == (posting_number(second.batch or 0, 0), old.seq)
    assert (reversal.status, reversal.salary) == (old.status, old.salary)
    assert (new.seq, new.reversal_of, new.status) == (posting_number(second.batch or 0, 1), None, "paid")
    spans = Span.objects.filter(person_id=new.person_id, fund="bhxh")
    assert [(span.from_month, span.to_month, span.status) for span in spans] == [
        (2016 * 12, 2026 * 12 + 8, "paid")
    ]


def test_a_column_the_file_lacks_keeps_what_stands_and_an_empty_cell_makes_it_unknown(tmp_path: Path) -> None:
    deliver_before(tmp_path, "spells")
    row = GOOD["spells"][0]
    deliver(tmp_path, "spells", [row])
    lacking = {name: value for name, value in row.items() if name not in {"salary", "job_title"}}
    assert deliver(tmp_path, "spells", [lacking], part="2").same == 1
    corrected = deliver(tmp_path, "spells", [with_changes(lacking, rate_employee="0.07")], part="3")
    assert corrected.corrected == 1
    latest = Spell.objects.order_by("seq").last()
    assert latest is not None
    assert (latest.salary, latest.job_title, latest.rate_employee_ppm) == (5_000_000, "Kế toán", 70_000)
    deliver(tmp_path, "spells", [with_changes(row, salary="", job_title="")], part="4")
    latest = Spell.objects.order_by("seq").last()
    assert latest is not None
    assert (latest.salary, latest.job_title) == (None, "")


def test_right_rows_post_and_wrong_ones_do_not(tmp_path: Path) -> None:
    deliver_before(tmp_path, "spells")
    rows = [*GOOD["spells"], with_changes(GOOD["spells"][0], from_month="2015-13", status="")]
    report = deliver(tmp_path, "spells", rows)
    assert (report.new, report.rejected, report.read) == (len(rows) - 1, 1, len(rows))
    assert report.findings == {"month_format": 1, "required": 1}


def test_nothing_right_leaves_no_batch(tmp_path: Path) -> None:
    report = deliver(tmp_path, "people")
    assert report.state is State.NOTHING_POSTED
    assert report.findings["unknown_reference"] > 1
    assert not Batch.objects.exists()


def test_a_dry_run_counts_and_posts_nothing(tmp_path: Path) -> None:
    deliver_before(tmp_path, "spells")
    before = dump()
    report = deliver(tmp_path, "spells", dry_run=True)
    assert (report.state, report.new, report.batch) == (State.DRY_RUN, len(GOOD["spells"]), None)
    assert dump() == before


def test_the_note_and_the_counts_stay_with_the_batch(tmp_path: Path) -> None:
    report = deliver(tmp_path, "provinces", note="tháng 11")
    batch = Batch.objects.get(pk=report.batch or 0)
    assert (batch.note, batch.rows_read, batch.rows_new, batch.posted_at) == ("tháng 11", 4, 4, NOW)


def test_unknown_columns_are_refused_by_name_or_left_aside(tmp_path: Path) -> None:
    rows = [{**row, "ghi_chú": "x", "mayor": "y"} for row in GOOD["provinces"]]
    with pytest.raises(UnknownColumns, match="ghi_chú, mayor"):
        deliver(tmp_path, "provinces", rows)
    assert deliver(tmp_path, "provinces", rows, allow_extra=True).new == len(rows)


def test_a_file_without_a_needed_column_is_refused_by_its_name(tmp_path: Path) -> None:
    rows = [
        {name: row[name] for name in row if name not in ("since", "name_vi")} for row in GOOD["provinces"]
    ]
    with pytest.raises(MissingColumns, match="name_vi, since"):
        deliver(tmp_path, "provinces", rows)


def test_a_column_named_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "provinces.csv"
    path.write_text("code,name_vi,since,code\n01,Hà Nội,2025-07-01,02\n", encoding="utf-8")
    with pytest.raises(RepeatedColumns, match="code"):
        post(path)


def test_one_key_with_two_stories_is_refused_on_every_line(tmp_path: Path) -> None:
    rows = [*GOOD["provinces"], with_changes(GOOD["provinces"][0], name_en="Hanoi")]
    report = deliver(tmp_path, "provinces", rows)
    assert (report.new, report.findings) == (3, {"duplicate_key": 2})


def test_the_clock_of_a_visit_is_vietnamese(tmp_path: Path) -> None:
    from vssid.apps.visits.models import Visit

    deliver_before(tmp_path, "visits")
    deliver(tmp_path, "visits")
    admitted = Visit.objects.get(visit_id="V-1").admitted_at
    assert admitted is not None
    assert admitted.isoformat() == "2024-05-06T01:30:00+00:00"


def test_a_file_can_be_written_with_the_agencys_habits(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "provinces.csv", GOOD["provinces"])
    decomposed = path.read_text(encoding="utf-8").replace("Hà", "Hà").replace("\n", "  \r\n")
    path.write_bytes(b"\xef\xbb\xbf" + decomposed.encode() + b"\r\n\r\n")
    assert post(path).new == len(GOOD["provinces"])
    assert any("Hà Nội" in str(row) for row in dump()["directory_province"])
