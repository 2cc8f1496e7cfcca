"""What an import did, for a person or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from vssid.apps.intake.services import Report, State

if TYPE_CHECKING:
    from vssid.project.imports.running import Outcome


def print_summary(outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(_document(outcome), ensure_ascii=False, indent=1))
        return
    for report in outcome.reports:
        for line in _lines(report):
            click.echo(line)
    for _, problem in outcome.refused:
        click.echo(problem.english(), err=True)


def _lines(report: Report) -> Iterator[str]:
    name = report.path.name
    if report.state is State.ALREADY_POSTED:
        yield f"{name}: already posted as batch {report.batch} on {report.posted_at:%Y-%m-%d}: nothing to do."
        return
    counts = (
        f"{report.new:,} new, {report.corrected:,} corrected, {report.same:,} unchanged,"
        f" {report.rejected:,} rejected"
    )
    what = {
        State.POSTED: f"posted as batch {report.batch}",
        State.DRY_RUN: "checked only",
        State.NOTHING_POSTED: "nothing posted",
    }
    yield f"{name}: {what[report.state]}. {counts} of {report.read:,} rows."
    if report.rejects_file:
        yield f"  rejected: {_by_code(report.findings)}. See {report.rejects_file}"
    if report.warnings_file:
        yield f"  worth a look, posted all the same: {_by_code(report.warnings)}. See {report.warnings_file}"


def _by_code(counts: dict[str, int]) -> str:
    return ", ".join(f"{code} {count:,}" for code, count in counts.items())


def _document(outcome: Outcome) -> dict[str, Any]:
    return {
        "exit_code": outcome.exit_code,
        "files": [_file(report) for report in outcome.reports]
        + [
            {"path": str(path), "state": "refused", "code": problem.code, "message": problem.english()}
            for path, problem in outcome.refused
        ],
    }


def _file(report: Report) -> dict[str, Any]:
    return {
        "path": str(report.path),
        "kind": report.kind,
        "digest": report.digest,
        "state": report.state.value,
        "batch": report.batch,
        "posted_at": report.posted_at.isoformat() if report.posted_at else None,
        "rows": {
            "read": report.read,
            "new": report.new,
            "corrected": report.corrected,
            "same": report.same,
            "rejected": report.rejected,
            "warned": report.warned,
        },
        "findings": report.findings,
        "warnings": report.warnings,
        "rejects_file": str(report.rejects_file) if report.rejects_file else None,
        "warnings_file": str(report.warnings_file) if report.warnings_file else None,
    }
