"""One file: read, checked, staged, and posted in one transaction with its batch."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import polars as pl
from django.db import transaction

from vssid.apps.intake.checking import check, columns_of
from vssid.apps.intake.files import Delivery, digest_of
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.kinds import Kind, Prepared
from vssid.apps.intake.models import Batch
from vssid.apps.intake.models.batch import BatchState
from vssid.apps.intake.progress import Progress, Silent
from vssid.apps.intake.rejects import write_beside
from vssid.apps.intake.sheets import read_sheet
from vssid.apps.intake.staging import Staging
from vssid.kit.sharding import cross_shard


class State(StrEnum):
    POSTED = "posted"
    NOTHING_POSTED = "nothing_posted"
    ALREADY_POSTED = "already_posted"
    DRY_RUN = "dry_run"


@dataclass(frozen=True, slots=True)
class Options:
    now: datetime
    dry_run: bool = False
    allow_extra: bool = False
    note: str = ""


@dataclass
class Report:
    """What became of a file. ``rejected`` counts lines; ``findings`` and ``warnings`` count by code."""

    path: Path
    kind: str
    digest: str
    state: State
    batch: int | None = None
    posted_at: datetime | None = None
    read: int = 0
    new: int = 0
    corrected: int = 0
    same: int = 0
    rejected: int = 0
    warned: int = 0
    findings: dict[str, int] = field(default_factory=dict)
    warnings: dict[str, int] = field(default_factory=dict)
    rejects_file: Path | None = None
    warnings_file: Path | None = None


def import_file(
    delivery: Delivery, *, options: Options, staging: Staging, progress: Progress | None = None
) -> Report:
    """Posts what is right, writes what is not beside the file; raises an Unreadable when nothing can be read.

    A file whose digest stands posted is not read again. The caller holds ``staging.alone()``.
    """
    progress = progress or Silent()
    digest = digest_of(delivery.path)
    earlier = Batch.objects.filter(digest=digest, state=BatchState.POSTED).first()
    if earlier:
        return _replay(delivery, earlier)
    findings, warnings = Findings(), Findings()
    report = Report(delivery.path, delivery.kind.name, digest, State.DRY_RUN)
    with cross_shard("an import reads and writes the persons of a whole file"):
        staged, delivered, first_line = _stage(
            delivery, options, staging, findings, warnings, report, progress
        )
        _post(delivery.kind, staged, delivered, options, findings, warnings, report, progress)
    _write_findings(report, findings, warnings, first_line)
    return report


def _replay(delivery: Delivery, earlier: Batch) -> Report:
    return Report(
        delivery.path,
        delivery.kind.name,
        earlier.digest,
        State.ALREADY_POSTED,
        batch=earlier.id,
        posted_at=earlier.posted_at,
    )


def _stage(
    delivery: Delivery,
    options: Options,
    staging: Staging,
    findings: Findings,
    warnings: Findings,
    report: Report,
    progress: Progress,
) -> tuple[Path, list[str], int]:
    """The checked rows in a file, the table's columns that were delivered, and the line of row 0."""
    kind = delivery.kind
    sheet = read_sheet(delivery.path, kind, findings, allow_extra=options.allow_extra)
    delivered = columns_of(kind, sheet.delivered)
    checked = check(sheet, kind, findings, warnings, progress)
    report.read, report.same = sheet.rows_read, checked.repeated
    return staging.put(report.digest, checked.rows), delivered, sheet.first_line


def _post(
    kind: Kind,
    staged: Path,
    delivered: list[str],
    options: Options,
    findings: Findings,
    warnings: Findings,
    report: Report,
    progress: Progress,
) -> None:
    """One transaction: the batch, its rows and all that follows from them, or nothing."""
    with transaction.atomic():
        progress.begin("compare", report.read)
        prepared = kind.posting.prepare(kind, pl.read_parquet(staged), delivered, findings)
        staged.unlink()
        _count(report, prepared, findings, warnings)
        progress.advance(report.read)
        if options.dry_run:
            return
        if not (report.new or report.corrected or report.same):
            report.state = State.NOTHING_POSTED
            return
        batch = _open_batch(report, options)
        prepared.post(batch.id, progress)
    report.state, report.batch, report.posted_at = State.POSTED, batch.id, options.now


def _count(report: Report, prepared: Prepared, findings: Findings, warnings: Findings) -> None:
    report.new, report.corrected = prepared.new, prepared.corrected
    report.same += prepared.same
    report.rejected = len(findings.rows())
    report.warned = findings.without_found(warnings.frame())["row"].n_unique()


def _open_batch(report: Report, options: Options) -> Batch:
    return Batch.objects.create(
        kind=report.kind,
        digest=report.digest,
        file_name=report.path.name[:255],
        note=options.note,
        posted_at=options.now,
        rows_read=report.read,
        rows_new=report.new,
        rows_corrected=report.corrected,
        rows_same=report.same,
        rows_rejected=report.rejected,
        rows_warned=report.warned,
    )


def _write_findings(report: Report, findings: Findings, warnings: Findings, first_line: int) -> None:
    found, told = findings.frame(), findings.without_found(warnings.frame())
    report.findings, report.warnings = _by_code(found), _by_code(told)
    report.rejects_file = write_beside(report.path, "rejects", found, first_line)
    report.warnings_file = write_beside(report.path, "warnings", told, first_line)


def _by_code(found: pl.DataFrame) -> dict[str, int]:
    return dict(found.group_by("code").len().sort("len", descending=True).iter_rows())
