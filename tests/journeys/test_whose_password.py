"""One process runs several files on one demonstration: whoever gets a new password in one is in no other."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

_TESTS = Path(__file__).parents[1]
_FILES = sorted([*_TESTS.glob("journeys/test_*.py"), *_TESTS.glob("accessibility/test_*.py")])
_LOCKED_OUT = {
    path: people
    for path in _FILES
    if (people := getattr(import_module(f"tests.{path.parent.name}.{path.stem}"), "LOCKED_OUT", None))
}
"""Per file the people of the cast whose passwords are others afterwards."""


@pytest.mark.parametrize("path", _LOCKED_OUT, ids=lambda path: path.stem)
def test_nobody_else_signs_in_as_them(path: Path) -> None:
    elsewhere = "".join(other.read_text() for other in _FILES if other != path)
    met = {person for person in _LOCKED_OUT[path] if f'"{person}"' in elsewhere}
    assert not met
