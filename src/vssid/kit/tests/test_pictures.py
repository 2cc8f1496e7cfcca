"""Whatever is sent as a photo: its pixels stay or it is refused; nothing else of the file is kept."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from vssid.kit.pictures import PictureTooSmall, redrawn
from vssid.kit.qr_picture import NotAPicture

_HIDDEN = b"<script>alert(1)</script>"
_GPS, _LATITUDE, _ORIENTATION, _MAKER = 0x8825, 2, 0x0112, 0x010F


def photo(form: str = "JPEG", size: tuple[int, int] = (600, 400), **named: object) -> bytes:
    held = BytesIO()
    picture = Image.new("RGB", size, "white")
    picture.paste("navy", (0, 0, size[0] // 2, size[1]))
    picture.save(held, form, **named)
    return held.getvalue()


def _located() -> bytes:
    """As a telephone writes it: held sideways, with the place and the maker."""
    exif = Image.Exif()
    exif[_ORIENTATION], exif[_MAKER] = 6, _HIDDEN.decode()
    exif.get_ifd(_GPS)[_LATITUDE] = (21.0, 1.0, 42.0)
    return photo(exif=exif)


def _png(width: int, height: int) -> bytes:
    """A few bytes that say they are a picture of any size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _noted() -> bytes:
    told = PngInfo()
    told.add_text("Comment", _HIDDEN.decode())
    return photo("PNG", pnginfo=told)


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"no picture",
        b"%PDF-1.7\n1 0 obj\n",
        b"%PDF-1.7\n" + photo(),
        _HIDDEN + photo(),
        b'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><script/></svg>',
        photo("GIF"),
        photo("TIFF"),
        photo("BMP"),
        photo()[:400],
        photo("PNG")[:300],
        photo("WEBP")[:100],
        _png(60_000, 60_000),
        _png(5_000, 5_000),
        _png(600, 400),
    ],
)
def test_what_is_no_whole_photo_is_refused(file: bytes) -> None:
    with pytest.raises(NotAPicture):
        redrawn(file)


@pytest.mark.parametrize(
    "file",
    [
        photo() + _HIDDEN,
        photo() + b"PK\x05\x06" + b"\0" * 18 + _HIDDEN,
        photo(comment=_HIDDEN),
        _located(),
        _noted(),
        photo("PNG") + _HIDDEN,
        photo("WEBP", xmp=_HIDDEN),
        photo(icc_profile=_HIDDEN),
    ],
)
def test_nothing_but_pixels_is_kept(file: bytes) -> None:
    assert _HIDDEN in file
    kept = redrawn(file)
    assert b"script" not in kept
    with Image.open(BytesIO(kept)) as shown:
        assert shown.format == "JPEG"
        assert not shown.getexif()
        assert {"exif", "comment", "icc_profile", "xmp"}.isdisjoint(shown.info)


def test_a_photo_held_sideways_stands_upright_and_a_large_one_is_made_smaller() -> None:
    with Image.open(BytesIO(redrawn(_located()))) as shown:
        assert shown.size == (400, 600)
        top = shown.convert("RGB").crop((0, 0, 400, 200)).resize((1, 1)).tobytes()
        assert top[2] > 100 > top[0], "navy is on top now"
    with Image.open(BytesIO(redrawn(photo(size=(4000, 3000))))) as shown:
        assert max(shown.size) <= 2000
    with pytest.raises(PictureTooSmall):
        redrawn(photo(size=(399, 800)))
