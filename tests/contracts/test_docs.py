"""The guide names every command and every setting, and none that is gone."""

import re
from pathlib import Path

from vssid.project import env
from vssid.project.cli import COMMANDS
from vssid.project.imports import import_kinds

GUIDE = Path("docs/guide/operate.md").read_text()


def test_every_setting_is_in_the_guide() -> None:
    rows = dict(re.findall(r"^\| `(VSSID_\w+)` \| (.+) \|$", GUIDE, re.MULTILINE))
    assert rows == {variable.name: variable.help for variable in env.VARIABLES}


def test_every_command_is_in_the_guide() -> None:
    assert set(re.findall(r"^\| `vssid (\w+)` \|", GUIDE, re.MULTILINE)) == set(COMMANDS)


def test_every_kind_of_file_is_in_the_guide_with_its_columns() -> None:
    guide = Path("docs/guide/import.md").read_text()
    rows = {
        kind: f"{key}, {rest}"
        for kind, key, rest in re.findall(r"^\| `(\w+)` \| (.+) \| (.*) \|$", guide, re.MULTILINE)
    }
    kinds = import_kinds()
    assert list(rows) == list(kinds)
    for name, kind in kinds.items():
        assert {word for word in rows[name].split(", ") if word} == {column.name for column in kind.columns}
