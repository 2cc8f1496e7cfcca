"""The QR codes in a photograph somebody sends. Formats and size are limited before a pixel is unpacked."""

from __future__ import annotations

import warnings
from io import BytesIO

import zxingcpp
from PIL import Image

_FORMATS = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS = 50_000_000
_SIDE = 2400


class NotAPicture(Exception):
    """Not a JPEG, PNG or WebP, broken, or of more pixels than a telephone takes."""


def read_codes(file: bytes) -> list[str]:
    """The texts of all QR codes found, at most ten; NotAPicture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(file), formats=_FORMATS) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    raise NotAPicture
                picture.draft("L", (_SIDE, _SIDE))
                grey = picture.convert("L")
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as e:
        raise NotAPicture from e
    grey.thumbnail((_SIDE, _SIDE))
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode)
    return [str(code.text)[:400] for code in found[:10]]
