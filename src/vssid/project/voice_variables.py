"""The ``VSSID_VOICE_*`` variables: the voice agent, and what the core asks of calls."""

from __future__ import annotations

from ipaddress import ip_network

from vssid.project.env_values import (
    address,
    flag,
    long_secret,
    networks,
    percent,
    positive,
    recogniser,
    rtp_ports,
    service,
    spoken_languages,
)
from vssid.project.variable import Variable

VOICE: tuple[Variable, ...] = (
    Variable(
        "VSSID_VOICE_SIP_ADDR", address, ("127.0.0.1", 5070), "Where the voice agent listens for SIP (UDP)"
    ),
    Variable(
        "VSSID_VOICE_ADVERTISED_IP",
        str,
        "",
        "Address told to callers for signals and sound; empty: that of VSSID_VOICE_SIP_ADDR",
    ),
    Variable(
        "VSSID_VOICE_EDGE_ADDRS",
        networks,
        [ip_network("127.0.0.1")],
        "Addresses or networks of the edges that may send calls; others get no answer",
    ),
    Variable(
        "VSSID_VOICE_RTP_PORTS",
        rtp_ports,
        range(16_384, 32_767, 2),
        "Ports for sound, as 16384-32766; a call takes an even one; below 32768",
    ),
    Variable("VSSID_VOICE_MAX_CALLS", positive, 250, "Calls at a time in one voice agent"),
    Variable("VSSID_VOICE_DRAIN_S", positive, 120, "Seconds a stopping voice agent waits for its calls"),
    Variable(
        "VSSID_VOICE_HEALTH_ADDR",
        address,
        ("127.0.0.1", 5071),
        "Where the voice agent tells its health and counts (HTTP, this machine); empty: nowhere",
    ),
    Variable("VSSID_VOICE_AGENT_URI", str, "", "SIP address of the officers' queue; empty: call-backs alone"),
    Variable(
        "VSSID_VOICE_TRUNK_ADDR",
        address,
        None,
        "Where the voice agent sends calls of its own, host:port; empty: it rings nobody back",
    ),
    Variable("VSSID_VOICE_TRUNK_CALLER", str, "19009068", "Number shown to those who are rung back"),
    Variable("VSSID_VOICE_TRUNK_USER", str, "", "Name for a trunk that asks for one (digest)"),
    Variable("VSSID_VOICE_TRUNK_PASSWORD", str, "", "Password for that trunk", secret=True),
    Variable("VSSID_VOICE_TRUNK_REGISTER", flag, False, "1: the voice agent registers at the trunk"),
    Variable(
        "VSSID_VOICE_PROMPTS_DIR", str, "", "Folder of the spoken prompts; empty: prompts in VSSID_HOME"
    ),
    Variable("VSSID_VOICE_WEBRTC", flag, False, "1: a phone in the browser, for demonstrations alone"),
    Variable(
        "VSSID_VOICE_STT",
        recogniser,
        "none",
        "What understands speech beside keys: whisper, vosk, http (a service), or vietasr (demonstrations "
        "alone); none: keys alone",
    ),
    Variable(
        "VSSID_VOICE_STT_WORKERS",
        positive,
        1,
        "Processes that turn speech into text, each with its model in memory (vietasr: 230 MB, half a core "
        "while somebody speaks); http: requests at a time",
    ),
    Variable(
        "VSSID_VOICE_STT_LANGUAGES",
        spoken_languages,
        ["vi", "en"],
        "Languages whisper, vosk or http have a model for, of vi and en; vietasr has vi alone",
    ),
    Variable(
        "VSSID_VOICE_STT_FOLDER",
        str,
        "",
        "Folder of whisper's model (CTranslate2), or of vosk's, one folder a language in it, as vi and en; "
        "nothing is fetched",
    ),
    Variable(
        "VSSID_VOICE_STT_URL",
        service,
        "",
        "OpenAI-compatible service that transcribes, for http, as https://speech.example/v1; https unless on "
        "this machine",
    ),
    Variable("VSSID_VOICE_STT_MODEL", str, "", "Name of its model, for http"),
    Variable(
        "VSSID_VOICE_STT_TOKEN", str, "", "Bearer token of that service; empty: it wants none", secret=True
    ),
    Variable(
        "VSSID_VOICE_CORE_URL",
        str,
        "http://127.0.0.1:8000",
        "Address at which the voice agent calls the core",
    ),
    Variable(
        "VSSID_VOICE_CORE_TOKEN",
        long_secret,
        "",
        "Shared by core and voice agents, at least 32 characters; empty: no voice agent is let in",
        secret=True,
    ),
    Variable(
        "VSSID_VOICE_SPEAK_IN_CALL",
        flag,
        False,
        "1: a code may be told in the same call, if the carrier asserts the number and it is a month old",
    ),
    Variable(
        "VSSID_VOICE_CALLS_AN_HOUR",
        positive,
        5,
        "Calls of one telephone number that may ask for a new password within an hour",
    ),
    Variable(
        "VSSID_VOICE_CALLS_A_DAY",
        positive,
        10,
        "Calls of one telephone number that may ask for a new password within 24 hours",
    ),
    Variable(
        "VSSID_VOICE_ACCOUNTS_A_DAY",
        positive,
        3,
        "Accounts one telephone number may ask for in 24 hours; the next one closes it for a day",
    ),
    Variable(
        "VSSID_VOICE_DEGRADED_SHARE",
        percent,
        80,
        "Percent of telephone requests of five minutes that fit no caller, from which people answer instead",
    ),
    Variable(
        "VSSID_VOICE_DEGRADED_LEAST",
        positive,
        50,
        "Telephone requests in five minutes below which that share says nothing",
    ),
)
