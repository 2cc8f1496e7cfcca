"""The QR codes in a photograph somebody sends. Formats and size are limited before a pixel is unpacked."""

from __future__ import annotations

from io import BytesIO

import zxingcpp
from PIL import Image

_FORMATS = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS = 50_000_000
_MOST_PIXELS_UNPACKED = {"PNG": 12_500_000, "WEBP": 12_500_000}
"""A telephone's camera writes JPEG, which is made smaller while it is read. These are unpacked whole: two
thousand bytes of WebP fill 800 MB at 50 million pixels."""
_SIDE = 2400


class NotAPicture(Exception):
    """Not a JPEG, PNG or WebP, broken, or of more pixels than a telephone takes."""


def read_codes(file: bytes) -> list[str]:
    """The texts of all QR codes found, at most ten; NotAPicture."""
    try:
        with Image.open(BytesIO(file), formats=_FORMATS) as picture:
            most = _MOST_PIXELS_UNPACKED.get(picture.format or "", _MOST_PIXELS)
            if picture.width * picture.height > most:
                raise NotAPicture
            picture.draft("L", (_SIDE, _SIDE))
            grey = picture.convert("L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotAPicture from error
    grey.thumbnail((_SIDE, _SIDE))
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode)
    return [str(code.text)[:400] for code in found[:10]]
