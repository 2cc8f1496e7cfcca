"""A population in the import format as the table the pension's rules read: one line a person with
months paid.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from vssid.domain.law.benefits.pension.amount import letters_with_floor
from vssid.domain.law.benefits.pension.formula import has_floor
from vssid.domain.law.engine.exact import Truth
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.averages import average
from vssid.domain.law.shared.career_lines import Lines, Scale, totals
from vssid.domain.values.problem import NotFound, marked
from vssid.project.simulation.reading import reading
from vssid.project.simulation.writing import refuse_places, replacing

_SCALES = {"employer": int(Scale.EMPLOYER), "state": int(Scale.STATE), "voluntary": int(Scale.VOLUNTARY)}
_UNSAID = "a"
"""The letter of who has none on record: employees with a contract, the most by far."""


class NoPopulation(NotFound):
    code = "no_population"
    sentence = marked("There are no files people-*.parquet and spells-*.parquet in %(folder)s.")


def prepare(folder: Path, out: Path, *, on: date) -> int:
    """Writes the table and says how many people are in it. Wages are adjusted and State scales counted as on
    ``on``; paid and credited months of the social-insurance fund count.

    Raises NoPopulation, NotParquet, what :func:`refuse_places` refuses, CannotWrite.
    """
    files = [sorted(folder.glob(f"{kind}-*.parquet")) for kind in ("people", "spells")]
    if not all(files):
        raise NoPopulation(folder=folder)
    refuse_places({file.name: file for kind in files for file in kind}, {"--out": out})
    with replacing(out) as part:
        return _prepare(folder, part, on)


def _prepare(folder: Path, out: Path, on: date) -> int:
    with reading(folder):
        spells = _spells(folder)
        people = _people(folder, spells)
    spells = spells.join(people.select("insurance_number", "person"), on="insurance_number").sort(
        "person", "month"
    )
    law = Law(on, parameter)
    lines = _lines(spells)
    added = totals(law, lines, people=people.height)
    mean = average(law, **added._asdict())
    months = added.employer_months + added.state_months + added.voluntary_months
    compulsory = months - added.voluntary_months
    floored = has_floor(
        law, letters=_with_floor(people["group_letter"], on), joined=people["joined"].to_numpy()
    )
    people.select(
        "insurance_number",
        "female",
        "birth_month",
        "province_code",
        pl.Series("months", months),
        pl.Series("months_compulsory", compulsory),
        pl.Series("early_months", np.zeros_like(months)),
        pl.Series("average_total", mean.average_total),
        pl.Series("average_months", mean.average_months),
        pl.Series("floored", floored),
    ).write_parquet(out, compression="zstd", row_group_size=250_000)
    return people.height


def _spells(folder: Path) -> pl.DataFrame:
    """One line a spell with a wage, months as :class:`~vssid.domain.values.months.Month` counts them."""
    return (
        pl.scan_parquet(folder / "spells-*.parquet")
        .filter(
            (pl.col("fund") == "bhxh")
            & pl.col("status").is_in(["paid", "credited"])
            & pl.col("salary").is_not_null()
        )
        .select(
            "insurance_number",
            _month("from_month").alias("month"),
            (_month("to_month") - _month("from_month") + 1).alias("months"),
            pl.col("scale").replace_strict(_SCALES, default=int(Scale.EMPLOYER), return_dtype=pl.Int64),
            pl.col("salary").alias("wage"),
            (pl.col("coefficient").cast(pl.Float64) * 1000).round().cast(pl.Int64).fill_null(0),
            pl.col("group_letter").str.strip_chars().replace("", None),
        )
        .collect()
    )


def _people(folder: Path, spells: pl.DataFrame) -> pl.DataFrame:
    """Those who have a spell and a birth date, numbered."""
    first = spells.group_by("insurance_number").agg(pl.col("month").min().alias("joined"))
    born = pl.col("birth_date").cast(pl.String)
    return (
        pl.scan_parquet(folder / "people-*.parquet")
        .filter(pl.col("birth_date").is_not_null() & pl.col("sex").is_not_null())
        .select(
            "insurance_number",
            (pl.col("sex") == "female").alias("female"),
            (12 * born.str.slice(0, 4).cast(pl.Int64) + _month_of_birth(born)).alias("birth_month"),
            "province_code",
        )
        .collect()
        .join(first, on="insurance_number")
        .join(_letters(spells), on="insurance_number", how="left")
        .with_columns(pl.col("group_letter").fill_null(_UNSAID))
        .sort("insurance_number")
        .with_row_index("person")
    )


def _letters(spells: pl.DataFrame) -> pl.DataFrame:
    """Of each the letter of the latest compulsory month that has one, in whatever order spells are written;
    of two such months the later letter.
    """
    return (
        spells.filter((pl.col("scale") != Scale.VOLUNTARY) & pl.col("group_letter").is_not_null())
        .sort(pl.col("month") + pl.col("months"), "group_letter")
        .group_by("insurance_number", maintain_order=True)
        .agg(pl.col("group_letter").last())
    )


def _with_floor(letters: pl.Series, on: date) -> Truth:
    with_floor = [one for one in letters.unique() if letters_with_floor(on, one)]
    return letters.is_in(with_floor).to_numpy()


def _month_of_birth(born: pl.Expr) -> pl.Expr:
    """0 for January, which stands for an unknown month (Decree 158/2025/NĐ-CP art. 12(2))."""
    return born.str.slice(5, 2).cast(pl.Int64, strict=False).fill_null(1) - 1


def _lines(spells: pl.DataFrame) -> Lines:
    columns = ("person", "month", "months", "scale", "wage", "coefficient")
    return Lines(*(spells[name].cast(pl.Int64).to_numpy() for name in columns))


def _month(name: str) -> pl.Expr:
    text = pl.col(name)
    return text.str.slice(0, 4).cast(pl.Int64) * 12 + text.str.slice(5, 2).cast(pl.Int64) - 1
