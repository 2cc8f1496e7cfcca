"""One row of a table as a person reads it: what each column is called, and its value in words and units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import orjson
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.accounts.delegations.telling import scope_words
from vssid.apps.accounts.roles import read_in_log
from vssid.apps.directory.selectors.names import Names, names
from vssid.apps.directory.selectors.places import region_names
from vssid.apps.notifications.messages.loading import catalogue
from vssid.apps.notifications.messages.rendering import inside, plain
from vssid.channels.citizen.privacy.reading.codes import in_words
from vssid.channels.citizen.privacy.reading.columns import OUR_OWN, labels
from vssid.domain.values.actor import Scope
from vssid.domain.values.months import Month
from vssid.domain.values.partial_date import PartialDate
from vssid.kit import formats
from vssid.kit.clock import VIETNAM
from vssid.kit.formats.numbers import decimal
from vssid.kit.formats.sentences import listed

Row = Mapping[str, Any]
_A_COLUMN = 60

_MONEY = frozenset(
    """salary allowances amount total fund_paid copay self_paid exempt_copay unit_price""".split()
)
_REGISTERED = frozenset(
    """full_name address province_code ward_code office_code facility_code employer_code job_title workplace
    payer bank holder holder_masked department diagnosis name named actor_name ethnicity""".split()
)
"""Names and words of the record, which are Vietnamese in every language."""


@dataclass(frozen=True, slots=True)
class Fact:
    """``data``: Vietnamese data that is not translated."""

    label: str
    value: str
    data: bool = False

    @property
    def wide(self) -> bool:
        """Longer than one column of the page."""
        return len(self.value) > _A_COLUMN


def told(table: str, rows: Sequence[Row]) -> Iterator[tuple[Fact, ...]]:
    """What is known of each row, in the reader's language; what is not known is left out."""
    named = names(
        employers={row.get("employer_code", "") for row in rows},
        facilities={row.get("facility_code", "") for row in rows},
        offices={row.get(column) or "" for row in rows for column in ("office_code", "approved_by_office")},
    )
    called = labels()
    columns = _columns(table, rows[0], called)
    for row in rows:
        yield tuple(_facts(table, row, columns, named, called))


def _columns(table: str, row: Row, called: Mapping[str, str]) -> dict[str, str]:
    """Column -> its name, in the order of the names, which begins with what tells rows apart."""
    # the code of a notice is told by its text
    left_out = OUR_OWN | ({"code"} if table in {"notice", "delivery"} else set())
    places = {key: place for place, key in enumerate(called)}
    keys = {name: f"{table}.{name}" if f"{table}.{name}" in called else name for name in row}
    told_here = sorted(keys.keys() - left_out, key=lambda name: (places.get(keys[name], len(places)), name))
    return {name: called.get(keys[name], name) for name in told_here}


def _facts(
    table: str, row: Row, columns: Mapping[str, str], named: Names, called: Mapping[str, str]
) -> Iterator[Fact]:
    if table == "notice":
        yield Fact(called["notice"], _notice(row))
    for column, label in columns.items():
        if column in row.get("unreadable", ()):
            yield Fact(label, _("cannot be read any more"))
        elif words := _written(table, column, row[column], row, named):
            yield Fact(label, words, data=column in _REGISTERED and not _is_staff(column, row[column]))


def _is_staff(column: str, value: str) -> bool:
    return column == "actor_name" and bool(read_in_log(value)[0])


def _written(table: str, column: str, value: Any, row: Row, named: Names) -> str:
    """Empty for what is not known."""
    if value is None or value == "":
        return ""
    if column == "reversal_of":
        return _("takes an earlier entry back")
    if column == "born_on":
        return formats.known_day(PartialDate.known(value, row["born_precision"]))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return formats.day_and_time(value.astimezone(VIETNAM))
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, int):
        return _number(column, value)
    return _text(table, column, str(value), row, named)


def _number(column: str, value: int) -> str:
    if column in _MONEY:
        return formats.money(value)
    if column.endswith("_ppm"):
        return formats.percent(Decimal(value) / 10_000)
    if column.endswith("_milli"):
        return decimal(Decimal(value) / 1_000)
    return formats.integer(value)


def _text(table: str, column: str, value: str, row: Row, named: Names) -> str:
    match column:
        case "actor_kind" if row["purpose"] == "own":
            return _("Myself")
        case "from_month" | "to_month":
            return formats.month(Month.parse(value))
        case "employer_code":
            return named.employer(value)
        case "facility_code":
            return named.facility(value)
        case "office_code" | "approved_by_office":
            return named.office(value)
        case "province_code":
            return region_names(value, "")[0] or value
        case "ward_code":
            return region_names("", value)[1] or value
        case "actor_name":
            return listed(filter(None, read_in_log(value)))
        case "scopes":
            return listed(_(part) for part in scope_words(tuple(map(Scope, value.split(".")))))
    return in_words(table, column, value)


def _notice(row: Row) -> str:
    """Title and text, as the inbox shows them; a message taken out of the catalogue leaves its code."""
    message = catalogue().get(row["code"])
    if message is None:
        return str(row["code"])
    text = inside(message, orjson.loads(row["values"] or "{}"), get_language() or "vi")
    return "\n".join(map(plain, (text.title, *text.body)))
