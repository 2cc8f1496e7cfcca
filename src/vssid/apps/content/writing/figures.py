"""Figures in texts: ``{=reference_level*20}`` is computed when the page is made, never written down.

``{=…}`` is an amount in đồng, ``{%=…}`` a percent (of a value in parts per million), ``{#=…}`` a whole
number. Inside: names of dated parameters, whole numbers, ``* / + -`` and brackets; ``name@2026-06-30`` is the
value on that very day. A division rounds half up to the whole, as amounts do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.utils.translation import gettext as _

from vssid.domain.values.dated import NotInForce
from vssid.domain.values.dong import share
from vssid.kit.formats import integer, money, percent

Value = Callable[[str, date], int]
"""The value of a named parameter on a day; raises a Problem for a name it does not know."""

FIGURE = re.compile(r"\{([#%]?)=([^{}]*)\}")
_TOKEN = re.compile(r"\s*(?:([A-Za-z][A-Za-z0-9_.]*)(?:@(\d{4}-\d{2}-\d{2}))?|(\d+)|([-+*/()]))")
_PPM_PER_PERCENT = 10_000

_LOOSE = re.compile(r"\{[#%]?=|\{\{")


_NO_FIGURE = "…"


class NotAnExpression(ValueError):
    """Says what stands in the way."""


def filled(text: str, *, on: date, language: str, value: Value) -> str:
    """``text`` with every figure computed for the day and written in the language.

    Where the law had no such figure on that day stands ``…``: no number is better than a wrong one.
    """

    def written(found: re.Match[str]) -> str:
        try:
            return _written(found[1], computed(found[2], on=on, value=value), language)
        except NotInForce:
            return _NO_FIGURE

    return FIGURE.sub(written, text)


def figures_of(text: str) -> tuple[str, ...]:
    """The figures of a text as written, sorted; NotAnExpression for one that never closes."""
    if _LOOSE.search(FIGURE.sub("", text)):
        raise NotAnExpression(_("A figure that begins with {= does not end with }."))
    return tuple(sorted(found[0].replace(" ", "") for found in FIGURE.finditer(text)))


def computed(expression: str, *, on: date, value: Value) -> int:
    """The whole number an expression stands for; NotAnExpression or the problem of ``value``."""
    reader = _Reader(_tokens(expression), on, value)
    result = reader.sum()
    if reader.rest():
        raise NotAnExpression(_("%(text)s goes on after its end.") % {"text": expression})
    return result


def _written(form: str, number: int, language: str) -> str:
    if form == "%":
        return percent(Decimal(number) / _PPM_PER_PERCENT, language)
    return integer(number, language) if form == "#" else money(number, language)


@lru_cache(maxsize=1024)
def _tokens(expression: str) -> tuple[tuple[str, str], ...]:
    """Pairs of text and date (the date of a name alone)."""
    found, at = [], 0
    text = expression.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise NotAnExpression(_("This sign is not understood: %(text)s") % {"text": text[at:]})
        found.append((match[1] or match[3] or match[4], match[2] or ""))
        at = match.end()
    return tuple(found)


class _Reader:
    """Reads sums of products of single values, left to right."""

    def __init__(self, tokens: tuple[tuple[str, str], ...], on: date, value: Value) -> None:
        self._tokens = list(tokens)
        self._on = on
        self._value = value

    def rest(self) -> bool:
        return bool(self._tokens)

    def sum(self) -> int:
        result = self._product()
        while self._next_is("+-"):
            sign = self._tokens.pop(0)[0]
            other = self._product()
            result = result + other if sign == "+" else result - other
        return result

    def _product(self) -> int:
        numerator, denominator = self._single(), 1
        while self._next_is("*/"):
            sign = self._tokens.pop(0)[0]
            other = self._single()
            if sign == "*":
                numerator *= other
            elif other:
                denominator *= other
            else:
                raise NotAnExpression(_("Nothing can be divided by 0."))
        if denominator < 0:
            numerator, denominator = -numerator, -denominator
        return share(numerator, 1, denominator)

    def _single(self) -> int:
        if not self._tokens:
            raise NotAnExpression(_("It ends too early."))
        text, day = self._tokens.pop(0)
        if text.isdigit():
            return int(text)
        if text == "(":
            result = self.sum()
            if not self._next_is(")"):
                raise NotAnExpression(_("A bracket is not closed."))
            self._tokens.pop(0)
            return result
        if not text[0].isalpha():
            raise NotAnExpression(_("A value should stand instead of %(text)s.") % {"text": text})
        return self._value(text, _day(day) if day else self._on)

    def _next_is(self, signs: str) -> bool:
        return bool(self._tokens) and self._tokens[0][0] in signs


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotAnExpression(_("%(text)s is no day.") % {"text": text}) from error
