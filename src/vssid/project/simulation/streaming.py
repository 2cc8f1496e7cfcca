"""A Parquet population through a rule, batch by batch: what is in memory does not grow with the people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from polars.io.plugins import register_io_source

from vssid.domain.law.engine.exact import Whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.simulation.comparing import Comparison
from vssid.domain.law.simulation.question import Column, Question, answered, refuse_without
from vssid.domain.values.problem import Problem, marked
from vssid.project.simulation.columns import column, offered
from vssid.project.simulation.groups import groupings
from vssid.project.simulation.reading import count, reading, schema_of

BATCH = 50_000
"""People at a time. Read by slices: the reader that runs ahead keeps more of a longer file in memory."""


class ColumnsTaken(Problem):
    code = "columns_taken"
    sentence = marked("%(names)s: the file has columns of these names, which results have too. Rename them.")


class TooLarge(Problem):
    code = "too_large"
    sentence = marked(
        "What follows from lines %(first)s to %(last)s is too large to be reckoned exactly. "
        "Check the amounts there, and the figures changed."
    )


@dataclass(frozen=True, slots=True)
class Run:
    """``laws``: the law, or the law before and after: as changed, or of another day. ``result``: the column
    that is compared. ``after``: how the columns of the second law end.
    """

    question: Question
    laws: tuple[Law, ...]
    result: str
    after: str = "changed"


def stream(
    run: Run, people: Path, out: Path, *, progress: Callable[[int], None] = lambda _done: None
) -> Comparison:
    """Answers for everybody in ``people`` into ``out``: its columns, then the results.

    With two laws the results of the second stand beside the first as ``<name>_<after>``. A file may hold
    ``sex`` for ``female``, and ``average`` for the exact pair of an average.

    Raises NotParquet, MissingColumns, ColumnsTaken, TooLarge, what :func:`column` and what the rule refuses.
    """
    schema = schema_of(people)
    names = offered(schema.names())
    refuse_without(run.question, names)
    _refuse_taken(run, schema.names())
    sources = {name: run.question.source(name, names) for name in run.question.rule.inputs}
    told = Comparison()

    def answers_of() -> Iterator[pl.DataFrame]:
        for at, batch in _batches(people):
            columns = {
                name: column(batch, source, name, at + 1) for name, source in sources.items() if source
            }
            answers = _answers(run, columns, at, batch.height)
            told.add(answers[0][run.result], answers[-1][run.result], groupings(batch, run.laws[0].on))
            yield batch.with_columns(*_results(answers, run.after))
            progress(told.whole.people)

    results = dict.fromkeys(_names(run), pl.Int64)
    source = register_io_source(
        lambda _columns, _where, _rows, _size: answers_of(), schema={**schema, **results}
    )
    source.sink_parquet(out, compression="zstd", compression_level=1, row_group_size=BATCH)
    return told


def _batches(people: Path) -> Iterator[tuple[int, pl.DataFrame]]:
    """Each with the number of lines before it."""
    lines = pl.scan_parquet(people, glob=False)
    for at in range(0, count(people), BATCH):
        with reading(people):
            batch = lines.slice(at, BATCH).collect()
        yield at, batch


def _answers(run: Run, columns: Mapping[str, Column], before: int, people: int) -> list[dict[str, Whole]]:
    """By each law. ``before``: lines of the file before these."""
    try:
        return [_of_each(answered(run.question, law, columns), people) for law in run.laws]
    except OverflowError as error:
        raise TooLarge(first=before + 1, last=before + people) from error


def _refuse_taken(run: Run, columns: Collection[str]) -> None:
    """What a rule reads and gives under one name comes out as it went in."""
    taken = [name for name in _names(run) if name in columns and name not in run.question.rule.inputs]
    if taken:
        raise ColumnsTaken(field=taken[0], names=", ".join(taken))


def _names(run: Run) -> list[str]:
    names = run.question.rule.results
    return [*names, *(f"{name}_{run.after}" for name in names if len(run.laws) > 1)]


def _of_each(answer: dict[str, Whole], people: int) -> dict[str, Whole]:
    return {name: np.broadcast_to(value, people).astype(np.int64) for name, value in answer.items()}


def _results(answers: list[dict[str, Whole]], after: str) -> Iterator[pl.Series]:
    for answer, suffix in zip(answers, ("", f"_{after}"), strict=False):
        for name, value in answer.items():
            yield pl.Series(f"{name}{suffix}", value)
