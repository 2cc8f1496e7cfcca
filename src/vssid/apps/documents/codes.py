"""The check code printed on a paper: 26 base32 characters, 128 random bits."""

from __future__ import annotations

import re
import secrets
from base64 import b32encode
from urllib.parse import parse_qs, urlsplit

from vssid.kit.sealing import lookup_digest

LENGTH = 26
CODE_KIND = "document"
_BYTES = 16
_PATTERN = re.compile(rf"[A-Z2-7]{{{LENGTH}}}\Z")
_READ_WRONG = str.maketrans("018", "OIB")
"""Digits the alphabet lacks, for the letters they are taken for."""


def new_code() -> str:
    return b32encode(secrets.token_bytes(_BYTES)).decode().rstrip("=")


def read_code(typed: str) -> str | None:
    """The code in what somebody typed or scanned; None when it cannot be one.

    Case, spaces, dots and dashes do not matter; 0, 1 and 8 are taken for O, I and B.
    """
    code = re.sub(r"[\s.\-‐-―]", "", typed).upper().translate(_READ_WRONG)
    return code if _PATTERN.match(code) else None


def grouped(code: str) -> str:
    """``ABCD-EFGH-…-YZ``: groups of four, as it is printed."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def code_digest(code: str) -> str:
    """The keyed hash under which the code is stored; the code itself stands on the paper alone."""
    return lookup_digest("document_code", code)


def code_in(scanned: str) -> str | None:
    """The code in what a QR code says: the address of the check page with it, or the code alone."""
    if not scanned.isprintable():
        return None
    try:
        given = parse_qs(urlsplit(scanned).query).get("code", [scanned])
    except ValueError:  # anybody may write anything into a QR code: ``http://[`` is no address
        return None
    return next(filter(None, map(read_code, given)), None)
