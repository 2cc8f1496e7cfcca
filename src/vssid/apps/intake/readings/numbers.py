"""Numbers: whole ones, decimals kept as whole thousandths or millionths, degrees of a map."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import polars as pl

from vssid.domain.values.problem import Problem, marked

LARGEST_AMOUNT = 9_999_999_999_999
"""Just under ten thousand billion đồng: more than any one row can mean."""


class NumberFormat(Problem):
    code = "number_format"
    sentence = marked("“%(entered)s” is not a whole number. Write digits only, such as 11200000.")


class NumberRange(Problem):
    code = "number_range"
    sentence = marked("The number must be from %(least)s to %(most)s. You entered %(entered)s.")


class DecimalFormat(Problem):
    code = "decimal_format"
    sentence = marked(
        "“%(entered)s” is not a decimal number with at most %(places)s places. Write a point, such as 2.34."
    )


class DegreesFormat(Problem):
    code = "degrees_format"
    sentence = marked(
        "“%(entered)s” is not a position on a map. Write degrees with a point, such as 21.0285."
    )


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from ``least`` to ``most``, both included; amounts are in đồng."""

    least: int = 0
    most: int = LARGEST_AMOUNT
    dtype = pl.Int64()

    def quick(self, text: pl.Expr) -> pl.Expr:
        number = pl.when(text.str.contains(r"^[0-9]{1,15}$")).then(text).cast(pl.Int64, strict=False)
        return pl.when(number.is_between(self.least, self.most)).then(number)

    def slow(self, text: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,30}(?:\.0+)?", text, re.ASCII):
            raise NumberFormat(entered=text)
        number = int(text.partition(".")[0])
        if not self.least <= number <= self.most:
            raise NumberRange(least=self.least, most=self.most, entered=number)
        return number


@dataclass(frozen=True, slots=True)
class Scaled:
    """A decimal of at most ``places`` places, kept as a whole number of ``10 ** -places`` up to ``most``."""

    places: int
    most: int
    dtype = pl.Int64()

    def quick(self, text: pl.Expr) -> pl.Expr:
        usual = pl.when(text.str.contains(rf"^[0-9]{{1,9}}(?:\.[0-9]{{1,{self.places}}})?$")).then(text)
        parts = usual.str.splitn(".", 2)
        whole = parts.struct.field("field_0").cast(pl.Int64, strict=False)
        rest = parts.struct.field("field_1").fill_null("").str.pad_end(self.places, "0")
        number = whole * 10**self.places + rest.cast(pl.Int64, strict=False)
        return pl.when(number.is_between(0, self.most)).then(number)

    def slow(self, text: str) -> int:
        if not re.fullmatch(rf"-?[0-9]{{1,30}}(?:\.[0-9]{{1,{self.places}}}0*)?", text, re.ASCII):
            raise DecimalFormat(entered=text, places=self.places)
        whole, _, rest = text.lstrip("-").partition(".")
        one: int = 10**self.places
        number = int(whole) * one + int(rest.rstrip("0").ljust(self.places, "0") or 0)
        if not 0 <= number <= self.most or (text.startswith("-") and number):
            raise NumberRange(least=0, most=self.most / one, entered=text)
        return number


@dataclass(frozen=True, slots=True)
class Degrees:
    """A latitude or longitude from ``least`` to ``most`` degrees."""

    least: float
    most: float
    dtype = pl.Float64()

    def quick(self, text: pl.Expr) -> pl.Expr:
        usual = pl.when(text.str.contains(r"^-?[0-9]{1,3}(?:\.[0-9]{1,15})?$")).then(text)
        number = usual.cast(pl.Float64, strict=False)
        return pl.when(number.is_between(self.least, self.most)).then(number)

    def slow(self, text: str) -> float:
        try:
            number = float(text) if text.isascii() and "_" not in text else math.nan
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise DegreesFormat(entered=text)
        if not self.least <= number <= self.most:
            raise NumberRange(least=self.least, most=self.most, entered=text)
        return number
