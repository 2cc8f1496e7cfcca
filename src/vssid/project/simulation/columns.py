"""The columns of a population as a rule reads them. What is missing or cannot be meant is refused by line."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import polars as pl

from vssid.domain.law.catalogue import quantities
from vssid.domain.law.engine.exact import Truth, Whole
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.shared.averages import known
from vssid.domain.law.simulation.bounds import Bounds, of_input
from vssid.domain.law.simulation.question import Column
from vssid.domain.values.problem import Problem, marked

_SEXES = {"female": True, "male": False}
_OF_AVERAGE = ("average_total", "average_months")


class WrongColumn(Problem):
    code = "wrong_column"
    sentence = marked("The column %(name)s holds %(found)s. Write whole numbers.")


class NoTruths(WrongColumn):
    sentence = marked("The column %(name)s holds %(found)s. Write true or false.")


class ValueMissing(Problem):
    code = "value_missing"
    sentence = marked("The column %(name)s is empty in line %(line)s. Fill it in, or leave the line out.")


class ValueOutOfBounds(Problem):
    code = "value_out_of_bounds"
    sentence = marked(
        "The column %(name)s holds %(value)s in line %(line)s. "
        "Write a whole number from %(lowest)s to %(highest)s."
    )


class UnknownChoice(Problem):
    code = "unknown_choice"
    sentence = marked("The column %(name)s holds %(value)s in line %(line)s. Write one of: %(known)s.")


def offered(names: Sequence[str]) -> list[str]:
    """The names of a file's columns, and those of the inputs that they stand for."""
    standing = [
        *(["female"] if "sex" in names else []),
        *(_OF_AVERAGE if _stands_for_an_average(names) else []),
    ]
    return [*names, *(name for name in standing if name not in names)]


def column(batch: pl.DataFrame, source: str, name: str, first: int) -> Column:
    """The input ``name`` of a rule from the column ``source``, one of those offered. ``first``: the line of
    the file with which the batch begins, from 1.

    Raises WrongColumn, ValueMissing, ValueOutOfBounds, UnknownChoice by the columns that the file has.
    """
    if source == "female" and source not in batch.columns:
        return _women(batch["sex"], first)
    if source in _OF_AVERAGE and _stands_for_an_average(batch.columns):
        exact = known(_numbers(batch["average"], of_input("average"), first))
        return exact.average_total if source == "average_total" else exact.average_months
    if quantities()[name].unit is Unit.YES_NO:
        return _truths(batch[source], first)
    return _numbers(batch[source], of_input(name), first)


def women(sexes: pl.Series) -> pl.Series:
    """Truths of ``female`` and ``male``; null of everything else."""
    return sexes.cast(pl.String, strict=False).replace_strict(_SEXES, default=None, return_dtype=pl.Boolean)


def _stands_for_an_average(names: Sequence[str]) -> bool:
    return "average" in names and "average_total" not in names


def _women(sexes: pl.Series, first: int) -> Truth:
    _refuse_missing(sexes, first)
    found = women(sexes)
    if found.null_count():
        at = _first_of(found.is_null())
        raise _no_choice(sexes, at, first, list(_SEXES))
    return found.to_numpy()


def _truths(series: pl.Series, first: int) -> Truth:
    """Also written as 0 and 1, on which a rule could not say ``not``."""
    if series.dtype == pl.Boolean:
        _refuse_missing(series, first)
        return series.to_numpy()
    if not series.dtype.is_integer():
        raise NoTruths(field=series.name, name=series.name, found=series.dtype)
    return _numbers(series, Bounds(0, 1), first).astype(np.bool_)


def _numbers(series: pl.Series, bounds: Bounds, first: int) -> Whole:
    if not series.dtype.is_integer():
        raise WrongColumn(field=series.name, name=series.name, found=series.dtype)
    _refuse_missing(series, first)
    values = series.to_numpy()
    # before they are of 64 bits with a sign, which not all of them may fit into
    beyond = (values < bounds.lowest) | (values > bounds.highest)
    if beyond.any():
        at = int(beyond.argmax())
        raise ValueOutOfBounds(
            field=series.name,
            name=series.name,
            value=series[at],
            line=first + at,
            lowest=bounds.lowest,
            highest=bounds.highest,
        )
    if bounds.codes:
        _refuse_codes(series, bounds.codes, first)
    return values.astype(np.int64, copy=False)


def _refuse_codes(series: pl.Series, codes: Collection[int], first: int) -> None:
    strange = ~np.isin(series.to_numpy(), list(codes))
    if strange.any():
        raise _no_choice(series, int(strange.argmax()), first, sorted(codes))


def _refuse_missing(series: pl.Series, first: int) -> None:
    if series.null_count():
        raise ValueMissing(field=series.name, name=series.name, line=first + _first_of(series.is_null()))


def _no_choice(series: pl.Series, at: int, first: int, choices: Sequence[object]) -> UnknownChoice:
    return UnknownChoice(
        field=series.name,
        name=series.name,
        value=series[at],
        line=first + at,
        known=", ".join(map(str, choices)),
    )


def _first_of(truths: pl.Series) -> int:
    return truths.arg_max() or 0
