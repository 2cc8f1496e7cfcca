from __future__ import annotations

from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from fontTools.ttLib import TTFont

from vssid.ui.build import icons, stamps
from vssid.ui.build.places import BUILT, PAPER_FONTS, UI

KIB = 1024
built = pytest.mark.skipif(not (BUILT / "app.css").exists(), reason="the browser files are not built")
paper = pytest.mark.skipif(not (PAPER_FONTS / ".stamp").exists(), reason="the fonts are not built")


def test_the_sprite_takes_the_named_drawings(tmp_path: Path) -> None:
    (tmp_path / "bell.svg").write_text('<svg width="24">\n  <path d="M1 1"/>\n  <path d="M2 2"/>\n</svg>')
    (tmp_path / "icons.txt").write_text("bell\n\n")
    sprite = icons.sprite(tmp_path / "icons.txt", tmp_path)
    assert sprite.count("<symbol") == 1
    assert '<path d="M1 1"/><path d="M2 2"/></symbol>' in sprite


def test_an_unknown_icon_is_named(tmp_path: Path) -> None:
    (tmp_path / "icons.txt").write_text("no-such-icon\n")
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icons.sprite(tmp_path / "icons.txt", tmp_path)


def test_icons_are_listed_once_in_order() -> None:
    names = icons.names(UI / "icons.txt")
    assert names == sorted(set(names))


def test_a_changed_source_changes_the_stamp(tmp_path: Path) -> None:
    source = tmp_path / "css"
    source.mkdir()
    (source / "a.scss").write_text("a")
    before = stamps.fingerprint([source])
    stamps.write(tmp_path / "stamp", before)
    assert stamps.matches(tmp_path / "stamp", stamps.fingerprint([source]))
    (source / "a.scss").write_text("b")
    assert not stamps.matches(tmp_path / "stamp", stamps.fingerprint([source]))


@built
@pytest.mark.parametrize(
    ("pattern", "limit"),
    [
        ("app.css", 40 * KIB),
        ("app.js", 40 * KIB),
        ("photos.js", 2 * KIB),
        ("chat.js", 2 * KIB),
        ("telephone.*", 3 * KIB),
        ("*.woff2", 60 * KIB),
    ],
)
def test_each_page_keeps_its_budget(pattern: str, limit: int) -> None:
    files = list(BUILT.glob(pattern))
    assert files
    assert sum(len(brotli.compress(file.read_bytes())) for file in files) <= limit


@built
def test_every_icon_in_use_is_in_the_sprite() -> None:
    sprite = (BUILT / "icons.svg").read_text()
    for name in icons.names(UI / "icons.txt"):
        assert f'id="{name}"' in sprite


@paper
@pytest.mark.parametrize(
    ("font", "text"),
    [
        ("be-vietnam-pro-400", "Số tháng đã đóng: ẾẬĐđươ 11.200.000 đ – VND % ₫ … ·"),
        ("be-vietnam-pro-600", "BẢO HIỂM XÃ HỘI VIỆT NAM"),
        ("noto-sans-sc-400", "社会保险缴费证明"),
        ("noto-sans-kr-700", "사회보험 납부 확인서"),
        ("noto-sans-jp-400", "社会保険納付証明書カタカナひらがな"),
    ],
)
def test_letters_have_every_glyph(font: str, text: str) -> None:
    letters = TTFont(PAPER_FONTS / f"{font}.ttf").getBestCmap()
    assert [character for character in text if ord(character) not in letters] == []


@paper
def test_tabular_digits_have_one_width() -> None:
    for weight in (400, 600):
        face = TTFont(PAPER_FONTS / f"be-vietnam-pro-{weight}.ttf")
        table = face["GSUB"].table
        (feature,) = {
            record.Feature.LookupListIndex[0]
            for record in table.FeatureList.FeatureRecord
            if record.FeatureTag == "tnum"
        }
        digits = table.LookupList.Lookup[feature].SubTable[0].mapping
        assert set(digits) == {face.getBestCmap()[ord(digit)] for digit in "0123456789"}
        assert len({face["hmtx"][name][0] for name in digits.values()}) == 1
