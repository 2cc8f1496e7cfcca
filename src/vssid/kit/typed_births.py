"""A date of birth as people write it: day first, or the year alone."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext

from vssid.domain.values.partial_date import PartialDate
from vssid.kit import clock


def typed_birth(text: str) -> PartialDate:
    """Raises ValidationError in the reader's language, or what PartialDate.of raises."""
    parts = text.replace("-", "/").replace(".", "/").replace(" ", "/").split("/")
    parts = [part for part in parts if part]
    if len(parts) == 1 and len(parts[0]) == 8:
        parts = [parts[0][:2], parts[0][2:4], parts[0][4:]]
    if not 1 <= len(parts) <= 3 or not all(
        part.isascii() and part.isdigit() and len(part) <= 4 for part in parts
    ):
        raise forms.ValidationError(
            gettext("This is not a date. Write day, month and year, such as 5/9/1990.")
        )
    numbers = [int(part) for part in parts]
    born = PartialDate.of(*(numbers if len(parts[0]) == 4 else reversed(numbers)))
    if born.earliest > clock.today():
        raise forms.ValidationError(gettext("This date cannot be a date of birth. Check the year."))
    return born
