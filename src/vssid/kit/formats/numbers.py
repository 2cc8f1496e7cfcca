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
    """An amount for an axis, in the language's own large units: ``11,2 triệu``, ``1,91 tỷ``,
    ``19억 1,195만 동``.
    """
    manner = style(language)
    return private(bound(_shortened(dong, manner)))


def _shortened(dong: int, manner: Style) -> str:
    """To one decimal of the first unit, two of the next; where both are said, to the whole of the first."""
    in_units = _rounded(Decimal(dong) / manner.scale, "0.1")
    if abs(in_units) * manner.scale < manner.vast_scale:
        return manner.compact.format(amount=_decimal(in_units, manner))
    if not manner.vast_rest:
        vast = _rounded(Decimal(dong) / manner.vast_scale, "0.01")
        return manner.vast.format(amount=_decimal(vast, manner))
    amount, rest = divmod(int(_rounded(Decimal(dong) / manner.scale, "1")), manner.vast_scale // manner.scale)
    said = {"amount": _grouped(amount, manner), "rest": _grouped(rest, manner)}
    return (manner.vast_rest if rest else manner.vast).format(**said)


def _rounded(amount: Decimal, to: str) -> Decimal:
    return amount.quantize(Decimal(to), ROUND_HALF_UP)


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
