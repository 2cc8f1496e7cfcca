"""Counts, percentages and amounts of đồng."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from vssid.kit.discretion import private
from vssid.kit.formats.styles import Style, bound, style


def integer(value: int, language: str | None = None) -> str:
    """``11.200.000`` or ``11,200,000``; a minus sign, not a hyphen, before a negative number."""
    return _grouped(value, style(language))


def money(dong: int, language: str | None = None) -> str:
    """Whole đồng: ``11.200.000 đ``, ``VND 11,200,000``, ``11,200,000동``. Private: hidden where asked for."""
    manner = style(language)
    return private(bound(manner.money).format(amount=_grouped(dong, manner)))


def compact_money(dong: int, language: str | None = None) -> str:
    """An amount for an axis, to one decimal of the language's own large unit: ``11,2 triệu``, ``1,120만``."""
    manner = style(language)
    in_units = (Decimal(dong) / manner.scale).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return private(bound(manner.compact).format(amount=_decimal(in_units, manner)))


def decimal(value: Decimal, language: str | None = None) -> str:
    """``1,5``; trailing zeros are dropped."""
    return _decimal(value, style(language))


def percent(value: int | Decimal, language: str | None = None) -> str:
    """``80%``, ``4,5%``: the value is already in hundredths of the whole; trailing zeros are dropped."""
    return _decimal(Decimal(value), style(language)) + "%"


def _grouped(value: int, manner: Style) -> str:
    return f"{value:,d}".replace(",", manner.group).replace("-", "\N{MINUS SIGN}")


def _decimal(value: Decimal, manner: Style) -> str:
    whole, _, part = f"{value:f}".partition(".")
    part = part.rstrip("0")
    sign = "\N{MINUS SIGN}" if whole.startswith("-") else ""
    return sign + _grouped(abs(int(whole)), manner) + (manner.decimal + part if part else "")
