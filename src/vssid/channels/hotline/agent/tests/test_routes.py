"""A call through two proxies is answered, and ended, along both."""

from __future__ import annotations

from aiosipua.message import SipMessage

from vssid.channels.hotline.agent.routes import dialog_of

OUTER, INNER = "<sip:203.0.113.10:5061;transport=tls;lr>", "<sip:10.20.0.10;lr>"
INVITE = "\r\n".join(
    (
        "INVITE sip:8@10.20.0.21:5070 SIP/2.0",
        f"Record-Route: {INNER}",
        f"Record-Route: {OUTER}",
        "Via: SIP/2.0/UDP 10.20.0.10;branch=z9hG4bK1",
        "From: <sip:+84912000123@carrier.example>;tag=a",
        "To: <sip:8@10.20.0.10>",
        "Call-ID: c1",
        "CSeq: 1 INVITE",
        "Contact: <sip:198.51.100.5:5061;transport=tls>",
        "Content-Length: 0",
        "",
        "",
    )
)


def test_answers_and_requests_follow_the_way_the_call_came() -> None:
    request = SipMessage.parse(INVITE)
    dialog = dialog_of(request)
    answer = dialog.create_response(request, 200, "OK", contact="<sip:10.20.0.21:5070>")
    assert answer.headers.get("record-route") == [INNER, OUTER]
    bye = dialog.create_request("BYE", via_host="10.20.0.21", via_port=5070)
    assert bye.headers.get("route") == [INNER, OUTER]
    assert bye.uri == "sip:198.51.100.5:5061;transport=tls"
    assert dialog.create_response(bye, 200, "OK").headers.get("record-route") == []
