"""The voice agent beside a demonstration, asked by the page with the telephone."""

from __future__ import annotations

from enum import StrEnum

import requests
from django.conf import settings

_STATE_S, _ANSWER_S = 2, 10


class Phone(StrEnum):
    """Whether a call from the browser can be made, and what is missing if not."""

    READY = "ready"
    SWITCHED_OFF = "off"
    NO_AGENT = "no_agent"
    NO_EXTRA = "no_extra"


class NotConnected(Exception):
    """``busy``: too many calls; otherwise the agent is not there or could not make sense of the offer."""

    def __init__(self, *, busy: bool = False) -> None:
        super().__init__()
        self.busy = busy


def phone() -> Phone:
    address = _address()
    if not address:
        return Phone.SWITCHED_OFF
    try:
        status = requests.get(address, headers=_pass(), timeout=_STATE_S).status_code
    except requests.RequestException:
        return Phone.NO_AGENT
    return {204: Phone.READY, 501: Phone.NO_EXTRA}.get(status, Phone.SWITCHED_OFF)


def connect(offer: str, *, caller: str, dialled: str) -> str:
    """Hands on what a browser offers; the agent's answer. NotConnected."""
    address = _address()
    if not address:
        raise NotConnected
    asked = {"sdp": offer, "caller": caller, "dialled": dialled}
    try:
        answer = requests.post(address, json=asked, headers=_pass(), timeout=_ANSWER_S)
        if answer.status_code != 200:
            raise NotConnected(busy=answer.status_code == 503)
        return str(answer.json()["sdp"])
    except (requests.RequestException, ValueError, KeyError) as error:
        raise NotConnected from error


def _address() -> str:
    """Of the agent on this machine; "": nobody is to be asked."""
    health = settings.VALUES["VSSID_VOICE_HEALTH_ADDR"]
    if not settings.VALUES["VSSID_VOICE_WEBRTC"] or health is None:
        return ""
    return f"http://{health[0]}:{health[1]}/browser-phone"


def _pass() -> dict[str, str]:
    return {"Authorization": f"Bearer {settings.VALUES['VSSID_VOICE_CORE_TOKEN']}"}
