"""The side that calls: what the library leaves out of outbound calls."""

from __future__ import annotations

import asyncio
from typing import Any

from aiosipua.dialog import Dialog, DialogState
from aiosipua.headers import parse_via, stringify_uri
from aiosipua.message import SipRequest, SipResponse
from aiosipua.outgoing_call import OutgoingCall
from aiosipua.uac import SipUAC
from aiosipua.uac_responses import _send_ack

from vssid.channels.hotline.agent.datagrams import Address, Datagrams

_REMEMBER_S = 32.0


class Caller(SipUAC):  # type: ignore[misc]  # the library is untyped here
    """Acknowledges refusals, sends to whom the answer names, and ends what was answered after we gave up."""

    def __init__(self, transport: Datagrams, advertised: Address) -> None:
        super().__init__(transport, advertised_addr=advertised)
        self._net = transport
        self._invites: dict[str, SipRequest] = {}
        self._given_up: dict[str, OutgoingCall] = {}

    def give_up(self, call: OutgoingCall) -> None:
        """It may be answered in the same moment: then it is hung up."""
        self._net.stop_asking(call.invite)
        self._given_up[call.call_id] = call
        asyncio.get_running_loop().call_later(_REMEMBER_S, self._given_up.pop, call.call_id, None)
        self.send_cancel(call)

    def handle_response(self, response: SipResponse, addr: Address) -> None:
        cseq = response.cseq
        if cseq is not None and cseq.method == "INVITE" and response.status_code >= 200:
            if response.status_code >= 300:
                self._acknowledge(response, addr)
            else:
                self._meet(response)
        super().handle_response(response, addr)

    def _build_invite(self, dialog: Dialog, **parts: Any) -> SipRequest:
        invite = super()._build_invite(dialog, **parts)
        branch = _branch(invite)
        self._invites[branch] = invite
        asyncio.get_running_loop().call_later(2 * _REMEMBER_S, self._invites.pop, branch, None)
        return invite

    def _acknowledge(self, response: SipResponse, addr: Address) -> None:
        """A refusal is repeated until we do (RFC 3261 §17.1.1.3)."""
        invite = self._invites.get(_branch(response))
        if invite is None:
            return
        ack = SipRequest(method="ACK", uri=invite.uri)
        ack.headers.append("Via", invite.get_header("via") or "")
        for name in ("From", "Call-ID", "Max-Forwards"):
            ack.headers.set_single(name, invite.get_header(name) or "")
        ack.headers.set_single("To", response.get_header("to") or "")
        ack.headers.set_single("CSeq", (invite.get_header("cseq") or "").replace("INVITE", "ACK"))
        self._net.send(ack, addr)

    def _meet(self, response: SipResponse) -> None:
        """The answer names who is reached and by which proxies (RFC 3261 §12.1.2)."""
        call = self._calls.get(response.call_id or "")
        if call is not None and call.dialog.state == DialogState.EARLY:
            if contacts := response.contact:
                call.dialog.remote_target = stringify_uri(contacts[0].uri)
            call.dialog.route_set = list(reversed(response.headers.get("record-route")))
        elif (late := self._given_up.pop(response.call_id or "", None)) is not None:
            to = response.to_addr
            late.dialog.remote_tag = (to and to.tag) or ""
            late.dialog.state = DialogState.CONFIRMED
            _send_ack(self, late, response)
            self.send_bye(late.dialog, late.remote_addr)


def _branch(message: SipRequest | SipResponse) -> str:
    return parse_via(message.headers.get("via")[0]).branch or ""
