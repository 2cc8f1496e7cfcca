"""Files in order, one after the other; one that cannot be read does not stop the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.conf import settings

from vssid.apps.intake.errors import Unreadable
from vssid.apps.intake.files import find_deliveries
from vssid.apps.intake.services import Options, Report, TakenBack, import_file, undo_batch
from vssid.apps.intake.staging import Staging
from vssid.project.imports.bar import ImportBar
from vssid.project.imports.kinds import import_kinds


@dataclass
class Outcome:
    """What became of every file; ``refused`` are those of which nothing could be read."""

    reports: list[Report] = field(default_factory=list)
    refused: list[tuple[Path, Unreadable]] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0: all posted, 2: lines rejected or a file refused, 3: nothing could be read."""
        if not self.reports:
            return 3
        return 2 if self.refused or any(report.rejected for report in self.reports) else 0


def run_imports(paths: Sequence[Path], options: Options, *, shown: bool) -> Outcome:
    """Imports every file of ``paths``; raises ImportRunning."""
    deliveries, refused = find_deliveries(paths, import_kinds())
    outcome = Outcome(refused=refused)
    staging = Staging(settings.HOME / "staging")
    with staging.alone(), ImportBar(shown=shown) as bar:
        for delivery in deliveries:
            bar.begin_file(delivery.path.name)
            try:
                report = import_file(delivery, options=options, staging=staging, progress=bar)
                outcome.reports.append(report)
            except Unreadable as problem:
                outcome.refused.append((delivery.path, problem))
    return outcome


def take_back(batch: int, *, now: datetime) -> TakenBack:
    """Undoes one batch; raises UnknownBatch, AlreadyUndone, BuiltUpon or ImportRunning."""
    with Staging(settings.HOME / "staging").alone():
        return undo_batch(batch, kinds=import_kinds(), now=now)
