"""A call from a browser: sound both ways by WebRTC, keys as texts over a data channel. For demonstrations.

Needs the extra ``voice-web``; only ``browser_phone`` imports this, and does without where it is missing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from fractions import Fraction
from typing import Any

from aiortc import (
    MediaStreamTrack,
    RTCConfiguration,
    RTCDataChannel,
    RTCPeerConnection,
    RTCRtpSender,
    RTCSessionDescription,
)
from aiortc.mediastreams import MediaStreamError
from av import AudioResampler, Packet

from vssid.channels.hotline.agent.base_leg import BaseLeg
from vssid.channels.hotline.agent.base_stream import BaseStream
from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.keys import KEYS
from vssid.channels.hotline.agent.leg import Converse, Ending, Started
from vssid.channels.hotline.agent.playing import FRAME
from vssid.channels.hotline.agent.ticker import Ticker
from vssid.kit import g711

_ALAW = "audio/PCMA"
_RATE = 8_000
_CONNECT_S = 20.0
_LONGEST_S = 900.0  # the dialogue ends a call long before
_LAST_WORDS_S = 0.3
"""What a browser still has to play when we have sent everything."""


class NotAcceptable(Exception):
    """No audio, no A-law, or no description at all."""


class WebPhones:
    """The calls from browsers."""

    def __init__(self, ticker: Ticker, converse: Converse, counts: Counts) -> None:
        self._ticker, self._converse, self._counts = ticker, converse, counts
        self.legs: set[WebRtcLeg] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def answer(self, offer: str, started: Started) -> str:
        """A new call; NotAcceptable."""
        leg = WebRtcLeg(self, started, self._counts)
        leg.stream = Stream(self._ticker, self._counts, leg.speech)
        self.legs.add(leg)
        self._converse(leg)
        self._counts.add("calls", "browser")
        try:
            return await leg.connect(offer)
        except Exception as error:  # whatever the library makes of what a browser sent
            leg.end("failed")
            raise NotAcceptable from error

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        for leg in list(self.legs):
            leg.end("us")
        await asyncio.gather(*self._tasks, return_exceptions=True)


class WebRtcLeg(BaseLeg):
    stream: Stream

    def __init__(self, phones: WebPhones, started: Started, counts: Counts) -> None:
        super().__init__(started, counts)
        self._phones = phones
        # nobody outside is asked for our address
        self._peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self._limit = self._loop.call_later(_CONNECT_S, self.end, "failed")
        self._begun = False

    async def connect(self, offer: str) -> str:
        """Our description, with all addresses; whatever is wrong raises."""
        peer = self._peer
        peer.on("connectionstatechange", self._changed)
        peer.on("datachannel", self._reached)
        peer.on("track", lambda track: self._phones.begin(self.stream.hear(track)))
        line = peer.addTransceiver(self.stream.track, direction="sendrecv")
        spoken = RTCRtpSender.getCapabilities("audio").codecs
        line.setCodecPreferences([codec for codec in spoken if codec.mimeType == _ALAW])
        await peer.setRemoteDescription(RTCSessionDescription(_resolved(offer), "offer"))
        await peer.setLocalDescription(await peer.createAnswer())
        if not line.mid or not line.currentDirection or "send" not in line.currentDirection:
            raise ValueError("no audio towards the browser")
        return str(peer.localDescription.sdp)

    async def transfer(self, uri: str, case: str) -> bool:
        """A browser cannot be handed on: officers call back."""
        return False

    def end(self, reason: Ending) -> None:
        if self._ended:
            return
        self._ended = True
        self._limit.cancel()
        self.stream.close()
        self._phones.legs.discard(self)
        self._phones.begin(self._close(_LAST_WORDS_S if reason == "us" else 0.0))
        self._over(reason)

    async def _close(self, later: float) -> None:
        await asyncio.sleep(later)
        await self._peer.close()

    def _reached(self, channel: RTCDataChannel) -> None:
        """The channel for keys stands, so sound does too: it rides on the same connection."""
        channel.on("message", self._said)
        channel.on("close", lambda: self.end("caller"))
        if not self._begun and not self._ended:
            self._begun = True
            self._limit.cancel()
            self._limit = self._loop.call_later(_LONGEST_S, self.end, "us")
            self._tell(self.started)

    def _said(self, text: str | bytes) -> None:
        if isinstance(text, str) and len(text) == 1 and text in KEYS:
            self.key(text, "browser")

    def _changed(self) -> None:
        if self._peer.connectionState in ("failed", "closed"):
            self.end("caller" if self._begun else "failed")


def _resolved(offer: str) -> str:
    """Without names that only a browser's own network resolves: it finds us, and we see from where."""
    return "".join(line for line in offer.splitlines(keepends=True) if ".local " not in line)


class Stream(BaseStream):
    """The ticker's frames wait in ``track`` for the connection; what the microphone sends is heard."""

    def __init__(self, ticker: Ticker, counts: Counts, on_speech: Callable[[bytes], None]) -> None:
        super().__init__(asyncio.get_running_loop(), ticker, on_speech)
        self._counts = counts
        self.track = _Track()

    def close(self) -> None:
        self.stop()
        self.track.stop()

    def send_frame(self, tick: int) -> bool:
        if not self._playing:
            return False
        self.track.waiting.put_nowait((tick, self._playing.next_frame()))
        self._counts.add("packets", "sent")
        if self._playing:
            return True
        self._loop.call_soon(self._playing.done)
        return False

    async def hear(self, track: MediaStreamTrack) -> None:
        """Until the call ends; as the telephone's sound, so that speech is cut from both alike."""
        coarse = AudioResampler(format="s16", layout="mono", rate=_RATE, frame_size=FRAME)
        while True:
            try:
                heard = coarse.resample(await track.recv())
            except MediaStreamError:
                return
            for frame in heard:
                self._counts.add("packets", "received")
                self._hearing.hear(g711.alaw(frame.to_ndarray()[0]), 8)


class _Track(MediaStreamTrack):  # type: ignore[misc]  # the library is not there for the type check
    """A-law goes out as it is, without a codec; between prompts nothing is sent."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self.waiting: asyncio.Queue[tuple[int, bytes]] = asyncio.Queue()

    async def recv(self) -> Packet:
        tick, frame = await self.waiting.get()
        packet = Packet(frame)
        packet.pts, packet.time_base = tick * FRAME, Fraction(1, _RATE)
        return packet
