"""The import as the command line runs it: the kinds joined, a bar to watch, a summary to read."""

from vssid.project.imports.kinds import import_kinds
from vssid.project.imports.running import Outcome, run_imports, take_back
from vssid.project.imports.summary import print_summary

__all__ = ["Outcome", "import_kinds", "print_summary", "run_imports", "take_back"]
