"""The switchboard: takes calls from the edge, makes those of ring-backs, and hands each to a conversation.

The library's user agents hold dialogs and write messages; what they leave out is here and in ``datagrams``:
repeated requests and lost ones, limits, refusals without a dialog, keys by INFO, changes within a call.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import replace
from functools import partial
from typing import Any

from aiosipua.auth import SipDigestAuth
from aiosipua.dialog import Dialog, DialogState, dialog_matches
from aiosipua.headers import parse_via
from aiosipua.incoming_call import IncomingCall
from aiosipua.message import SipRequest, SipResponse
from aiosipua.outgoing_call import OutgoingCall
from aiosipua.sdp import SdpMessage
from aiosipua.uas import SipUAS

from vssid.channels.hotline.agent import caller
from vssid.channels.hotline.agent.calling import Caller
from vssid.channels.hotline.agent.counts import Counts, Times
from vssid.channels.hotline.agent.datagrams import Address, Datagrams
from vssid.channels.hotline.agent.leg import Converse, Started
from vssid.channels.hotline.agent.media import Stream
from vssid.channels.hotline.agent.ports import Ports
from vssid.channels.hotline.agent.registering import Registering
from vssid.channels.hotline.agent.replies import reply
from vssid.channels.hotline.agent.routes import dialog_of
from vssid.channels.hotline.agent.rules import Rules
from vssid.channels.hotline.agent.sdp import Descriptions, NotAcceptable, agreement, described, offer_in
from vssid.channels.hotline.agent.sip_leg import SipLeg
from vssid.channels.hotline.agent.ticker import Ticker

_log = logging.getLogger(__name__)
_NAME = "VssID"
_RETRY_AFTER_S = 10
_RING_S = 40.0
_LOOK_S = 1.0


class Switchboard(SipUAS):  # type: ignore[misc]  # the library is untyped here
    def __init__(self, rules: Rules, converse: Converse, counts: Counts) -> None:
        self._rules, self._converse, self._counts = rules, converse, counts
        self._net = Datagrams(rules.address, rules.edges, rules.timers, counts)
        self._net.on_unanswered = self._unanswered
        self._host = rules.advertised or rules.address[0]
        super().__init__(self._net, user_agent=_NAME, retransmit_2xx=False)
        self.on_bye = self._on_bye
        self.on_update = self._on_update
        self.on_transfer_progress = self._on_progress
        self._handlers |= {
            "INVITE": self._invite,
            "ACK": self._ack,
            "CANCEL": self._cancel,
            "OPTIONS": self._options,
            "INFO": self._info,
        }
        self.legs: dict[str, SipLeg] = {}
        self.empty = asyncio.Event()
        self.empty.set()
        self.ports = Ports(rules.address[0], rules.ports)
        self.answer_times = Times("answer", "Time from an INVITE to its answer")
        self.draining = False
        self._looking: asyncio.TimerHandle | None = None
        self._registering: Registering | None = None

    @property
    def bound(self) -> bool:
        return self._net.bound

    @property
    def address(self) -> Address:
        host, port = self._net.local_addr
        return host, port

    async def start(self) -> None:
        await super().start()
        self._loop = asyncio.get_running_loop()
        self.ticker = Ticker(self._loop)
        self.advertised_addr = (self._host, self.address[1])
        self.uac = Caller(self._net, self.advertised_addr)
        self._look()
        if (trunk := self._rules.trunk) is not None and trunk.registers:
            self._registering = Registering(self.uac, trunk, _NAME, again_s=trunk.again_s)

    async def stop(self) -> None:
        for leg in list(self.legs.values()):
            leg.end("us")
        if self._looking is not None:
            self._looking.cancel()
        if self._registering is not None:
            await self._registering.stop()
        self.ticker.close()
        await super().stop()

    # a new call

    def _invite(self, request: SipRequest, addr: Address) -> None:
        began = time.monotonic()
        if (leg := self.legs.get(request.call_id or "")) is not None:
            self._reinvite(leg, request)
            return
        to = request.to_addr
        if to is None or to.tag:
            self._refuse(request, 481, "Call/Transaction Does Not Exist")
        elif self.draining:
            self._refuse(request, 486, "Busy Here")
        elif len(self.legs) >= self._rules.most_calls:
            self._refuse(request, 503, "Service Unavailable", {"Retry-After": str(_RETRY_AFTER_S)})
        else:
            self._take(request, addr, began)

    def _take(self, request: SipRequest, addr: Address, began: float) -> None:
        try:
            offered = offer_in(request)
        except NotAcceptable:
            self._refuse(request, 488, "Not Acceptable Here")
            return
        dialog = dialog_of(request)
        started = Started(
            dialog.call_id,
            caller.number(request),
            caller.is_attested(request),
            caller.dialled(request),
            caller.language(request),
        )
        try:
            leg = self._leg(addr, started)
        except OSError:
            self._refuse(request, 503, "Service Unavailable", {"Retry-After": str(_RETRY_AFTER_S)})
            return
        self._open(leg, dialog)
        self._calls[dialog.call_id] = call = self._incoming(dialog, request, addr)
        self._counts.add("calls", "inbound")
        if self._rules.ring_s:
            call.ringing()
            leg.ringing = self._loop.call_later(self._rules.ring_s, self._answer, leg, call, offered)
        else:
            self._answer(leg, call, offered)
            self.answer_times.add(time.monotonic() - began)

    def _incoming(self, dialog: Dialog, request: SipRequest, addr: Address) -> IncomingCall:
        return IncomingCall(
            dialog=dialog,
            invite=request,
            transport=self._net,
            source_addr=addr,
            user_agent=_NAME,
            advertised_addr=self.advertised_addr,
        )

    def _leg(self, peer: Address, started: Started) -> SipLeg:
        """OSError when no port is left."""
        leg = SipLeg(self, peer, started, self._counts, transfer_s=self._rules.transfer_s)
        leg.stream = Stream(
            self._loop, self.ticker, self.ports, self._counts, on_key=leg.key, on_speech=leg.speech
        )
        leg.descriptions = Descriptions(self._host, leg.stream.port)
        return leg

    def _open(self, leg: SipLeg, dialog: Dialog) -> None:
        leg.dialog = dialog
        self.legs[dialog.call_id] = leg
        self.empty.clear()
        self._converse(leg)

    def _answer(self, leg: SipLeg, call: IncomingCall, offered: SdpMessage) -> None:
        """One that begins or one that changes; NotAcceptable."""
        answer, agreed = leg.descriptions.answer(offered)
        leg.stream.agree(agreed)
        leg.answer(partial(call.accept, answer), self._rules.timers)

    def _refuse(
        self, request: SipRequest, status: int, reason: str, headers: dict[str, str] | None = None
    ) -> None:
        self._counts.add("refused", str(status))
        self._send_error(request, status, reason, extra_headers=headers)

    def _send_error(
        self,
        request: SipRequest,
        status_code: int,
        reason: str,
        *,
        extra_headers: dict[str, str] | None = None,
    ) -> None:
        self._net.send_reply(
            reply(request, status_code, reason, {"User-Agent": _NAME} | (extra_headers or {}))
        )

    # within a call

    def _reinvite(self, leg: SipLeg, request: SipRequest) -> None:
        """A new address is adopted, hold and resume are heard; a refusal leaves the call as it was."""
        if not self._validate_in_dialog(leg.dialog, request):
            return
        call = self._incoming(leg.dialog, request, leg.peer)
        try:
            offered = described(request)
            if offered is None:
                leg.awaits_answer = True
                leg.answer(partial(call.accept, leg.descriptions.offer()), self._rules.timers)
                return
            self._answer(leg, call, offered)
        except NotAcceptable:
            self._refuse(request, 488, "Not Acceptable Here")

    def _on_update(self, call: IncomingCall, request: SipRequest) -> Any:
        """The library answers 488 when this returns nothing for an offer."""
        leg = self.legs.get(call.call_id)
        try:
            offered = described(request)
            if leg is None or offered is None:
                return None
            answer, agreed = leg.descriptions.answer(offered)
        except NotAcceptable:
            return None
        leg.stream.agree(agreed)
        return answer

    def _ack(self, request: SipRequest, addr: Address) -> None:
        leg = self.legs.get(request.call_id or "")
        if leg is None or not dialog_matches(leg.dialog, request):
            return
        leg.acknowledged()
        if leg.awaits_answer:
            leg.awaits_answer = False
            try:
                leg.stream.agree(agreement(described(request)))
            except NotAcceptable:
                leg.end("failed")
                return
        leg.begin()

    def _cancel(self, request: SipRequest, addr: Address) -> None:
        """Before the answer it ends the call; after it, it comes too late and a BYE will follow."""
        leg = self.legs.get(request.call_id or "")
        call = self._calls.get(request.call_id or "")
        if leg is None or call is None or _branch(call.invite) != _branch(request):
            self._send_error(request, 481, "Call/Transaction Does Not Exist")
            return
        self._net.send_reply(leg.dialog.create_response(request, 200, "OK"))
        if not leg.answered:
            call.reject(487, "Request Terminated")
            leg.end("caller", bye=False)

    def _info(self, request: SipRequest, addr: Address) -> None:
        leg = self.legs.get(request.call_id or "")
        if leg is None:
            self._send_error(request, 481, "Call/Transaction Does Not Exist")
            return
        if not self._validate_in_dialog(leg.dialog, request):
            return
        self._net.send_reply(leg.dialog.create_response(request, 200, "OK"))
        kind = (request.content_type or "").partition(";")[0].strip().lower()
        leg.stream.alive_at = self._loop.time()
        leg.stream.keys.info(kind, request.text, self._loop.time())

    def _on_bye(self, call: IncomingCall, request: SipRequest) -> None:
        if leg := self.legs.get(call.call_id):
            leg.gone()

    def _options(self, request: SipRequest, addr: Address) -> None:
        """How an edge asks whether more calls may come."""
        load = {"X-Load": f"{len(self.legs)}/{self._rules.most_calls}", "Allow": ", ".join(self._handlers)}
        if self.draining:
            self._send_error(request, 503, "Service Unavailable", extra_headers=load)
        else:
            self._send_error(request, 200, "OK", extra_headers=load)

    def _on_progress(self, call_id: str, status: int, reason: str) -> None:
        if status >= 200 and (leg := self.legs.get(call_id)):
            leg.refer_ended(status < 300)

    # what a leg asks

    def say_bye(self, leg: SipLeg) -> None:
        """Or what takes its place while it rings."""
        call_id = leg.dialog.call_id
        if leg.dialog.state == DialogState.CONFIRMED:
            self._net.send(self._request(leg, "BYE"), leg.peer)
            leg.dialog.terminate()
        elif call_id in self._calls:
            self._calls[call_id].reject(480)
        elif (call := self.uac.get_call(call_id)) is not None:
            self.uac.give_up(call)

    def refer(self, leg: SipLeg, target: str) -> None:
        request = self._request(leg, "REFER")
        request.headers.set_single("Refer-To", f"<{target}>")
        self._net.send(request, leg.peer)

    def forget(self, leg: SipLeg) -> None:
        call_id = leg.dialog.call_id
        for known in (self.legs, self._calls, self.uac._calls):
            known.pop(call_id, None)
        if not self.legs:
            self.empty.set()

    def _request(self, leg: SipLeg, method: str) -> SipRequest:
        host, port = self.advertised_addr
        request = leg.dialog.create_request(method, via_host=host, via_port=port)
        request.headers.set_single("Contact", f"<sip:{host}:{port}>")
        request.headers.set_single("User-Agent", _NAME)
        return request

    # calls of ours

    def ring(self, number: str, *, language: str, ring_back: str) -> bool:
        """The conversation hears ``Started``, or ``Ended("refused")``. False: it cannot be rung now."""
        trunk = self._rules.trunk
        if trunk is None or self.draining or len(self.legs) >= self._rules.most_calls:
            return False
        host, port = trunk.address
        try:
            leg = self._leg(trunk.address, Started("", number, True, number, language, ring_back))
        except OSError:
            return False
        call = self.uac.send_invite(
            f"sip:{trunk.number}@{self._host}",
            f"sip:{number}@{host}:{port}",
            trunk.address,
            leg.descriptions.offer(),
            user_agent=_NAME,
            auth=SipDigestAuth(trunk.user, trunk.password) if trunk.user else None,
        )
        leg.started = replace(leg.started, call_id=call.call_id)
        self._open(leg, call.dialog)
        call.on_answer = partial(self._answered, leg)
        call.on_rejected = lambda call, status, reason: leg.end("refused", bye=False)
        leg.ringing = self._loop.call_later(_RING_S, leg.end, "refused")
        self._counts.add("calls", "outbound")
        return True

    def _answered(self, leg: SipLeg, call: OutgoingCall) -> None:
        if leg.ringing is not None:
            leg.ringing.cancel()
        try:
            leg.stream.agree(agreement(call.sdp_answer))
        except NotAcceptable:
            leg.end("failed")
            return
        leg.begin()

    # what goes wrong

    def _on_message(self, msg: SipRequest | SipResponse, addr: Address) -> None:
        if isinstance(msg, SipResponse) and msg.cseq is not None and msg.cseq.method == "REFER":
            self._refer_answered(msg)
        super()._on_message(msg, addr)

    def _refer_answered(self, response: SipResponse) -> None:
        leg = self.legs.get(response.call_id or "")
        if leg is None or response.status_code < 200:
            return
        if response.status_code < 300:
            leg.refer_accepted()
        else:
            leg.refer_ended(False)

    def _unanswered(self, request: SipRequest) -> None:
        if request.method == "REGISTER" and self._registering is not None:
            self._registering.unanswered()
        leg = self.legs.get(request.call_id or "")
        if leg is None:
            return
        if request.method == "REFER":
            leg.refer_ended(False)
        elif request.method == "INVITE":
            leg.end("refused", bye=False)

    def _look(self) -> None:
        """Every second: who has been silent for too long, or here for too long?"""
        now = self._loop.time()
        for leg in list(self.legs.values()):
            if leg.up_since is None:
                continue
            silent = not leg.stream.playing and not leg.stream.held
            if silent and now - leg.stream.alive_at > self._rules.silence_s:
                leg.end("silent")
            elif now - leg.up_since > self._rules.longest_s:
                leg.end("us")
        self._looking = self._loop.call_later(_LOOK_S, self._look)


def _branch(request: SipRequest) -> str:
    return parse_via(request.headers.get("via")[0]).branch or ""
