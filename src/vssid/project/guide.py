"""Keeps the generated parts of the guide in step with the code: ``python -m vssid.project.guide``."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import django

from vssid.apps.retention.schedule import Line, Then, schedule
from vssid.project import env
from vssid.project.law_guide import write_law_files

GUIDE = Path("docs/guide/operate.md")
RETENTION = Path("docs/guide/retention.md")
_HEAD = "| variable | what it is |\n|---|---|\n"
_FOOT = "\nAn unknown `VSSID_` variable"
_RETENTION = """# How long what is kept

Generated from `src/vssid/apps/retention/schedule.toml` by `make docs`; the file says what the words mean.
The worker goes through it every hour, at most 500 rows a transaction and two minutes a turn; what it does
not reach it finds the next time. People read the same under `/me/privacy/`.

| line | tables | for how long | from | ground | then |
|---|---|---|---|---|---|
"""


def settings_table() -> str:
    return "".join(f"| `{variable.name}` | {variable.help} |\n" for variable in env.VARIABLES)


def retention_page() -> str:
    return _RETENTION + "".join(map(_row, schedule()))


def main() -> None:
    before, rest = GUIDE.read_text().split(_HEAD)
    after = rest[rest.index(_FOOT) :]
    GUIDE.write_text(before + _HEAD + settings_table() + after)
    RETENTION.write_text(retention_page())
    _speaking()
    write_law_files()


def _speaking() -> None:
    """Texts for people come from Django, which starts with the keys of a demonstration soon gone."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {
            "VSSID_DEMO": "1",
            "VSSID_HOME": home,
            "DJANGO_SETTINGS_MODULE": "vssid.project.settings",
        }
        django.setup()


def _row(line: Line) -> str:
    days = "" if line.lasts is None else f"{line.lasts.days} days"
    tables = ", ".join(f"`{table}`" for table in (*line.tables, *line.along))
    since = f"`{line.since}`" if line.since else ""
    then = f"forget `{'`, `'.join(line.columns)}`" if line.then is Then.FORGET else line.then.value
    where = "".join(f", {name} {value}" for name, value in (line.where or {}).items())
    return f"| {line.code} | {tables}{where} | {days} | {since} | {line.ground} | {then} |\n"


if __name__ == "__main__":
    main()
