"""``vssid law check`` and ``vssid law compute``: worked cases, and one computation with its steps."""

from __future__ import annotations

import gettext
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from gettext import NullTranslations
from importlib import resources
from pathlib import Path
from typing import Any, BinaryIO

import click

from vssid.domain.law.case_files import inputs as read_inputs
from vssid.domain.law.cases import Outcome, Verdict, compute, verdicts
from vssid.domain.law.catalogue import quantities
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.trace import Figure, Step, Trace
from vssid.domain.values.months import Month
from vssid.domain.values.problem import Problem
from vssid.domain.values.rates import percent
from vssid.kit import clock

LOCALE = Path(str(resources.files("vssid"))) / "locale"


@click.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def check_command(files: tuple[Path, ...], as_json: bool) -> None:
    """Runs worked cases, one line a case. Exit 1 when one fails or cannot be answered, or a file not read."""
    counts: Counter[Outcome] = Counter()
    broken = False
    for file in files:
        try:
            for verdict in verdicts(file.read_bytes(), today=clock.today()):
                counts[verdict.outcome] += 1
                click.echo(_as_json(verdict) if as_json else _as_line(verdict))
        except (Problem, OSError) as problem:
            broken = True
            click.echo(f"Error: {file}: {problem}", err=True)
    if not as_json:
        told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
        click.echo(f"{counts.total()} cases: {told}")
    if broken or counts[Outcome.PASS] != counts.total() or not counts:
        sys.exit(1)


@click.command("compute")
@click.argument("regime")
@click.option(
    "--as-of", "as_of", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The law of this day."
)
@click.option("--inputs", required=True, type=click.File("rb"), help="YAML or JSON; - reads stdin.")
@click.option("--lang", default="en", help="Language of the words: en, vi, zh-hans, ko, ja.")
@click.option("--json", "as_json", is_flag=True, help="The answer and its steps as one JSON object.")
def compute_command(regime: str, as_of: datetime, inputs: BinaryIO, lang: str, as_json: bool) -> None:
    """Computes a REGIME and shows its steps: rule, article, inputs, result."""
    trace = Trace()
    try:
        result = compute(regime, read_inputs(inputs.read()), as_of=as_of.date(), trace=trace)
    except Problem as problem:
        raise click.ClickException(problem.english()) from problem
    if as_json:
        answer = {"regime": regime, "as_of": as_of.date(), "result": result, "steps": _steps(trace)}
        click.echo(json.dumps(_months_as_text(answer), default=_written, ensure_ascii=False, indent=2))
        return
    for line in _told(result, trace, _words(lang)):
        click.echo(line)


def _words(language: str) -> NullTranslations:
    """A catalogue read without the settings: computing needs neither database nor keys."""
    name = {"zh-hans": "zh_Hans"}.get(language, language)
    return gettext.translation("django", str(LOCALE), [name], fallback=True)


def _as_line(verdict: Verdict) -> str:
    if verdict.outcome is Outcome.UNSUPPORTED:
        return f"{verdict.outcome} {verdict.id}  {verdict.why}"
    notes = f"  not judged {_short(verdict.notes)}" if verdict.notes else ""
    compared = f"expected {_short(verdict.expected)}  got {_short(verdict.got)}"
    return f"{verdict.outcome} {verdict.id}  {compared}{notes}"


def _as_json(verdict: Verdict) -> str:
    fields = {name: getattr(verdict, name) for name in ("id", "regime", "outcome", "expected", "got", "why")}
    return json.dumps(_months_as_text(fields), default=_written, ensure_ascii=False)


def _short(values: Mapping[str, Any]) -> str:
    return json.dumps(_months_as_text(values), default=_written, ensure_ascii=False)


def _steps(trace: Trace) -> list[dict[str, Any]]:
    return [
        {
            "rule": step.rule,
            "words": step.words,
            "article": step.article,
            "since": step.since,
            "inputs": step.inputs,
            "result": step.result,
            "figures": [
                {"name": used.name, "key": used.key, "value": used.value, "since": used.entry.since}
                for used in step.used
            ],
        }
        for step in trace.flat()
    ]


def _told(result: Mapping[str, Any], trace: Trace, words: NullTranslations) -> Iterator[str]:
    for step in trace.flat():
        yield f"{words.gettext(step.words)}  [{step.article}]  {step.rule}"
        yield from (f"    {_named(name, value, words)}" for name, value in step.inputs.items())
        yield from (f"    {line}" for line in _figures(step))
        yield from (f"  = {_named(name, value, words)}" for name, value in step.result.items())
    for name, value in result.items():
        yield f"{name}: {json.dumps(_months_as_text(value), default=_written, ensure_ascii=False)}"


def _figures(step: Step) -> Iterator[str]:
    for used in step.used:
        key = "" if used.key is None else f"[{used.key}]"
        source = used.entry.sources[0]
        yield f"{used.name}{key} = {used.value:,}  ({source.passage})"


def _named(name: str, value: Figure, words: NullTranslations) -> str:
    quantity = quantities().get(name)
    if quantity is None:
        return f"{name}: {value}"
    word = None if isinstance(value, tuple) else quantity.words.get(value)
    if word is not None:
        return f"{words.gettext(quantity.label)}: {words.gettext(word)}"
    return f"{words.gettext(quantity.label)}: {_counted(quantity.unit, value, words)}"


def _counted(unit: Unit, value: Figure, words: NullTranslations) -> str:
    if isinstance(value, bool):
        return words.gettext("yes") if value else words.gettext("no")
    if isinstance(value, tuple):
        return ", ".join(_counted(unit, part, words) for part in value)
    match unit:
        case Unit.PPM:
            return f"{percent(value)} %"
        case Unit.MONTH:
            return str(Month(value))
        case Unit.DATE:
            return date.fromordinal(value).isoformat()
        case Unit.MONTHS:
            return _of_months(value, words)
        case Unit.YEARS:
            return _of_years(value, words)
        case Unit.HALF_YEARS:
            parts = {"years": _of_years(value // 2, words), "months": _of_months(value % 2 * 6, words)}
            return words.pgettext("a length of time", "%(years)s %(months)s") % parts
        case Unit.DONG:
            return f"{value:,} đ"
        case Unit.HUNDREDTHS_OF_DONG:
            return f"{value // 100:,}.{value % 100:02} đ"
    return f"{value:,} {unit}"


def _of_years(count: int, words: NullTranslations) -> str:
    return words.ngettext("%(count)d year", "%(count)d years", count) % {"count": count}


def _of_months(count: int, words: NullTranslations) -> str:
    return words.ngettext("%(count)d month", "%(count)d months", count) % {"count": count}


def _months_as_text(value: Any) -> Any:
    """A month is a whole number too, which JSON would write as such."""
    if isinstance(value, Month):
        return str(value)
    if isinstance(value, Mapping):
        return {name: _months_as_text(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_months_as_text(part) for part in value]
    return value


def _written(value: Any) -> Any:
    if isinstance(value, Fraction):
        return float(value)
    return str(value)
