"""An app's tables are imported inside that app alone; foreign keys elsewhere are written as strings."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import vssid

ROOT = Path(vssid.__file__).parent


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_models_are_imported_only_at_home() -> None:
    strangers = []
    for path in ROOT.rglob("*.py"):
        place = path.relative_to(ROOT).parts
        if "tests" in place or "migrations" in place:
            continue
        home = ".".join(("vssid", *place[:2])) if place[0] == "apps" else ""
        for module in _imports(path):
            parts = module.split(".")
            if (
                parts[:2] == ["vssid", "apps"]
                and "models" in parts
                and not module.startswith(f"{home}." if home else "!")
            ):
                strangers.append(f"{path.relative_to(ROOT)} imports {module}")
    assert not strangers


def test_no_room_without_a_name() -> None:
    nameless = {"utils", "helpers", "common", "misc", "base", "manager"}
    found = [
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if path.stem in nameless or path.parent.name in nameless
    ]
    assert not found
