"""A Parquet population through a rule, batch by batch: what is in memory does not grow with the people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from polars.io.plugins import register_io_source

from vssid.domain.law.engine.exact import Whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.shared.averages import HUNDREDTHS
from vssid.domain.law.simulation.comparing import Comparison
from vssid.domain.law.simulation.question import Column, Question, answered, refuse_without
from vssid.domain.values.problem import Problem, marked
from vssid.project.simulation.groups import groupings

BATCH = 50_000
"""People at a time. Read by slices: the reader that runs ahead keeps more of a longer file in memory."""


class WrongColumn(Problem):
    code = "wrong_column"
    sentence = marked("The column %(name)s holds %(found)s. Write whole numbers or truths, none missing.")


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

    Raises MissingColumns, WrongColumn, and what the rule refuses.
    """
    lines = pl.scan_parquet(people, glob=False)
    schema = lines.collect_schema()
    readable = _readable(pl.DataFrame(schema=schema)).columns
    refuse_without(run.question, readable)
    sources = {name: run.question.source(name, readable) for name in run.question.rule.inputs}
    told = Comparison()

    def answers_of() -> Iterator[pl.DataFrame]:
        for at in range(0, count(people), BATCH):
            batch = lines.slice(at, BATCH).collect()
            people_read = _readable(batch)
            columns = {name: _column(people_read[source]) for name, source in sources.items() if source}
            answers = [_of_each(answered(run.question, law, columns), batch.height) for law in run.laws]
            told.add(answers[0][run.result], answers[-1][run.result], groupings(people_read, run.laws[0].on))
            yield batch.with_columns(*_results(answers, run.after))
            progress(told.whole.people)

    results = dict.fromkeys(_names(run), pl.Int64)
    source = register_io_source(
        lambda _columns, _where, _rows, _size: answers_of(), schema={**schema, **results}
    )
    source.sink_parquet(out, compression="zstd", compression_level=1, row_group_size=BATCH)
    return told


def count(people: Path) -> int:
    """How many lines a Parquet file has."""
    lines: int = pl.scan_parquet(people, glob=False).select(pl.len()).collect().item()
    return lines


def _names(run: Run) -> list[str]:
    names = run.question.rule.results
    return [*names, *(f"{name}_{run.after}" for name in names if len(run.laws) > 1)]


def _of_each(answer: dict[str, Whole], people: int) -> dict[str, Whole]:
    return {name: np.broadcast_to(value, people).astype(np.int64) for name, value in answer.items()}


def _results(answers: list[dict[str, Whole]], after: str) -> Iterator[pl.Series]:
    for answer, suffix in zip(answers, ("", f"_{after}"), strict=False):
        for name, value in answer.items():
            yield pl.Series(f"{name}{suffix}", value)


def _readable(batch: pl.DataFrame) -> pl.DataFrame:
    """With the columns rules read for those that people write."""
    if "sex" in batch.columns and "female" not in batch.columns:
        sexes = (
            pl.col("sex")
            .cast(pl.String)
            .replace_strict({"female": True, "male": False}, default=None, return_dtype=pl.Boolean)
        )
        batch = batch.with_columns(sexes.alias("female"))
    if "average" in batch.columns and "average_total" not in batch.columns:
        of_one = pl.lit(1, pl.Int64).alias("average_months")
        batch = batch.with_columns((pl.col("average") * HUNDREDTHS).alias("average_total"), of_one)
    return batch


def _column(series: pl.Series) -> Column:
    if series.null_count() or not (series.dtype.is_integer() or series.dtype == pl.Boolean):
        raise WrongColumn(name=series.name, found=f"{series.dtype}, {series.null_count()} missing")
    if series.dtype == pl.Boolean:
        return series.to_numpy()
    return series.cast(pl.Int64).to_numpy()
