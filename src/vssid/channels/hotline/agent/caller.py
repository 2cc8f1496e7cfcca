"""Who calls, as far as the edge tells: it keeps what the carrier asserted and deletes what callers claim."""

from __future__ import annotations

import re

from aiosipua.headers import parse_address, parse_uri
from aiosipua.message import SipRequest

_COUNTRY = "84"
_VOUCHED = {None, "TN-Validation-Passed"}
_USER = re.compile(r"sips?:([^@>\s]+)@|tel:([^;>\s]+)")
_WRITTEN = {"zh": "zh-hans", "cn": "zh-hans"}
"""Chinese is spoken to callers and written to readers by one name."""
_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Za-z]{2,8})?")


def number(request: SipRequest) -> str:
    """E.164; "" when withheld or malformed."""
    if "id" in re.split(r"[;,\s]+", (request.get_header("privacy") or "").lower()):
        return ""
    header = request.get_header("p-asserted-identity") or request.get_header("from") or ""
    found = _USER.search(header)
    return e164(found[1] or found[2]) if found else ""


def e164(user: str) -> str:
    """+84912345678 for each way a carrier in Viet Nam writes it."""
    digits = re.sub(r"[\s.()-]", "", user.partition(";")[0])
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    elif digits.startswith("0"):
        digits = f"+{_COUNTRY}{digits[1:]}"
    elif digits.startswith(_COUNTRY):
        digits = "+" + digits
    return digits if re.fullmatch(r"\+[1-9][0-9]{7,14}", digits) else ""


def is_attested(request: SipRequest) -> bool:
    """An asserted identity that no verification contradicts (RFC 3325, RFC 8224)."""
    header = request.get_header("p-asserted-identity")
    if not header:
        return False
    address = parse_address(header)
    return (address.uri.params.get("verstat") or address.params.get("verstat")) in _VOUCHED


def dialled(request: SipRequest) -> str:
    return (parse_uri(request.uri).user or "").partition(";")[0][:32]


def language(request: SipRequest) -> str:
    """What the branch before us says: ``X-Language: vi``."""
    said = (request.get_header("x-language") or "").strip()
    return _WRITTEN.get(said, said) if _LANGUAGE.fullmatch(said) else ""
