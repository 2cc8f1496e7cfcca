"""When officers answer, as the hotline says it: the week of ``hours.toml`` in the words of a language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from itertools import groupby
from typing import Any

from vssid.apps.assistant.selectors.hours import Week


def spoken_hours(words: Mapping[str, Any], week: Week) -> str:
    """Days in a row with the same hours are said as one. ValueError for minutes that are not said."""
    days = list(enumerate(week.spans))
    alike = ([*group] for _spans, group in groupby(days, key=lambda day: day[1]))
    told = (_days(words, row[0][0], row[-1][0], row[0][1]) for row in alike if row[0][1])
    sentence = str(words["says"]).format(spans=words["joint"].join(told))
    return sentence if week.holidays else sentence + words["holidays"]


def _days(words: Mapping[str, Any], first: int, last: int, spans: tuple[tuple[time, time], ...]) -> str:
    names = words["days"]
    days = names[first] if first == last else words["range"].format(first=names[first], last=names[last])
    times = words["also"].join(
        words["times"].format(since=_clock(words, since), until=_clock(words, until))
        for since, until in spans
    )
    return str(words["span"]).format(days=days, times=times)


def _clock(words: Mapping[str, Any], at: time) -> str:
    if at.minute not in (0, 30):
        raise ValueError(f"hours.toml: the hotline says hours and half hours, not {at:%H:%M}")
    return str(words["clock"][at.hour]).format(half=words["half"] if at.minute else "")
