"""Reads the inputs of a worked case: every key by its type, with an error that names the key and
the way out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NoReturn, TypeVar

from vssid.domain.law.engine import spellings
from vssid.domain.values.months import Month
from vssid.domain.values.problem import Problem, marked

_Time = TypeVar("_Time", date, Month)

Shape = Any
"""As the vocabulary writes it: a type's name, several joined by ``|``, or a map with ``type`` and what
belongs to it.
"""


class UnknownInput(Problem):
    code = "unknown_input"
    sentence = marked("%(regime)s takes no input called %(name)s. It takes: %(known)s.")


class WrongInput(Problem):
    code = "wrong_input"
    sentence = marked("%(name)s is %(value)s. Write %(wanted)s.")


class MissingInput(Problem):
    code = "missing_input"
    sentence = marked("%(regime)s needs %(name)s for this question. Add it.")


def understood(regime: str, shapes: Mapping[str, Shape], inputs: Mapping[Any, Any]) -> dict[str, Any]:
    """``inputs`` with months as :class:`Month`, numbers as exact fractions, dates as dates. A key with null
    is left out, but where the vocabulary names null it stays None. A key ``on`` without quotes, which YAML
    reads as true, is ``on``.

    Raises UnknownInput for a key that ``shapes`` lacks, WrongInput for a value of another type.
    """
    inputs = {"on" if name is True else name: value for name, value in inputs.items()}
    strangers = [name for name in inputs if name not in shapes]
    if strangers:
        raise UnknownInput(
            field=strangers[0], regime=regime, name=strangers[0], known=", ".join(sorted(shapes))
        )
    return {
        name: read_value(name, shapes[name], value)
        for name, value in inputs.items()
        if value is not None or _may_be_null(shapes[name])
    }


def mapped(name: str, value: Any) -> Mapping[Any, Any]:
    """A map of names and values, nothing for null; raises WrongInput for anything else."""
    return {} if value is None else _map(name, "map", value)


def read_value(name: str, shape: Shape, value: Any) -> Any:
    """One value by its shape; raises WrongInput, whose ``name`` is the path to it (``periods[2].start``)."""
    if value is None and _may_be_null(shape):
        return None
    alternatives = [one for one in kinds(shape) if one != "null"]
    if not alternatives:
        raise AssertionError(f"{name}: the vocabulary knows only null for it")
    for one in alternatives[:-1]:
        try:
            return _READERS[one](name, shape, value)
        except WrongInput:
            if one in {"list", "map"} and isinstance(value, list | dict):
                raise
    return _READERS[alternatives[-1]](name, shape, value)


def first_and_last(name: str, span: Sequence[_Time]) -> tuple[_Time, _Time]:
    """The ends of a span of days or months, both included; one may stand alone. Raises WrongInput."""
    if not span or len(span) > 2 or span[-1] < span[0]:
        said = ", ".join(map(str, span)) or "empty"
        raise _wrong(name, said, "the first and the last, in this order")
    return span[0], span[-1]


def kinds(shape: Shape) -> list[str]:
    """The types that a shape names."""
    kind: str = shape if isinstance(shape, str) else shape["type"]
    return kind.split("|")


def spelled(kind: str, value: Any) -> Any:
    """A number, an amount, a day, a month or a truth however it is written; as it is what ``kind`` does not
    read. A text is what stands there: ``010`` and ``10`` are two codes, and a day is no month.
    """
    if kind not in _SPELLED or (kind == "month" and spellings.day(_written(value))):
        return value
    try:
        return _READERS[kind]("", kind, value)
    except WrongInput:
        return value


def _may_be_null(shape: Shape) -> bool:
    return "null" in kinds(shape)


class _Part(dict[Any, Any]):
    """A map within the inputs; a key it lacks is asked for by the path to it."""

    def __init__(self, path: str, values: Mapping[Any, Any]) -> None:
        super().__init__(values)
        self._path = path

    def __missing__(self, key: Any) -> NoReturn:
        raise MissingInput(field=f"{self._path}.{key}", regime=self._path, name=key)


def _wrong(name: str, value: Any, wanted: str) -> WrongInput:
    return WrongInput(field=name, name=name, value=repr(value), wanted=wanted)


_TOO_MUCH = 10**12
"""đồng stay below, and what is counted in time or people at most ``_MOST_COUNTED``, the days of a century: so
nothing that is reckoned from them leaves 64 bits.
"""
_MOST_COUNTED = 36_600
_COUNTED = re.compile(r"(?:^|[._])(?:months|days|years|weeks|children|members|people)(?:_|\Z)")
"""Names of inputs that count months, days … or people."""
_YEARS = range(1900, 2200)
_OLDEST = 150
_FOUR_DIGITS = re.compile(r"[0-9]{4}\Z")


def _int(name: str, shape: Shape, value: Any) -> int:
    wanted = "a whole number from 0, such as 12"
    exact = _number(name, shape, value, wanted)
    if exact.denominator != 1 or (isinstance(value, str) and "%" in value):
        raise _wrong(name, value, wanted)
    if exact > _MOST_COUNTED and _COUNTED.search(name):
        raise _wrong(name, value, f"{wanted}, up to {_MOST_COUNTED}")
    return exact.numerator


def _dong(name: str, shape: Shape, value: Any) -> int:
    amount = spellings.dong(value) if isinstance(value, str) and "%" not in value else None
    if amount is None or amount.denominator != 1 or amount >= _TOO_MUCH:
        return _int(name, shape, value)
    return amount.numerator


def _number(name: str, shape: Shape, value: Any, wanted: str = "a number from 0, such as 0.45") -> Fraction:
    if isinstance(value, str):
        read = spellings.number(value)
        if read is None or read >= _TOO_MUCH:
            raise _wrong(name, value, wanted)
        return read
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < _TOO_MUCH:
        raise _wrong(name, value, wanted)
    return Fraction(str(value))


def _year(name: str, shape: Shape, value: Any) -> int:
    year = int(value) if isinstance(value, str) and _FOUR_DIGITS.match(value) else value
    if isinstance(year, bool) or year not in _YEARS:
        raise _wrong(name, value, "a year, such as 2026")
    return int(year)


def _age(name: str, shape: Shape, value: Any) -> int:
    wanted = "a whole number of years, up to 150"
    exact = _number(name, shape, value, wanted)
    if exact.denominator != 1 or exact > _OLDEST:
        raise _wrong(name, value, wanted)
    return exact.numerator


def _bool(name: str, shape: Shape, value: Any) -> bool:
    said = spellings.truth(value) if isinstance(value, str) else value
    if not isinstance(said, bool):
        raise _wrong(name, value, "true or false")
    return said


def _text(name: str, shape: Shape, value: Any) -> str:
    values = shape.get("values") if isinstance(shape, dict) else None
    if isinstance(value, list | dict | bool) or value is None:
        raise _wrong(name, value, "a text")
    text = str(value)
    if values is None or text in values:
        return text
    meant = spellings.choice(text, values)
    if meant is None:
        raise _wrong(name, value, "one of: " + ", ".join(values))
    return meant


def _date(name: str, shape: Shape, value: Any) -> date:
    day = spellings.day(_written(value))
    if day is None or day.year not in _YEARS:
        raise _wrong(name, value, "a day, such as 2026-07-01")
    return day


def _month(name: str, shape: Shape, value: Any) -> Month:
    month = spellings.month(_written(value))
    if month is None or month.year not in _YEARS:
        raise _wrong(name, value, "a month, such as 2026-07")
    return month


def _written(value: Any) -> str:
    return value.strftime("%Y-%m-%d") if isinstance(value, date) else str(value)


def _list(name: str, shape: Shape, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _wrong(name, value, "a list")
    items = shape.get("items") if isinstance(shape, dict) else None
    if items is None:
        return value
    return [read_value(f"{name}[{place}]", items, item) for place, item in enumerate(value, 1)]


def _map(name: str, shape: Shape, value: Any) -> dict[Any, Any]:
    if not isinstance(value, dict):
        raise _wrong(name, value, "a map of names and values")
    keys = shape.get("keys") if isinstance(shape, dict) else None
    if not isinstance(keys, dict):
        return value
    for key in value:
        if key not in keys:
            raise _wrong(f"{name}.{key}", value[key], "only the keys " + ", ".join(map(str, keys)))
    return _Part(
        name,
        {
            key: read_value(f"{name}.{key}", keys[key], part)
            for key, part in value.items()
            if part is not None or _may_be_null(keys[key])
        },
    )


_READERS: dict[str, Callable[[str, Shape, Any], Any]] = {
    "int": _int,
    "dong": _dong,
    "number": _number,
    "year": _year,
    "age": _age,
    "bool": _bool,
    "text": _text,
    "date": _date,
    "month": _month,
    "list": _list,
    "map": _map,
}
_SPELLED = frozenset(_READERS) - {"text", "list", "map"}
