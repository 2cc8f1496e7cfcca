"""What stands in the way of taking a batch back, and who is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from vssid.apps.intake.errors import AlreadyUndone, BuiltUpon, UnknownBatch
from vssid.apps.intake.services import undo_batch
from vssid.apps.intake.tests.sample import GOOD, NOW, deliver, deliver_before, dump, kinds, with_changes

pytestmark = pytest.mark.django_db


def undo(batch: int | None) -> None:
    undo_batch(batch or 0, kinds=kinds(), now=NOW)


def test_an_unknown_batch(tmp_path: Path) -> None:
    with pytest.raises(UnknownBatch, match="no batch 7"):
        undo(7)


def test_a_batch_is_taken_back_once(tmp_path: Path) -> None:
    report = deliver(tmp_path, "provinces")
    undo(report.batch)
    with pytest.raises(AlreadyUndone, match="2026-11-22"):
        undo(report.batch)


def test_a_correction_goes_before_what_it_corrects(tmp_path: Path) -> None:
    deliver_before(tmp_path, "spells")
    first = deliver(tmp_path, "spells")
    second = deliver(tmp_path, "spells", [with_changes(GOOD["spells"][0], salary="1")], part="2")
    with pytest.raises(BuiltUpon, match=f"batch {second.batch} "):
        undo(first.batch)
    undo(second.batch)
    undo(first.batch)


@pytest.mark.parametrize(
    ("used", "user"),
    [
        ("provinces", "wards"),
        ("employers", "spells"),
        ("facilities", "visits"),
        ("offices", "people"),
        ("people", "relations"),
        ("people", "spells"),
        ("visits", "certificates"),
    ],
)
def test_what_others_refer_to_goes_after_them(used: str, user: str, tmp_path: Path) -> None:
    reports = {}
    for kind in kinds():
        reports[kind] = deliver(tmp_path, kind)
    with pytest.raises(BuiltUpon, match=rf"\bbatch {reports[user].batch}\b"):
        undo(reports[used].batch)


def test_everything_goes_back_in_reverse_order(tmp_path: Path) -> None:
    before = dump()
    batches = [deliver(tmp_path, kind).batch for kind in kinds()]
    for batch in reversed(batches):
        undo(batch)
    assert dump() == before


def test_a_batch_that_left_lines_out_because_they_stood_goes_first(tmp_path: Path) -> None:
    first = deliver(tmp_path, "provinces", GOOD["provinces"][:2])
    second = deliver(tmp_path, "provinces", GOOD["provinces"], part="2")
    with pytest.raises(BuiltUpon, match=f"batch {second.batch} "):
        undo(first.batch)


def test_batches_of_one_kind_that_do_not_touch_go_in_any_order(tmp_path: Path) -> None:
    first = deliver(tmp_path, "provinces", GOOD["provinces"][:2])
    second = deliver(tmp_path, "provinces", GOOD["provinces"][2:], part="2")
    undo(first.batch)
    with pytest.raises(AlreadyUndone):
        undo(first.batch)
    undo(second.batch)


def test_later_news_of_a_person_goes_first(tmp_path: Path) -> None:
    deliver_before(tmp_path, "people")
    first = deliver(tmp_path, "people")
    later = deliver(
        tmp_path, "people", [with_changes(GOOD["people"][1], national_id="001080000999")], part="2"
    )
    with pytest.raises(BuiltUpon, match=f"batch {later.batch} "):
        undo(first.batch)
