"""The languages of ``vssid law``: how a figure of the law is said in each, without settings, because
computing needs neither database nor keys.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import NullTranslations
from importlib import resources
from pathlib import Path

import click
from django.utils.translation import to_locale

from vssid.domain.law.catalogue import quantities
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.trace import Figure
from vssid.domain.law.units import READINGS, Kind
from vssid.domain.values.months import Month
from vssid.kit import formats
from vssid.kit.formats.numbers import decimal
from vssid.kit.formats.styles import JOINER, NO_BREAK, bound, style
from vssid.kit.languages import LANGUAGE_NAMES

LOCALE = Path(str(resources.files("vssid"))) / "locale"
_OTHERWISE_CALLED = {"zh": "zh-hans", "zh-cn": "zh-hans", "zh-sg": "zh-hans"}


class Language(click.Choice[str]):
    """A language of the product; ``zh``, ``zh-CN`` and ``zh-SG`` are ``zh-hans``."""

    def __init__(self) -> None:
        super().__init__(list(LANGUAGE_NAMES), case_sensitive=False)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        code = value.lower().replace("_", "-")
        return super().convert(_OTHERWISE_CALLED.get(code, code), param, ctx)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language with its catalogue. What it says is plain text: a terminal binds no number to its unit."""

    language: str
    words: NullTranslations

    def named(self, name: str, value: Figure) -> str:
        """``label: value`` of an input or a result, by its quantity."""
        quantity = quantities().get(name)
        if quantity is None:
            return f"{name}: {value}"
        word = None if isinstance(value, tuple) else quantity.words.get(value)
        said = self.counted(quantity.unit, value) if word is None else self.words.gettext(word)
        return f"{self.words.gettext(quantity.label)}: {said}"

    def counted(self, unit: Unit, value: Figure) -> str:
        """A whole number as its unit is read, exactly; several one after the other."""
        if isinstance(value, tuple):
            return ", ".join(self.counted(unit, part) for part in value)
        return _unbound(self._yes_or_no(value) if isinstance(value, bool) else self._said(unit, value))

    def _said(self, unit: Unit, value: int) -> str:
        reading = READINGS[unit]
        amount = reading.amount(value)
        match reading.kind:
            case Kind.YES_NO:
                return self._yes_or_no(value)
            case Kind.MONEY:
                return bound(style(self.language).money).format(amount=self._number(amount))
            case Kind.SHARE:
                return formats.percent(amount, self.language)
            case Kind.MONTHS:
                return self._months(amount)
            case Kind.TIME | Kind.AGE:
                return self._length(int(amount))
            case Kind.MONTH:
                return str(Month(value))
            case Kind.DATE:
                return date.fromordinal(value).isoformat()
            case Kind.CALENDAR_YEAR:
                return str(value)
            case Kind.NUMBER:
                return self._number(amount)
            case Kind.YEARS:
                return self._years(amount)
            case Kind.WEEKS:
                many = self.words.ngettext("%(count)d week", "%(count)d weeks", _plural(amount))
                return self._filled(many, amount)
            case Kind.DAYS:
                many = self.words.ngettext("%(count)d day", "%(count)d days", _plural(amount))
                return self._filled(many, amount)

    def _yes_or_no(self, value: int) -> str:
        return self.words.gettext("yes") if value else self.words.gettext("no")

    def _length(self, months: int) -> str:
        years, rest = divmod(months, 12)
        if not years:
            return self._months(Decimal(rest))
        if not rest:
            return self._years(Decimal(years))
        parts = {"years": self._years(Decimal(years)), "months": self._months(Decimal(rest))}
        return self.words.pgettext("a length of time", "%(years)s %(months)s") % parts

    def _years(self, count: Decimal) -> str:
        return self._filled(self.words.ngettext("%(count)d year", "%(count)d years", _plural(count)), count)

    def _months(self, count: Decimal) -> str:
        many = self.words.ngettext("%(count)d month", "%(count)d months", _plural(count))
        return self._filled(many, count)

    def _filled(self, text: str, count: Decimal) -> str:
        """The catalogues count in whole numbers; half a day is one too."""
        return text.replace("%(count)d", "%(count)s") % {"count": self._number(count)}

    def _number(self, amount: Decimal) -> str:
        return decimal(amount, self.language)


@cache
def tongue(language: str) -> Tongue:
    return Tongue(language, gettext.translation("django", str(LOCALE), [to_locale(language)], fallback=True))


def _plural(count: Decimal) -> int:
    """One and a half are said as two are."""
    return int(count.to_integral_value("ROUND_CEILING"))


def _unbound(text: str) -> str:
    return text.replace(NO_BREAK, " ").replace(JOINER, "")
