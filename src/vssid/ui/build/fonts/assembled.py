"""Noto Sans for Chinese, Korean and Japanese, put together again from its slices for letters.

Glyph by glyph instead of with fontTools' merger: a hundred layout tables for vertical writing would be merged
only to be thrown away. Letters set Latin text in another face. From the ``.woff`` slices, whose
outlines are stored as TrueType writes them: they are taken over as bytes, where those of ``.woff2`` would be
computed point by point.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

from vssid.ui.build.places import NODE_MODULES, PAPER_FONTS

FAMILIES = {"sc": "Noto Sans SC", "kr": "Noto Sans KR", "jp": "Noto Sans JP"}
WEIGHTS = (400, 700)
_STYLES = {400: "Regular", 700: "Bold"}
_BOUNDS = (
    ("head", ("xMin", "yMin"), min),
    ("head", ("xMax", "yMax"), max),
    ("hhea", ("minLeftSideBearing", "minRightSideBearing"), min),
    ("hhea", ("advanceWidthMax", "xMaxExtent"), max),
    ("maxp", ("maxPoints", "maxContours"), max),
)
"""What the whole face says of its glyphs, known from the slices without measuring them again."""


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
            model = face
        _widen(model, face)
        for name, source in taken.items():
            glyphs[name] = _outline(face, source)
            metrics[name] = face["hmtx"][source]
    _save(model, FAMILIES[family], weight, glyphs, metrics, letters)


def _slices(family: str, weight: int) -> list[Path]:
    found = sorted(
        (NODE_MODULES / "@fontsource" / f"noto-sans-{family}" / "files").glob(f"*-{weight}-normal.woff")
    )
    if not found:
        raise FileNotFoundError(f"no slices of Noto Sans {family} {weight}")
    return found


def _widen(model: TTFont, face: TTFont) -> None:
    """The bounds of ``model`` hold those of ``face`` too."""
    for table, names, wider in _BOUNDS:
        for name in names:
            setattr(model[table], name, wider(getattr(model[table], name), getattr(face[table], name)))


def _outline(face: TTFont, source: str) -> Any:
    """The drawing alone, its parts resolved, because parts have other names in the new face."""
    drawings = face["glyf"]
    glyph = drawings.glyphs[source]
    if glyph.isComposite():
        pen = TTGlyphPen(None)
        drawings[source].draw(pen, drawings)
        return pen.glyph()
    glyph.trim(remove_hinting=True)
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
    _keep_outlines(builder.font, glyphs)
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=model["hhea"].ascent, descent=model["hhea"].descent)
    for table, bounds, _wider in _BOUNDS:
        for name in bounds:
            setattr(builder.font[table], name, getattr(model[table], name))
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
    builder.font.recalcBBoxes = False
    builder.save(PAPER_FONTS / f"{family.lower().replace(' ', '-')}-{weight}.ttf")


def _keep_outlines(face: TTFont, glyphs: dict[str, Any]) -> None:
    """The outlines as they are; the font builder would unpack each to look for cubic curves."""
    face["loca"] = newTable("loca")
    face["glyf"] = newTable("glyf")
    face["glyf"].glyphs = glyphs
    face["glyf"].glyphOrder = list(glyphs)
