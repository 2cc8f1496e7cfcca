"""How the text of a column becomes a value: one class for each form a file may use."""

from vssid.apps.intake.readings.codes import Code
from vssid.apps.intake.readings.days import Day, Moment, MonthText, PartialDay
from vssid.apps.intake.readings.numbers import Degrees, Scaled, Whole
from vssid.apps.intake.readings.reading import Reading
from vssid.apps.intake.readings.words import Flag, Text, Words

__all__ = [
    "Code",
    "Day",
    "Degrees",
    "Flag",
    "Moment",
    "MonthText",
    "PartialDay",
    "Reading",
    "Scaled",
    "Text",
    "Whole",
    "Words",
]
