"""A file as rows of text, whatever its format."""

from vssid.apps.intake.sheets.sheet import Sheet, read_sheet

__all__ = ["Sheet", "read_sheet"]
