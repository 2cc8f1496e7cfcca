"""Every theme reaches 7:1 for text and 3:1 for outlines: computed from the tokens themselves."""

from __future__ import annotations

import re
from itertools import product

import pytest

from vssid.ui.build.places import UI

TOKENS = (UI / "css" / "_tokens.scss").read_text(encoding="utf-8")
THEMES = {
    "light": ("light",),
    "dark": ("dark",),
    "light-more": ("light", "light-more"),
    "dark-more": ("dark", "dark-more"),
}
GROUNDS = ("paper", "surface", "sunken")
WORDS = ("ink", "ink-2", "cham", "la", "nghe", "man", "gach")
WITH_SOFT = ("cham", "la", "nghe", "man", "gach")


def _tokens(theme: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for mixin in THEMES[theme]:
        body = re.search(rf"@mixin {mixin} \{{(.*?)\n\}}", TOKENS, re.DOTALL)
        assert body, mixin
        found |= dict(re.findall(r"--v-([a-z0-9-]+): (#[0-9A-Fa-f]{6});", body[1]))
    return found


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("theme", "word", "ground"), list(product(THEMES, WORDS, GROUNDS)))
def test_words_on_every_ground(theme: str, word: str, ground: str) -> None:
    tokens = _tokens(theme)
    assert contrast(tokens[word], tokens[ground]) >= 7


@pytest.mark.parametrize(("theme", "colour"), list(product(THEMES, WITH_SOFT)))
def test_words_on_their_own_soft_ground(theme: str, colour: str) -> None:
    tokens = _tokens(theme)
    assert contrast(tokens[colour], tokens[f"{colour}-soft"]) >= 7
    assert contrast(tokens["on"], tokens[colour]) >= 7, "words on a filled button"


@pytest.mark.parametrize(("theme", "ground"), list(product(THEMES, GROUNDS)))
def test_outlines_of_controls(theme: str, ground: str) -> None:
    tokens = _tokens(theme)
    assert contrast(tokens["control"], tokens[ground]) >= 3


@pytest.mark.parametrize(
    ("theme", "series"), list(product(THEMES, ("chart-si", "chart-hi", "chart-ui", "chart-oa")))
)
def test_series_of_charts_on_the_blocks_they_stand_on(theme: str, series: str) -> None:
    tokens = _tokens(theme)
    assert contrast(tokens[series], tokens["surface"]) >= 3


@pytest.mark.parametrize("theme", ["light-more", "dark-more"])
def test_high_contrast_is_higher(theme: str) -> None:
    usual, more = _tokens(THEMES[theme][0]), _tokens(theme)
    for word in WORDS:
        assert contrast(more[word], more["paper"]) > contrast(usual[word], usual["paper"])
    assert contrast(more["line"], more["surface"]) >= 3, "dividers count as outlines"
    assert contrast(more["chart-mute"], more["surface"]) >= 3
