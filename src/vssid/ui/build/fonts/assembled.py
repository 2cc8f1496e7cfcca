"""Noto Sans for Chinese, Korean and Japanese, put together again from its slices for letters.

Glyph by glyph instead of with fontTools' merger: a hundred layout tables for vertical writing would be merged
only to be thrown away. Letters set Latin text in another face.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from vssid.ui.build.places import NODE_MODULES, PAPER_FONTS

FAMILIES = {"sc": "Noto Sans SC", "kr": "Noto Sans KR", "jp": "Noto Sans JP"}
WEIGHTS = (400, 700)
_STYLES = {400: "Regular", 700: "Bold"}


def make(family: str, weight: int) -> None:
    slices = _slices(family, weight)
    glyphs: dict[str, Any] = {}
    metrics: dict[str, tuple[int, int]] = {}
    letters: dict[int, str] = {}
    for path in slices:
        face = TTFont(path)
        new = {code: name for code, name in face.getBestCmap().items() if code not in letters}
        taken = {f"u{code:05X}": name for code, name in new.items()}
        letters.update({code: f"u{code:05X}" for code in new})
        if not glyphs:
            taken = {".notdef": ".notdef", **taken}
        for name, source in taken.items():
            glyphs[name] = _outline(face, source)
            metrics[name] = face["hmtx"][source]
    _save(TTFont(slices[0]), FAMILIES[family], weight, glyphs, metrics, letters)


def _slices(family: str, weight: int) -> list[Path]:
    found = sorted(
        (NODE_MODULES / "@fontsource" / f"noto-sans-{family}" / "files").glob(f"*-{weight}-normal.woff2")
    )
    if not found:
        raise FileNotFoundError(f"no slices of Noto Sans {family} {weight}")
    return found


def _outline(face: TTFont, source: str) -> Any:
    """The drawing alone, its parts resolved, because parts have other names in the new face."""
    drawings = face["glyf"]
    glyph = drawings[source]
    if glyph.isComposite():
        pen = TTGlyphPen(None)
        glyph.draw(pen, drawings)
        return pen.glyph()
    glyph.expand(drawings)
    glyph.removeHinting()
    return glyph


def _save(
    model: TTFont,
    family: str,
    weight: int,
    glyphs: dict[str, Any],
    metrics: dict[str, tuple[int, int]],
    letters: dict[int, str],
) -> None:
    """A face with the heights of ``model``, one of the slices."""
    builder = FontBuilder(model["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(letters)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=model["hhea"].ascent, descent=model["hhea"].descent)
    # the typesetter passes over a face without a PostScript name
    names = {
        "familyName": family,
        "styleName": _STYLES[weight],
        "psName": f"{family.replace(' ', '')}-{_STYLES[weight]}",
    }
    builder.setupNameTable(names)
    heights = {
        name: getattr(model["OS/2"], name)
        for name in (
            "sTypoAscender",
            "sTypoDescender",
            "sTypoLineGap",
            "usWinAscent",
            "usWinDescent",
            "sxHeight",
            "sCapHeight",
            "fsType",
        )
    }
    builder.setupOS2(version=4, usWeightClass=weight, fsSelection=32 if weight == 700 else 64, **heights)
    builder.font["head"].macStyle = 1 if weight == 700 else 0
    builder.setupPost(keepGlyphNames=False)
    builder.save(PAPER_FONTS / f"{family.lower().replace(' ', '-')}-{weight}.ttf")
