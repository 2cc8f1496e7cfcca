from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from vssid.ui.build import pictures
from vssid.ui.build.places import UI

CHAM = (36, 64, 154, 255)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    drawn = tmp_path_factory.mktemp("icons")
    pictures.draw(UI / "images" / "mark.svg", drawn)
    return drawn


@pytest.mark.parametrize("icon", pictures.ICONS, ids=lambda icon: icon.name)
def test_icons_have_the_size_they_name(folder: Path, icon: pictures.Icon) -> None:
    with Image.open(folder / icon.name) as picture:
        assert picture.size == (icon.size, icon.size)


def test_a_masked_icon_reaches_the_edges_and_another_does_not(folder: Path) -> None:
    with Image.open(folder / "icon-maskable-512.png") as masked, Image.open(folder / "icon-512.png") as plain:
        assert masked.convert("RGBA").getpixel((0, 0)) == CHAM
        assert plain.getchannel("A").getpixel((0, 0)) == 0


def test_a_masked_icon_keeps_the_mark_in_the_safe_zone(folder: Path) -> None:
    """Nothing but ground outside the inner four fifths."""
    with Image.open(folder / "icon-maskable-512.png") as masked:
        picture = masked.convert("RGBA")
        edge = int(512 * 0.1)
        border = [picture.crop((0, 0, 512, edge)), picture.crop((0, 0, edge, 512))]
        assert all(part.getcolors() == [(part.width * part.height, CHAM)] for part in border)
