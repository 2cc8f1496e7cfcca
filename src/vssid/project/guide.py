"""Keeps the generated table of the guide in step with the code: ``python -m vssid.project.guide``."""

from __future__ import annotations

from pathlib import Path

from vssid.project import env

GUIDE = Path("docs/guide/operate.md")
_HEAD = "| variable | what it is |\n|---|---|\n"
_FOOT = "\nAn unknown `VSSID_` variable"


def settings_table() -> str:
    return "".join(f"| `{variable.name}` | {variable.help} |\n" for variable in env.VARIABLES)


def main() -> None:
    before, rest = GUIDE.read_text().split(_HEAD)
    after = rest[rest.index(_FOOT) :]
    GUIDE.write_text(before + _HEAD + settings_table() + after)


if __name__ == "__main__":
    main()
