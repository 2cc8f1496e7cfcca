"""Reads the inputs of a worked case: every key by its type, with an error that names the key and
the way out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from vssid.domain.values.months import Month
from vssid.domain.values.problem import Problem, marked

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


def understood(regime: str, shapes: Mapping[str, Shape], inputs: Mapping[str, Any]) -> dict[str, Any]:
    """``inputs`` with months as :class:`Month`, numbers as exact fractions, dates as dates; null stays None.

    Raises UnknownInput for a key that ``shapes`` lacks, WrongInput for a value of another type.
    """
    strangers = [name for name in inputs if name not in shapes]
    if strangers:
        raise UnknownInput(
            field=strangers[0], regime=regime, name=strangers[0], known=", ".join(sorted(shapes))
        )
    return {name: read_value(name, shapes[name], value) for name, value in inputs.items()}


def read_value(name: str, shape: Shape, value: Any) -> Any:
    """One value by its shape; raises WrongInput, whose ``name`` is the path to it (``periods[2].start``)."""
    kind = shape if isinstance(shape, str) else shape["type"]
    if value is None:
        return None
    alternatives = kind.split("|")
    for one in alternatives:
        if one == "null":
            continue
        try:
            return _READERS[one](name, shape, value)
        except WrongInput:
            if one == alternatives[-1] or one in {"list", "map"}:
                raise
    raise AssertionError(f"{name}: the vocabulary knows only null for it")


def _wrong(name: str, value: Any, wanted: str) -> WrongInput:
    return WrongInput(field=name, name=name, value=repr(value), wanted=wanted)


def _int(name: str, shape: Shape, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(name, value, "a whole number, such as 12")
    return value


def _number(name: str, shape: Shape, value: Any) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong(name, value, "a number, such as 0.45")
    try:
        return Fraction(str(value))
    except ValueError:
        raise _wrong(name, value, "a number, such as 0.45") from None


def _bool(name: str, shape: Shape, value: Any) -> bool:
    if not isinstance(value, bool):
        raise _wrong(name, value, "true or false")
    return value


def _text(name: str, shape: Shape, value: Any) -> str:
    values = shape.get("values") if isinstance(shape, dict) else None
    text = str(value)
    if values is not None and text not in map(str, values):
        raise _wrong(name, value, "one of: " + ", ".join(map(str, values)))
    return text


def _date(name: str, shape: Shape, value: Any) -> date:
    if isinstance(value, date):
        return date.fromordinal(value.toordinal())
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _wrong(name, value, "a day, such as 2026-07-01") from None


def _month(name: str, shape: Shape, value: Any) -> Month:
    try:
        return Month.parse(str(value))
    except ValueError:
        raise _wrong(name, value, "a month, such as 2026-07") from None


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
    return {key: read_value(f"{name}.{key}", keys[key], part) for key, part in value.items()}


_READERS = {
    "int": _int,
    "number": _number,
    "bool": _bool,
    "text": _text,
    "date": _date,
    "month": _month,
    "list": _list,
    "map": _map,
}
