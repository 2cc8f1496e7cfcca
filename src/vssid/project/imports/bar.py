"""The progress bar of an import: the file, the step, rows a second and the time left."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed or 0:>10,.0f} rows/s")


class ImportBar:
    """Draws on standard error; silent when that is no terminal, or not ``shown``."""

    def __init__(self, *, shown: bool) -> None:
        columns = (
            TextColumn("{task.fields[file]:<28}"),
            TextColumn("{task.description:<8}"),
            BarColumn(),
            _Rate(),
            TimeRemainingColumn(),
        )
        console = Console(stderr=True)
        self._bar = Progress(
            *columns, console=console, disable=not (shown and console.is_terminal), transient=True
        )
        self._task = self._bar.add_task("", file="", total=None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def begin_file(self, name: str) -> None:
        self._bar.reset(self._task, description="read", total=None, file=name)

    def begin(self, step: str, total: int) -> None:
        self._bar.reset(self._task, description=step, total=max(total, 1))

    def advance(self, rows: int) -> None:
        self._bar.advance(self._task, rows)
