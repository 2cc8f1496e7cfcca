"""Importing files and taking batches back."""

from vssid.apps.intake.services.import_file import Options, Report, State, import_file
from vssid.apps.intake.services.undo_batch import TakenBack, undo_batch

__all__ = ["Options", "Report", "State", "TakenBack", "import_file", "undo_batch"]
