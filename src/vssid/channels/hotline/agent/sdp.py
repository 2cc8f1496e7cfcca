"""What both sides agree to send: A-law first, then mu-law, keys as telephone-event; nothing else."""

from __future__ import annotations

import time
from ipaddress import ip_address

from aiosipua.message import SipMessage
from aiosipua.sdp import (
    MediaDescription,
    SdpMessage,
    SdpNegotiationError,
    build_sdp,
    negotiate_sdp,
    parse_sdp,
)

from vssid.channels.hotline.agent.media import Format

_LAWS = (8, 0)
_OUR_KEYS = 101
_ANSWERS = {"sendrecv": "sendrecv", "sendonly": "recvonly", "recvonly": "sendonly", "inactive": "inactive"}


class NotAcceptable(Exception):
    """No audio, no common law, another profile, or an address that is none: 488."""


class Descriptions:
    """Of one call: its session keeps its number, each new description counts up."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._session = int(time.time())
        self._version = 0

    def answer(self, offered: SdpMessage) -> tuple[SdpMessage, Format]:
        agreed = agreement(offered)
        try:
            answer, _ = negotiate_sdp(
                offered,
                self._host,
                self._port,
                supported_codecs=[agreed.law],
                dtmf_payload_type=agreed.keys or 0,
                session_id=str(self._session),
            )
        except SdpNegotiationError as error:
            raise NotAcceptable(str(error)) from error
        ours = next(media for media in answer.media if media.media == "audio")
        _set_direction(ours, _ANSWERS[_direction(offered)])
        ours.attributes["ptime"] = ["20"]
        return self._numbered(answer), agreed

    def offer(self) -> SdpMessage:
        made = build_sdp(
            self._host,
            self._port,
            _LAWS[0],
            "PCMA",
            dtmf_payload_type=_OUR_KEYS,
            session_id=str(self._session),
        )
        audio = made.media[0]
        audio.formats.insert(1, str(_LAWS[1]))
        audio.attributes["rtpmap"].insert(1, f"{_LAWS[1]} PCMU/8000")
        return self._numbered(made)

    def _numbered(self, made: SdpMessage) -> SdpMessage:
        made.origin.session_version = str(self._session + self._version)
        self._version += 1
        return made


def described(message: SipMessage) -> SdpMessage | None:
    """The description a message carries; NotAcceptable when it cannot be read."""
    kind = (message.content_type or "").partition(";")[0].strip().lower()
    if not message.body or kind != "application/sdp":
        return None
    try:
        return parse_sdp(message.text)
    except (ValueError, IndexError) as error:
        raise NotAcceptable("unreadable") from error


def offer_in(request: SipMessage) -> SdpMessage:
    """The offer of a call that begins, one we can take; NotAcceptable."""
    offered = described(request)
    agreement(offered)
    assert offered is not None  # noqa: S101 - there is no agreement with nothing
    return offered


def agreement(theirs: SdpMessage | None) -> Format:
    """What we take of theirs; NotAcceptable."""
    audio = theirs and theirs.audio
    if theirs is None or audio is None or audio.proto.upper() != "RTP/AVP":
        raise NotAcceptable("no audio over RTP/AVP")
    host, port = theirs.rtp_address or ("", 0)
    law = next((law for law in _LAWS if any(one.payload_type == law for one in audio.codecs)), None)
    if law is None:
        raise NotAcceptable("neither A-law nor mu-law")
    held = _is_nowhere(host)
    if not 0 < port < 65_536:
        raise NotAcceptable("no port")
    may_hear = _direction(theirs) in {"sendrecv", "recvonly"}
    return Format((host, port), law, _keys(audio), sending=may_hear and not held)


def _is_nowhere(host: str) -> bool:
    """0.0.0.0 is the old way to say hold; a name or a group of hosts is no address of a caller."""
    try:
        address = ip_address(host)
    except ValueError as error:
        raise NotAcceptable("no address") from error
    if address.is_multicast or str(address) == "255.255.255.255":
        raise NotAcceptable("no address of one host")
    return address.is_unspecified


def _keys(audio: MediaDescription) -> int | None:
    return next(
        (
            one.payload_type
            for one in audio.codecs
            if one.encoding_name.lower() == "telephone-event" and one.clock_rate == 8_000
        ),
        None,
    )


def _direction(described: SdpMessage) -> str:
    """The audio's own, else the whole session's, else both ways."""
    assert described.audio is not None  # noqa: S101 - agreement refused it
    for attributes in (described.audio.attributes, described.attributes):
        for direction in _ANSWERS:
            if direction in attributes:
                return direction
    return "sendrecv"


def _set_direction(media: MediaDescription, direction: str) -> None:
    for other in _ANSWERS:
        media.attributes.pop(other, None)
    media.attributes[direction] = []
