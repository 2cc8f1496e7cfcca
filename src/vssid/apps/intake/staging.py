"""Checked rows wait in a file until they are posted; one import at a time on a machine."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from vssid.apps.intake.errors import ImportRunning


@dataclass(frozen=True, slots=True)
class Staging:
    folder: Path

    def put(self, name: str, rows: pl.DataFrame) -> Path:
        path = self.folder / f"{name}.parquet"
        rows.write_parquet(path, compression="lz4", statistics=False)
        return path

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Holds the folder for this process; raises ImportRunning. What a killed import left is removed.

        The system gives the lock back when the process ends, however it ends.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise ImportRunning from error
            self._clear()
            try:
                yield
            finally:
                self._clear()

    def _clear(self) -> None:
        for leftover in self.folder.glob("*.parquet"):
            leftover.unlink()
