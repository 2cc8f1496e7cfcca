"""Where checkpoints are kept a second time: files of lines, one a month, only ever appended to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vssid.apps.audit.checkpoints import SignedHeads


@dataclass(frozen=True, slots=True)
class SecondCopy:
    """``folder``: on another disk or host, writable by the worker alone."""

    folder: Path

    def append(self, checkpoints: Iterable[SignedHeads]) -> None:
        """Adds and flushes to disk, one checkpoint at a time."""
        for checkpoint in checkpoints:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._file(checkpoint.at).open("ab") as file:
                file.write(checkpoint.as_line() + b"\n")
                file.flush()
                os.fsync(file.fileno())

    def last(self) -> SignedHeads | None:
        files = sorted(self.folder.glob("*.jsonl"))
        lines = files[-1].read_bytes().splitlines() if files else []
        return SignedHeads.from_line(lines[-1]) if lines else None

    def lines(self) -> Iterator[tuple[str, bytes]]:
        """Every line, oldest first, with its place (file and line number)."""
        for path in sorted(self.folder.glob("*.jsonl")):
            for number, line in enumerate(path.read_bytes().splitlines(), start=1):
                yield f"{path.name}:{number}", line

    def _file(self, at: datetime) -> Path:
        return self.folder / f"{at.astimezone(UTC):%Y-%m}.jsonl"
