"""The icons a device shows for the installed app, drawn from ``ui/images/mark.svg`` by typst's renderer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import typst

_CHAM = "#24409A"
_SAFE = 0.7
"""Part of a maskable icon's edge that the mark fills: any mask keeps the inner four fifths."""


@dataclass(frozen=True, slots=True)
class Icon:
    """``size`` in pixels. ``masked``: the ground reaches the edges, because the device cuts its own shape."""

    name: str
    size: int
    masked: bool = False


ICONS = (
    Icon("icon-192.png", 192),
    Icon("icon-512.png", 512),
    Icon("icon-maskable-192.png", 192, masked=True),
    Icon("icon-maskable-512.png", 512, masked=True),
    Icon("icon-apple.png", 180, masked=True),
)


def draw(mark: Path, folder: Path) -> None:
    """One PNG an icon into ``folder``."""
    for icon in ICONS:
        (folder / icon.name).write_bytes(_png(icon, mark))


def _png(icon: Icon, mark: Path) -> bytes:
    """One typographic point becomes one pixel at 72 a inch."""
    ground = f'rgb("{_CHAM}")' if icon.masked else "none"
    edge = icon.size * _SAFE if icon.masked else icon.size
    source = (
        f"#set page(width: {icon.size}pt, height: {icon.size}pt, margin: 0pt, fill: {ground})\n"
        f"#align(center + horizon, image(bytes(sys.inputs.mark), width: {edge}pt, height: {edge}pt))\n"
    )
    return typst.compile(source.encode(), format="png", ppi=72, sys_inputs={"mark": mark.read_text()})
