"""The kinds of files, in the order in which they load: a later kind may refer to an earlier one."""

from __future__ import annotations

from importlib import import_module

from vssid.apps.intake.kinds import Kind

_ORDER = {
    "provinces": "directory",
    "wards": "directory",
    "offices": "directory",
    "facilities": "directory",
    "employers": "directory",
    "unit_changes": "directory",
    "collection_points": "directory",
    "people": "people",
    "relations": "people",
    "spells": "participation",
    "cards": "healthcard",
    "benefits": "benefits",
    "visits": "visits",
    "visit_lines": "visits",
    "certificates": "visits",
    "accounts": "accounts",
}


def import_kinds() -> dict[str, Kind]:
    """Name -> kind, as ``apps/<app>/imports/<name>.py`` declares it."""
    return {name: import_module(f"vssid.apps.{app}.imports.{name}").KIND for name, app in _ORDER.items()}
