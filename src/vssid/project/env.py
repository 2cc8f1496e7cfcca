"""Every ``VSSID_*`` variable, declared once: type, default, one line of help. Others are an error."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any

from vssid.domain.identifiers import insurance_number
from vssid.kit.clock import VIETNAM

_LEAST_SECRET = 32


class UnknownVariable(Exception):
    """A VSSID_ variable nobody declared: most often a typing mistake that would silently do nothing."""


@dataclass(frozen=True)
class Variable:
    name: str
    read: Callable[[str], Any]
    default: Any
    help: str
    secret: bool = False


def _flag(text: str) -> bool:
    if text.lower() in {"1", "true", "yes", "on"}:
        return True
    if text.lower() in {"", "0", "false", "no", "off"}:
        return False
    raise ValueError(f"expected 1 or 0, not {text!r}")


def _words(text: str) -> list[str]:
    return [word for word in text.replace(",", " ").split() if word]


def _insurance_numbers(text: str) -> list[str]:
    """As people are asked for them: one that can never be typed would watch nothing."""
    numbers = _words(text)
    for number in numbers:
        if not re.fullmatch(insurance_number.PATTERN, number):
            raise ValueError(f"expected numbers of 10 or 12 digits, not {number!r}")
    return numbers


def _signatures(text: str) -> list[str]:
    """Never "none" and never a shared secret."""
    names = _words(text)
    for name in names:
        if not re.fullmatch(r"(RS|PS|ES)(256|384|512)", name):
            raise ValueError(f"expected RS256, ES256, PS256 and the like, not {name!r}")
    return names


def _optional_count(text: str) -> int | None:
    if text and int(text) < 0:
        raise ValueError(f"expected a number from 0, not {text!r}")
    return int(text) if text else None


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


def _networks(text: str) -> list[IPv4Network | IPv6Network]:
    return [ip_network(word) for word in _words(text)]


def _hours(text: str) -> tuple[time, time] | None:
    """Of a day in Viet Nam."""
    if not text:
        return None
    since, _, until = text.partition("-")
    hours = time.fromisoformat(since.strip()), time.fromisoformat(until.strip())
    if hours[0] >= hours[1]:
        raise ValueError(f"expected hours of one day such as 07:00-19:00, not {text!r}")
    return hours


def _file(text: str) -> Path | None:
    if text and not Path(text).is_file():
        raise ValueError(f"expected a file, not {text!r}")
    return Path(text) if text else None


def _positive(text: str) -> int:
    if int(text) < 1:
        raise ValueError(f"expected a number from 1, not {text!r}")
    return int(text)


def _address(text: str) -> tuple[str, int] | None:
    """Host and port."""
    if not text:
        return None
    host, _, port = text.rpartition(":")
    if not host or not 0 <= int(port) < 65_536:
        raise ValueError(f"expected an address such as 127.0.0.1:5070, not {text!r}")
    return host.strip("[]"), int(port)


def _rtp_ports(text: str) -> range:
    """Even numbers below those the kernel hands out by itself, from 32768."""
    first, _, last = text.partition("-")
    ports = range(int(first) + int(first) % 2, int(last) + 1, 2)
    if not (int(first) >= 1024 and int(last) < 32_768 and ports):
        raise ValueError(f"expected ports between 1024 and 32767 such as 16384-32766, not {text!r}")
    return ports


def _long_secret(text: str) -> str:
    if text and len(text) < _LEAST_SECRET:
        raise ValueError(f"expected at least {_LEAST_SECRET} characters, or none")
    return text


def _percent(text: str) -> int:
    if not 1 <= int(text) <= 100:
        raise ValueError(f"expected a number from 1 to 100, not {text!r}")
    return int(text)


def _up_to_five(text: str) -> int:
    if not 1 <= int(text) <= 5:
        raise ValueError(f"expected a number from 1 to 5, not {text!r}")
    return int(text)


VARIABLES: tuple[Variable, ...] = (
    Variable("VSSID_HOME", Path, Path("var"), "Folder of the data this installation keeps"),
    Variable("VSSID_DATABASE_URL", str, "", "Database address; empty: SQLite in VSSID_HOME"),
    Variable(
        "VSSID_SECRET_KEY", str, "", "Signs sessions and forms; at least 50 random characters", secret=True
    ),
    Variable("VSSID_KEYS", str, "", "Key ring file; empty: keys.json in VSSID_HOME"),
    Variable(
        "VSSID_PHOTOS",
        str,
        "",
        "Folder of applicants' photos, sealed, shared by all servers; empty: photos in VSSID_HOME",
    ),
    Variable(
        "VSSID_SUBJECT_KEYS",
        str,
        "",
        "Folder of keys whose deletion erases, shared by all servers, never backed up with the database; "
        "empty: subject-keys in VSSID_HOME",
    ),
    Variable("VSSID_SEALS", str, "", "Folder of the seal on papers; empty: seals in VSSID_HOME"),
    Variable("VSSID_SEAL_PASSPHRASE", str, "", "Opens the key of the seal, when it is a file", secret=True),
    Variable("VSSID_SEAL_MODULE", str, "", "Library of the key module (PKCS#11) that holds the seal's key"),
    Variable("VSSID_SEAL_TOKEN", str, "", "Label of the token in the key module"),
    Variable("VSSID_SEAL_KEY", str, "seal", "Label of the seal's key in the key module"),
    Variable("VSSID_SEAL_PIN", str, "", "PIN of the token in the key module", secret=True),
    Variable("VSSID_SEAL_STAMPS", str, "", "Address of the time-stamp service (RFC 3161)"),
    Variable("VSSID_HOSTS", _words, ["127.0.0.1", "localhost", "[::1]"], "Host names this site answers to"),
    Variable(
        "VSSID_LANGUAGES", _words, ["vi", "en", "zh-hans", "ko", "ja"], "Languages offered, default first"
    ),
    Variable("VSSID_DEMO", _flag, False, "1: a demonstration with invented people; every page says so"),
    Variable(
        "VSSID_DEBUG", _flag, False, "1: development aids, component gallery; refused outside demonstrations"
    ),
    Variable("VSSID_PROXIES", _optional_count, None, "How many trusted proxies stand in front (0: none)"),
    Variable("VSSID_HTTPS", _flag, True, "1: cookies and redirects insist on HTTPS (demonstrations: 0)"),
    Variable(
        "VSSID_CHECKPOINTS",
        str,
        "",
        "Folder for copies of the access log's signed checkpoints, best on another disk or host; "
        "empty: checkpoints in VSSID_HOME",
    ),
    Variable(
        "VSSID_SECURITY_CONTACT",
        str,
        "",
        "Where weaknesses are reported (mailto: or https:), for /.well-known/security.txt",
    ),
    Variable(
        "VSSID_CANARY_NUMBERS",
        _insurance_numbers,
        [],
        "Numbers given to nobody, of 10 and of 12 digits; whoever signs in with one or looks one up walks "
        "numbers, and the log warns. The number look-up takes 12 digits alone",
    ),
    Variable("VSSID_LOG_LEVEL", str, "INFO", "Least severe log line written"),
    Variable(
        "VSSID_SESSION_MINUTES", _positive, 30, "Minutes without a click after which a citizen signs in again"
    ),
    Variable(
        "VSSID_SESSION_HOURS", _positive, 12, "Hours after which a citizen signs in again, however busy"
    ),
    Variable(
        "VSSID_STAFF_MINUTES", _positive, 15, "Minutes without a click after which staff give a new code"
    ),
    Variable(
        "VSSID_STAFF_NETWORKS",
        _networks,
        [],
        "Networks from which staff work, as 203.0.113.0/24; empty: from anywhere",
    ),
    Variable(
        "VSSID_STAFF_HOURS",
        _hours,
        None,
        "Hours in which staff work, as 07:00-19:00 (Viet Nam); operators at any hour; empty: always",
    ),
    Variable(
        "VSSID_STAFF_APP_CODES",
        _flag,
        False,
        "1: staff may show a code of an app instead of a passkey, while passkeys are being given out "
        "(demonstrations: always)",
    ),
    Variable(
        "VSSID_NEW_DEVICE_ASKS",
        _flag,
        False,
        "1: demonstrations too ask for a second thing on a new device, as everything else always does",
    ),
    Variable(
        "VSSID_LOCKOUT_TRIES", _positive, 5, "Wrong passwords from unknown devices before sign-in is locked"
    ),
    Variable(
        "VSSID_LOCKOUT_MINUTES", _positive, 5, "Minutes a locked sign-in waits the first time; grows by 1.1"
    ),
    Variable(
        "VSSID_BREACHED_PASSWORDS",
        _file,
        None,
        "File of breached passwords nobody may choose: SHA-1 in order, as Have I Been Pwned gives them out; "
        "empty: the twenty thousand most common alone",
    ),
    Variable(
        "VSSID_CODES_AN_HOUR",
        _positive,
        3,
        "One-time codes sent to an account for one purpose within an hour",
    ),
    Variable(
        "VSSID_CODES_A_DAY", _positive, 10, "One-time codes sent to an account for one purpose within a day"
    ),
    Variable(
        "VSSID_RESET_CODES_A_DAY", _positive, 3, "Codes for a new password sent to an account in 24 hours"
    ),
    Variable(
        "VSSID_RESET_CODES_A_MONTH", _positive, 6, "Codes for a new password sent to an account in 30 days"
    ),
    Variable(
        "VSSID_RESET_WRONG_CODES_A_DAY",
        _positive,
        10,
        "Wrong codes in 24 hours after which a new password needs VNeID or a visit",
    ),
    Variable(
        "VSSID_TRUST_CONTACTS_ON_FILE",
        _flag,
        False,
        "1: notices go to the phone and e-mail the agency's files hold, unconfirmed (demonstrations: always)",
    ),
    Variable(
        "VSSID_REGISTRATION_DAYS",
        _positive,
        14,
        "Days an unfinished registration with a proven contact is kept before it is erased",
    ),
    Variable(
        "VSSID_EMAIL_URL",
        str,
        "",
        "Mail server, smtp://user:password@host:587 (STARTTLS) or smtps://…:465; empty: no e-mail is sent",
        secret=True,
    ),
    Variable(
        "VSSID_DELIVERY_LEASE",
        _positive,
        600,
        "Seconds after which what a dead worker had in hand is sent by another; longer than a batch takes",
    ),
    Variable("VSSID_SMS_URL", str, "", "Gateway text messages are posted to (https); empty: no SMS is sent"),
    Variable("VSSID_SMS_TOKEN", str, "", "Bearer token of the gateway", secret=True),
    Variable("VSSID_SMS_SENDER", str, "BHXH", "Brand name telephones show for our text messages"),
    Variable(
        "VSSID_NAME_CHECK_URL",
        str,
        "",
        "Payment gateway that says whose a bank account is (https); empty: no new payout account can stand",
    ),
    Variable("VSSID_NAME_CHECK_TOKEN", str, "", "Bearer token of the payment gateway", secret=True),
    Variable("VSSID_EMAIL_SENDER", str, "", "Name and address e-mails come from: VssID <no-reply@…>"),
    Variable("VSSID_PUSH_KEY", str, "", "Key that signs push messages; empty: push-key.pem in VSSID_HOME"),
    Variable(
        "VSSID_PUSH_HOSTS",
        _words,
        [
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            ".push.apple.com",
            ".notify.windows.com",
        ],
        "Push services that may be called: hosts, or .suffixes of hosts",
    ),
    Variable(
        "VSSID_VNEID_ISSUER",
        str,
        "",
        "Issuer of the national e-ID, https, exactly as it signs; empty: VNeID is not offered",
    ),
    Variable("VSSID_VNEID_CLIENT_ID", str, "", "Name this installation has at VNeID"),
    Variable(
        "VSSID_VNEID_CLIENT_AUTH",
        str,
        "",
        "How it proves itself to VNeID: private_key_jwt or client_secret_basic",
    ),
    Variable("VSSID_VNEID_CLIENT_KEY", str, "", "File of its private key (PEM), for private_key_jwt"),
    Variable("VSSID_VNEID_CLIENT_SECRET", str, "", "Its secret, for client_secret_basic", secret=True),
    Variable(
        "VSSID_VNEID_ACR", _words, [], "Levels of assurance accepted from VNeID, the one to ask for first"
    ),
    Variable(
        "VSSID_VNEID_MAX_AGE", _positive, 300, "Seconds since the person last proved themselves at VNeID"
    ),
    Variable(
        "VSSID_VNEID_ALGORITHMS",
        _signatures,
        ["RS256", "ES256", "PS256"],
        "Signatures accepted from VNeID: RS, PS or ES with 256, 384 or 512",
    ),
    Variable("VSSID_VNEID_SCOPES", _words, ["openid", "profile"], "What VNeID is asked to tell"),
    Variable("VSSID_VNEID_NUMBER_CLAIM", str, "national_id", "Claim in which VNeID tells the citizen number"),
    Variable("VSSID_VNEID_HOSTS", _words, [], "Hosts of VNeID's endpoints beside the issuer's own"),
    Variable(
        "VSSID_VNEID_OPENS_ACCOUNTS",
        _flag,
        False,
        "1: a rule opens an account for who signs in with VNeID without one; 0: officers decide",
    ),
    Variable(
        "VSSID_VOICE_SIP_ADDR", _address, ("127.0.0.1", 5070), "Where the voice agent listens for SIP (UDP)"
    ),
    Variable(
        "VSSID_VOICE_ADVERTISED_IP",
        str,
        "",
        "Address told to callers for signals and sound; empty: that of VSSID_VOICE_SIP_ADDR",
    ),
    Variable(
        "VSSID_VOICE_EDGE_ADDRS",
        _networks,
        [ip_network("127.0.0.1")],
        "Addresses or networks of the edges that may send calls; others get no answer",
    ),
    Variable(
        "VSSID_VOICE_RTP_PORTS",
        _rtp_ports,
        range(16_384, 32_767, 2),
        "Ports for sound, as 16384-32766; a call takes an even one; below 32768",
    ),
    Variable("VSSID_VOICE_MAX_CALLS", _positive, 250, "Calls at a time in one voice agent"),
    Variable("VSSID_VOICE_DRAIN_S", _positive, 120, "Seconds a stopping voice agent waits for its calls"),
    Variable(
        "VSSID_VOICE_HEALTH_ADDR",
        _address,
        ("127.0.0.1", 5071),
        "Where the voice agent tells its health and counts (HTTP, this machine); empty: nowhere",
    ),
    Variable("VSSID_VOICE_AGENT_URI", str, "", "SIP address of the officers' queue; empty: call-backs alone"),
    Variable(
        "VSSID_VOICE_TRUNK_ADDR",
        _address,
        None,
        "Where the voice agent sends calls of its own, host:port; empty: it rings nobody back",
    ),
    Variable("VSSID_VOICE_TRUNK_CALLER", str, "19009068", "Number shown to those who are rung back"),
    Variable("VSSID_VOICE_TRUNK_USER", str, "", "Name for a trunk that asks for one (digest)"),
    Variable("VSSID_VOICE_TRUNK_PASSWORD", str, "", "Password for that trunk", secret=True),
    Variable("VSSID_VOICE_TRUNK_REGISTER", _flag, False, "1: the voice agent registers at the trunk"),
    Variable(
        "VSSID_VOICE_PROMPTS_DIR", str, "", "Folder of the spoken prompts; empty: prompts in VSSID_HOME"
    ),
    Variable("VSSID_VOICE_STT", str, "none", "Speech recognition: none, vietasr, whisper, vosk or http"),
    Variable("VSSID_VOICE_STT_WORKERS", _positive, 1, "Processes that recognise speech"),
    Variable("VSSID_VOICE_WEBRTC", _flag, False, "1: a phone in the browser, for demonstrations"),
    Variable(
        "VSSID_VOICE_SPEAK_IN_CALL",
        _flag,
        False,
        "1: a code may be spoken in the call that asked for it, if the carrier vouches for the number",
    ),
    Variable(
        "VSSID_VOICE_CORE_URL",
        str,
        "http://127.0.0.1:8000",
        "Address at which the voice agent calls the core",
    ),
    Variable(
        "VSSID_VOICE_CORE_TOKEN",
        _long_secret,
        "",
        "Shared by core and voice agents, at least 32 characters; empty: no voice agent is let in",
        secret=True,
    ),
    Variable(
        "VSSID_VOICE_CALLS_AN_HOUR",
        _positive,
        5,
        "Calls of one telephone number that may ask for a new password within an hour",
    ),
    Variable(
        "VSSID_VOICE_CALLS_A_DAY",
        _positive,
        10,
        "Calls of one telephone number that may ask for a new password within 24 hours",
    ),
    Variable(
        "VSSID_VOICE_ACCOUNTS_A_DAY",
        _positive,
        3,
        "Accounts one telephone number may ask for in 24 hours; the next one closes it for a day",
    ),
    Variable(
        "VSSID_VOICE_DEGRADED_SHARE",
        _percent,
        80,
        "Percent of telephone requests of five minutes that fit no caller, from which people answer instead",
    ),
    Variable(
        "VSSID_VOICE_DEGRADED_LEAST",
        _positive,
        50,
        "Telephone requests in five minutes below which that share says nothing",
    ),
    Variable(
        "VSSID_MAINTENANCE_UNTIL",
        _moment,
        None,
        "Pages say that the service rests until then, as 2026-11-29T02:00 (Viet Nam); empty: open",
    ),
    Variable(
        "VSSID_MINUTES_OF_CONFIRMATION",
        _up_to_five,
        5,
        "Minutes a repeated password, passkey or code counts as fresh; at most 5",
    ),
)


def read(environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The declared variables with their values; UnknownVariable or ValueError name what is wrong."""
    declared = {variable.name: variable for variable in VARIABLES}
    unknown = sorted(name for name in environment if name.startswith("VSSID_") and name not in declared)
    if unknown:
        raise UnknownVariable(f"unknown setting {', '.join(unknown)}; `vssid doctor` lists the known ones")
    return {name: _value(variable, environment) for name, variable in declared.items()}


def _value(variable: Variable, environment: Mapping[str, str]) -> Any:
    text = environment.get(variable.name)
    if text is None:
        return variable.default
    try:
        return variable.read(text)
    except ValueError as error:
        raise ValueError(f"{variable.name}: {error}") from error
