"""Photographs that are kept: of what somebody sends, only the pixels stay."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps

from vssid.kit.qr_picture import NotAPicture

_FORMATS = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS = 50_000_000
_MOST_PIXELS_UNPACKED = 12_500_000
"""JPEG is made smaller while it is read; the others are unpacked whole."""
_SIDE = 2000
_SHORTEST = 400
_QUALITY = 85


class PictureTooSmall(Exception):
    """Of too few pixels to read a card or know a face."""


def redrawn(file: bytes) -> bytes:
    """A JPEG of the same pixels, upright, at most 2,000 a side; nothing else of the file is in it.

    Its format is told by its content, never by its name. Raises NotAPicture, PictureTooSmall.
    """
    try:
        with Image.open(BytesIO(file), formats=_FORMATS) as sent:
            most = _MOST_PIXELS if sent.format == "JPEG" else _MOST_PIXELS_UNPACKED
            if sent.width * sent.height > most:
                raise NotAPicture
            if min(sent.size) < _SHORTEST:
                raise PictureTooSmall
            sent.draft("RGB", (_SIDE, _SIDE))
            upright = ImageOps.exif_transpose(sent)
            upright.thumbnail((_SIDE, _SIDE))
            pixels = Image.new("RGB", upright.size, "white")
            drawn = upright.convert("RGBA")
            pixels.paste(drawn, mask=drawn)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotAPicture from error
    held = BytesIO()
    pixels.save(held, "JPEG", quality=_QUALITY, optimize=True)
    return held.getvalue()
