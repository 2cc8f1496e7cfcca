"""The guide names every command and every setting, and none that is gone."""

import re
from pathlib import Path

from vssid.project import env
from vssid.project.cli import COMMANDS

GUIDE = Path("docs/guide/operate.md").read_text()


def test_every_setting_is_in_the_guide() -> None:
    rows = dict(re.findall(r"^\| `(VSSID_\w+)` \| (.+) \|$", GUIDE, re.MULTILINE))
    assert rows == {variable.name: variable.help for variable in env.VARIABLES}


def test_every_command_is_in_the_guide() -> None:
    assert set(re.findall(r"^\| `vssid (\w+)` \|", GUIDE, re.MULTILINE)) == set(COMMANDS)
