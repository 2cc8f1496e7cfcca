"""Fonts from the slices of fontsource: a small web font, and whole TrueType fonts for letters."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor

from vssid.ui.build.fonts import assembled, latin
from vssid.ui.build.places import BUILT, PAPER_FONTS, REPOSITORY, UI

SOURCES = (UI / "build" / "fonts", REPOSITORY / "package-lock.json")
STAMP = PAPER_FONTS / ".stamp"


def make() -> None:
    """Every font, on all processors: the East Asian ones come in more than a hundred slices each."""
    BUILT.mkdir(parents=True, exist_ok=True)
    PAPER_FONTS.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor() as pool:
        running = [
            pool.submit(assembled.make, family, weight)
            for family in assembled.FAMILIES
            for weight in assembled.WEIGHTS
        ]
        running += [pool.submit(latin.make, weight) for weight in latin.WEIGHTS]
        for one in running:
            one.result()
