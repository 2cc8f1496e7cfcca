"""Digits of one width, which Be Vietnam Pro lacks: amounts in columns and numbers read aloud need them.

They become the OpenType feature ``tnum``, so that style sheets and letters ask for them the ordinary way
(``font-variant-numeric: tabular-nums``) and no second font is loaded.
"""

from __future__ import annotations

import copy

from fontTools.otlLib.builder import buildLookup, buildSingleSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

_WIDTH, _SPACE = 600, 44
"""Of every digit, and what stays free beside its drawing, in thousandths of the em. A little narrower than
the widest digits (4 and 0), which are drawn together by up to 8 percent, so that a 1 does not stand alone."""


def add_tabular_digits(face: TTFont) -> None:
    """Adds a centred copy of each digit on a common width. The features present must sort before ``tnum``."""
    drawings = face["glyf"]
    digits = [face.getBestCmap()[ord(digit)] for digit in "0123456789"]
    for name in digits:
        glyph = copy.deepcopy(drawings[name])
        glyph.coordinates.scale((min(1, (_WIDTH - _SPACE) / (glyph.xMax - glyph.xMin)), 1))
        glyph.coordinates.toInt()
        glyph.recalcBounds(drawings)
        left = (_WIDTH - (glyph.xMax - glyph.xMin)) // 2
        glyph.coordinates.translate((left - glyph.xMin, 0))
        glyph.recalcBounds(drawings)
        drawings[f"{name}.tnum"] = glyph
        face["hmtx"][f"{name}.tnum"] = (_WIDTH, left)
    _add_feature(face["GSUB"].table, {name: f"{name}.tnum" for name in digits})


def _add_feature(table: otTables.GSUB, substitution: dict[str, str]) -> None:
    lookups, features = table.LookupList, table.FeatureList
    lookups.Lookup.append(buildLookup([buildSingleSubstSubtable(substitution)]))
    record = otTables.FeatureRecord()
    record.FeatureTag = "tnum"
    record.Feature = otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [len(lookups.Lookup) - 1]
    features.FeatureRecord.append(record)
    for script in table.ScriptList.ScriptRecord:
        languages = [entry.LangSys for entry in script.Script.LangSysRecord]
        for language in [script.Script.DefaultLangSys, *languages]:
            if language is not None:
                language.FeatureIndex.append(len(features.FeatureRecord) - 1)
