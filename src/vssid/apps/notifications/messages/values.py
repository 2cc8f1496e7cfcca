"""What may fill a message: each type says what it takes, how it is kept and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.utils.translation import override

from vssid.apps.notifications.vocabulary import LANGUAGES
from vssid.domain.values.months import Month
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day, day_and_time, integer, money, month, month_span
from vssid.kit.formats.sentences import listed, told


class ValueType(StrEnum):
    """TEXT is data, or what is told in the reader's language: a :class:`Sentence`, a Month, a day, words in
    every language (a mapping by its code), or a tuple of these, which is written as a list. NAME stays
    Vietnamese. NUMBER is a receipt or code, written as it is. MONTH_RANGE is a pair, both included."""

    TEXT = "text"
    DAY = "day"
    MONTH = "month"
    COUNT = "count"
    MONEY = "money"
    MONTH_RANGE = "month_range"
    DATE_TIME = "date_time"
    NUMBER = "number"
    NAME = "name"


class WrongValue(ValueError):
    """A value that its variable's type does not take."""


def stored(kind: ValueType, value: object) -> Any:
    """``value`` as JSON keeps it; WrongValue when the type does not take it."""
    try:
        return _TYPES[kind].keep(value)
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        raise WrongValue(f"{value!r} is no {kind}") from error


def written(kind: ValueType, kept: Any, language: str) -> str:
    """What :func:`stored` gave, as the language writes it."""
    return _TYPES[kind].write(kept, language)


@dataclass(frozen=True, slots=True)
class _Type:
    keep: Callable[[Any], Any]
    write: Callable[[Any, str], str]


def _keep_text(value: Any) -> Any:
    if isinstance(value, tuple) and value:
        return {"list": [_keep_text(part) for part in value]}
    if isinstance(value, Sentence):
        details = {name: _tagged(part) for name, part in value.details.items()}
        return {"sentence": value.text, "details": details}
    if isinstance(value, Month | date):
        return {"tagged": _tagged(value)}
    if isinstance(value, Mapping):
        return {"words": {language: _keep_words(value[language]) for language in LANGUAGES}}
    return _keep_words(value)


def _keep_words(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError
    return value


def _tagged(value: object) -> list[Any]:
    if isinstance(value, Month):
        return ["month", int(value)]
    if isinstance(value, date):
        return ["day", value.isoformat()]
    return ["plain", value]


def _untagged(tag: str, value: Any) -> object:
    match tag:
        case "month":
            return Month(value)
        case "day":
            return date.fromisoformat(value)
        case _:
            return value


def _write_text(kept: Any, language: str) -> str:
    match kept:
        case str():
            return kept
        case {"list": parts}:
            with override(language):
                return listed(_write_text(part, language) for part in parts)
        case {"words": words}:
            return str(words[language])
        case {"tagged": [tag, value]}:
            told_value = _untagged(tag, value)
            return (
                month(told_value, language)
                if isinstance(told_value, Month)
                else _day_of(told_value, language)
            )
        case _:
            details = {name: _untagged(*tagged) for name, tagged in kept["details"].items()}
            return told(Sentence(kept["sentence"], details), language)


def _day_of(value: object, language: str) -> str:
    return day(value, language) if isinstance(value, date) else str(value)


def _keep_day(value: Any) -> str:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise TypeError
    return value.isoformat()


def _keep_month(value: Any) -> int:
    """A Month, or ``YYYY-MM`` as the samples write it."""
    if isinstance(value, str):
        return int(Month.parse(value))
    if not isinstance(value, Month):
        raise TypeError
    return int(value)


def _keep_range(value: Any) -> list[int]:
    first, last = map(_keep_month, value)
    if last < first:
        raise ValueError
    return [first, last]


def _keep_integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return int(value)


def _keep_moment(value: Any) -> str:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise TypeError
    return value.astimezone(VIETNAM).isoformat(timespec="minutes")


_TYPES = {
    ValueType.TEXT: _Type(_keep_text, _write_text),
    ValueType.DAY: _Type(_keep_day, lambda kept, language: day(date.fromisoformat(kept), language)),
    ValueType.MONTH: _Type(_keep_month, lambda kept, language: month(Month(kept), language)),
    ValueType.COUNT: _Type(_keep_integer, integer),
    ValueType.MONEY: _Type(_keep_integer, money),
    ValueType.MONTH_RANGE: _Type(
        _keep_range, lambda kept, language: month_span(Month(kept[0]), Month(kept[1]), language)
    ),
    ValueType.DATE_TIME: _Type(
        _keep_moment, lambda kept, language: day_and_time(datetime.fromisoformat(kept), language)
    ),
    ValueType.NUMBER: _Type(_keep_words, lambda kept, language: kept),
    ValueType.NAME: _Type(_keep_words, lambda kept, language: kept),
}
