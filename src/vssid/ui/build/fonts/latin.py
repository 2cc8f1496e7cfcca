"""Be Vietnam Pro: its Latin, extended and Vietnamese slices in one face, for the web and for letters.

The licence (SIL OFL 1.1) reserves no font name, so the merged face may keep its own.
"""

from __future__ import annotations

from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

from vssid.ui.build.fonts.tabular import add_tabular_digits
from vssid.ui.build.places import BUILT, NODE_MODULES, PAPER_FONTS

WEIGHTS = (400, 600)
_SLICES = ("latin", "latin-ext", "vietnamese")
_FILES = NODE_MODULES / "@fontsource" / "be-vietnam-pro" / "files"


def make(weight: int) -> None:
    face = _merged([_FILES / f"be-vietnam-pro-{part}-{weight}-normal.woff2" for part in _SLICES])
    face.save(PAPER_FONTS / f"be-vietnam-pro-{weight}.ttf")
    face.flavor = "woff2"
    face.save(BUILT / f"be-vietnam-pro-{weight}.woff2")


def _merged(slices: list[Path]) -> TTFont:
    """One face with every letter of the slices; no hinting, which screens of today ignore."""
    options = subset.Options(
        hinting=False, layout_features=["kern", "ccmp", "locl", "mark", "mkmk"], notdef_outline=True
    )
    face = Merger().merge([str(path) for path in slices])
    shrink = subset.Subsetter(options)
    shrink.populate(unicodes=face.getBestCmap())
    shrink.subset(face)
    add_tabular_digits(face)
    return face
