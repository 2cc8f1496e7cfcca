"""The document: one HTML file that needs nothing beside it, written piece by piece.

HTML and not PDF: it reflows on a telephone, is read aloud as it stands, prints, and is written row by row, so
that a record of decades never stands in memory as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby, islice
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from vssid.apps.privacy.holdings import Holding, holdings
from vssid.channels.citizen.privacy.page import titles as group_titles
from vssid.channels.citizen.privacy.reading.columns import titles
from vssid.channels.citizen.privacy.reading.values import Row, told
from vssid.kit import formats
from vssid.kit.clock import VIETNAM

AT_ONCE = 200
_FOLDER = "citizen/privacy/reading"


def written(
    tables: Iterable[tuple[Holding, Iterable[Row]]], *, holder: str, language: str, made_at: datetime
) -> Iterator[str]:
    """The file in ``language``, in pieces of at most 200 rows. Between two pieces no language is set."""
    yield _piece("start", language, holder=holder, made_at=made_at, language=language)
    for group, members in groupby(tables, key=lambda one: one[0].group):
        yield _piece("group", language, group=group)
        anything = False
        for holding, rows in members:
            for piece in _table(holding, rows, language):
                anything = True
                yield piece
        if not anything:
            yield _piece("nothing", language)
    yield _piece("end", language)


def _table(holding: Holding, rows: Iterable[Row], language: str) -> Iterator[str]:
    """Nothing of a table without a row; one that is the whole of its group needs no heading of its own."""
    alone = sum(one.group == holding.group for one in holdings()) == 1
    begun = False
    left = iter(rows)
    while some := tuple(islice(left, AT_ONCE)):
        yield _piece("rows", language, table=holding.table, rows=some, begins=not begun, alone=alone)
        begun = True
    if begun:
        yield "</ol>\n"


def _piece(name: str, spoken: str, **values: Any) -> str:
    with override(spoken):
        return render_to_string(f"{_FOLDER}/{name}.html", _in_words(name, values))


def _in_words(name: str, values: dict[str, Any]) -> dict[str, Any]:
    match name:
        case "start":
            return {
                **values,
                "groups": group_titles().items(),
                "made": formats.day_and_time(values["made_at"].astimezone(VIETNAM)),
            }
        case "group":
            return {"group": values["group"], "title": group_titles()[values["group"]]}
        case "rows":
            title = "" if values["alone"] else titles()[values["table"]]
            return {**values, "title": title, "rows": tuple(told(values["table"], values["rows"]))}
    return values
