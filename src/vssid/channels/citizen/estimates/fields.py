"""The fields a supposition is typed into: amounts, numbers, choices and days."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vssid.kit import clock, formats

TYPED = "%d/%m/%Y"
_DAYS = (
    TYPED, "%d-%m-%Y", "%d.%m.%Y", "%d%m%Y",
    "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y년 %m월 %d일", "%Y年%m月%d日",
)  # fmt: skip
"""Day before month, as in Viet Nam, unless the year comes first."""
_NUMERIC = {"inputmode": "numeric", "autocomplete": "off"}
_HIGHEST_AMOUNT = 1_000_000_000
_FARTHEST = timedelta(days=3 * 365)
"""How far ahead a day may be supposed: later ones say nothing the law of today could answer."""
_FEW = 4
"""So many choices stand below each other, whole also on a small telephone; more are a list that opens."""
_CURRENCY = re.compile(r"\s*(đồng|đ|₫|vnđ|vnd)\.?$|^(vnđ|vnd|₫)\s*", re.IGNORECASE)
_IN_GROUPS = re.compile(r"\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*")


def said(words: Callable[[], str]) -> Any:
    """A text with values, in the language of the reader and not of the start."""
    return lazy(words, str)()


class MoneyInput(forms.TextInput):
    """Shows an amount in groups of three, as it is read."""

    def format_value(self, value: Any) -> str | None:
        return formats.integer(value) if isinstance(value, int) else super().format_value(value)


class MoneyField(forms.IntegerField):
    """đồng, typed with or without groups of three and with or without the currency."""

    def __init__(self, label: Any, help_text: Any = "") -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            min_value=0,
            max_value=_HIGHEST_AMOUNT,
            widget=MoneyInput(attrs=_NUMERIC),
            error_messages={
                "required": _("Enter an amount in đồng, such as 8.000.000."),
                "invalid": _("Write the amount in digits, such as 8.000.000 or 8000000."),
                "min_value": _("The amount cannot be below 0."),
                "max_value": said(
                    lambda: (
                        gettext("The amount cannot be above %(most)s.")
                        % {"most": formats.money(_HIGHEST_AMOUNT)}
                    )
                ),
            },
        )

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            value = _CURRENCY.sub("", value.strip())
            if _IN_GROUPS.fullmatch(value):
                value = re.sub(r"\D", "", value)
        return super().to_python(value)


def number(
    label: Any, least: int, most: int, help_text: Any = "", *, counted: Callable[[int], str] | None = None
) -> forms.IntegerField:
    """``counted``: a number with its unit in words (``%(count)d``), of one that a slider chooses too."""
    wrong = said(
        lambda: gettext("Enter a whole number from %(least)s to %(most)s.") % {"least": least, "most": most}
    )
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs=_NUMERIC | (_slider(least, most, counted) if counted else {})),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
    )


def _slider(least: int, most: int, counted: Callable[[int], str]) -> dict[str, Any]:
    """``{}`` stands for the number."""

    def pattern(count: int) -> Any:
        return said(lambda: counted(count).replace("%(count)d", "{}"))

    return {"data-least": least, "data-most": most, "data-single": pattern(1), "data-several": pattern(2)}


def choice(label: Any, words: Mapping[int, Any], help_text: Any = "") -> forms.TypedChoiceField:
    """``words`` by number."""
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        choices=[(place, _(one) if isinstance(one, str) else one) for place, one in words.items()],
        coerce=int,
        widget=forms.RadioSelect if len(words) <= _FEW else forms.Select,
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one of the list.")},
    )


class DayField(forms.DateField):
    """Typed as day, month and year; cleaned to plain text (ISO), which is what an estimate keeps.

    ``earliest``: the first day the law on file answers for.
    """

    def __init__(self, label: Any, earliest: date) -> None:
        self.earliest = earliest
        wrong = _("Enter day, month and year, such as 31/12/2026.")
        super().__init__(
            label=label,
            help_text=_("Day, month and year, such as 31/12/2026"),
            input_formats=_DAYS,
            widget=forms.TextInput(attrs=_NUMERIC),
            error_messages={"required": wrong, "invalid": wrong},
        )

    def clean(self, value: Any) -> Any:
        """ValidationError for a day too long ago to be answered, or too far ahead to be sensible."""
        day = super().clean(value)
        if day < self.earliest:
            first = {"day": formats.day(self.earliest)}
            raise forms.ValidationError(
                _(
                    "Enter a day from %(day)s on. What was due earlier stands in your history of benefits, or"
                    " your social insurance office tells you."
                )
                % first
            )
        latest = clock.today() + _FARTHEST
        if day > latest:
            raise forms.ValidationError(_("Enter a day up to %(day)s.") % {"day": formats.day(latest)})
        return day.isoformat()
