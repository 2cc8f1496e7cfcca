"""A QR code as a drawing."""

from __future__ import annotations

import zxingcpp


def qr_svg(text: str) -> str:
    """SVG of ``text``, error level M, with the quiet zone of four modules around it."""
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return str(barcode.to_svg(add_quiet_zones=True))
