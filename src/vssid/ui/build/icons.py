"""One SVG sprite from the icons in use (``ui/icons.txt``, names of Tabler's outline set)."""

from __future__ import annotations

import re
from pathlib import Path

_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_BETWEEN = re.compile(r">\s+<")
_HEAD = (
    'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round"'
)


def names(listing: Path) -> list[str]:
    return [line.strip() for line in listing.read_text().splitlines() if line.strip()]


def sprite(listing: Path, drawings: Path) -> str:
    """The sprite as text. FileNotFoundError names an icon the set does not have."""
    symbols = (
        f'<symbol id="{name}" {_HEAD}>{_inner((drawings / f"{name}.svg").read_text())}</symbol>'
        for name in names(listing)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'


def _inner(drawing: str) -> str:
    match = _DRAWING.search(drawing)
    if match is None:
        raise ValueError("not a drawing: no svg element")
    return _BETWEEN.sub("><", match[1].strip())
