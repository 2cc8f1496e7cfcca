"""From a sheet of text to typed rows: every rule that needs nothing but the file and the catalogues."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import polars as pl

from vssid.apps.intake.checks import RowCheck
from vssid.apps.intake.columns import Catalogue, Column, Persons
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.kinds import Layout
from vssid.apps.intake.progress import Progress
from vssid.apps.intake.readings import Reading
from vssid.apps.intake.readings.writing import as_delivered
from vssid.apps.intake.repeats import drop_repeats
from vssid.apps.intake.sheets import Sheet
from vssid.domain.values.problem import Problem


@dataclass
class Checked:
    """``rows``: ``row`` and the table's columns of sound rows. ``repeated``: lines said twice alike."""

    rows: pl.DataFrame
    repeated: int


def check(sheet: Sheet, kind: Layout, findings: Findings, warnings: Findings, progress: Progress) -> Checked:
    """Types, required values, references, rules within a row, repeated keys; every finding is kept."""
    progress.begin("check", sheet.frame.height * len(kind.columns))
    typed = sheet.frame.select("row")
    for column in kind.columns:
        typed = typed.with_columns(_values(sheet, column, findings).alias(column.stored))
        if column.name in sheet.delivered:
            sheet.frame.drop_in_place(column.name)
        progress.advance(sheet.frame.height)
    for rule in kind.checks:
        _find_broken(typed, rule, kind, findings)
    sound = findings.without_found(typed)
    rows, repeated = drop_repeats(sound, kind, findings)
    for rule in kind.warnings:
        _find_broken(rows, rule, kind, warnings)
    return Checked(rows, repeated)


def _values(sheet: Sheet, column: Column, findings: Findings) -> pl.Series:
    """The typed values of one column; null where unknown, missing or wrong."""
    rows = sheet.frame["row"]
    if column.name not in sheet.frame.columns:
        dtype = pl.Int64() if isinstance(column.refers_to, Persons) else column.reading.dtype
        return pl.Series(column.stored, [None], dtype=dtype).new_from_index(0, len(rows))
    texts = sheet.frame[column.name]
    if column.required:
        empty = texts.is_null()
        findings.add(
            rows.filter(empty),
            column.name,
            texts.filter(empty),
            "required",
            "This is empty and every line needs it. Enter a value.",
        )
    values = _read(column.name, column.reading, rows, texts, findings)
    if isinstance(column.refers_to, Catalogue):
        _check_known(column.name, column.refers_to, rows, values, findings)
    elif isinstance(column.refers_to, Persons):
        values = _person_ids(column.name, column.refers_to, rows, values, findings)
    return values


def _read(name: str, reading: Reading, rows: pl.Series, texts: pl.Series, findings: Findings) -> pl.Series:
    """All at once for usual texts, one by one for each other text that occurs."""
    values = texts.to_frame("text").select(reading.quick(pl.col("text")).cast(reading.dtype)).to_series()
    doubtful = texts.is_not_null() & values.is_null()
    if not doubtful.any():
        return values
    answers = _read_slowly(texts.filter(doubtful).unique(), reading)
    asked = pl.DataFrame({"row": rows, "text": texts, "value": values, "doubtful": doubtful})
    answered = asked.join(answers, on="text", how="left", maintain_order="left")
    wrong = answered.filter(pl.col("doubtful") & pl.col("code").is_not_null())
    findings.add(wrong["row"], name, wrong["text"], wrong["code"], wrong["message"])
    return answered.select(pl.coalesce("value", "answer")).to_series()


def _read_slowly(texts: pl.Series, reading: Reading) -> pl.DataFrame:
    """``text, answer, code, message`` of each text: an answer, or what is wrong."""
    answers: list[object] = []
    codes: list[str | None] = []
    messages: list[str | None] = []
    for text in texts:
        try:
            answers.append(reading.slow(text))
            codes.append(None)
            messages.append(None)
        except Problem as problem:
            answers.append(None)
            codes.append(problem.code)
            messages.append(problem.english())
    return pl.DataFrame(
        {"text": texts, "answer": answers, "code": codes, "message": messages},
        schema={"text": pl.String, "answer": reading.dtype, "code": pl.String, "message": pl.String},
    )


def _check_known(
    name: str, catalogue: Catalogue, rows: pl.Series, values: pl.Series, findings: Findings
) -> None:
    asked = values.drop_nulls().unique()
    known = catalogue.known(asked.to_list()) if len(asked) else []
    unknown = asked.filter(~asked.is_in(list(known)))
    if not len(unknown):
        return
    wrong = values.is_in(unknown.implode()).fill_null(value=False)
    findings.add(
        rows.filter(wrong),
        name,
        values.filter(wrong),
        "unknown_reference",
        f"This is not in the records of {catalogue.kind}. Import it first, or correct the code.",
    )


def _person_ids(
    name: str, persons: Persons, rows: pl.Series, numbers: pl.Series, findings: Findings
) -> pl.Series:
    """The person each number leads to; a number that leads to nobody, or to several, is found."""
    found = persons.find(numbers.drop_nulls().unique())
    people = found.group_by("number").agg(
        pl.col("person_id").n_unique().alias("many"), pl.col("person_id").min()
    )
    asked = pl.DataFrame({"row": rows, "number": numbers})
    answered = asked.join(people, on="number", how="left", maintain_order="left")
    nobody = answered.filter(pl.col("number").is_not_null() & pl.col("many").is_null())
    findings.add(
        nobody["row"],
        name,
        nobody["number"],
        "unknown_reference",
        "Nobody on record has this number. Import the person first, or correct the number.",
    )
    several = answered.filter(pl.col("many") > 1)
    findings.add(
        several["row"],
        name,
        several["number"],
        "ambiguous_person",
        "Two people on record have this number, as different kinds of number. Use another of their numbers.",
    )
    return answered.select(pl.when(pl.col("many") == 1).then("person_id")).to_series()


def _find_broken(rows: pl.DataFrame, rule: RowCheck, kind: Layout, findings: Findings) -> None:
    wrong = rows.filter(rule.broken)
    column = kind.column(rule.column)
    values = as_delivered(column.reading, wrong[rule.column])
    findings.add(wrong["row"], column.name, values, rule.code, rule.sentence)


def columns_of(kind: Layout, names: Collection[str]) -> list[str]:
    """The table's columns of the delivered columns ``names``."""
    return [column.stored for column in kind.columns if column.name in names]
