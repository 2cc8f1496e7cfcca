"""A reply of our own to a request, with a dialog or without."""

from __future__ import annotations

from collections.abc import Mapping

from aiosipua.message import SipRequest, SipResponse
from aiosipua.utils import generate_tag


def reply(request: SipRequest, status: int, reason: str, headers: Mapping[str, str]) -> SipResponse:
    """A request that has a tag keeps it: the library's would give it a second one."""
    answer = SipResponse(status_code=status, reason_phrase=reason)
    for via in request.headers.get("via"):
        answer.headers.append("Via", via)
    for name in ("From", "To", "Call-ID", "CSeq"):
        answer.headers.set_single(name, request.get_header(name) or "")
    if "tag=" not in (request.get_header("to") or ""):
        answer.headers.set_single("To", f"{request.get_header('to')};tag={generate_tag()}")
    for name, value in headers.items():
        answer.headers.set_single(name, value)
    return answer
