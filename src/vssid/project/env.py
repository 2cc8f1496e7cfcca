"""Every ``VSSID_*`` variable, declared once: type, default, one line of help. Others are an error."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from vssid.project.env_values import (
    address,
    file,
    flag,
    hours,
    insurance_numbers,
    long_secret,
    moment,
    networks,
    optional_count,
    percent,
    positive,
    recogniser,
    rtp_ports,
    service,
    signatures,
    spoken_languages,
    up_to_five,
    words,
)


class UnknownVariable(Exception):
    """A VSSID_ variable nobody declared: most often a typing mistake that would silently do nothing."""


@dataclass(frozen=True)
class Variable:
    name: str
    read: Callable[[str], Any]
    default: Any
    help: str
    secret: bool = False


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
    Variable("VSSID_HOSTS", words, ["127.0.0.1", "localhost", "[::1]"], "Host names this site answers to"),
    Variable(
        "VSSID_LANGUAGES", words, ["vi", "en", "zh-hans", "ko", "ja"], "Languages offered, default first"
    ),
    Variable("VSSID_DEMO", flag, False, "1: a demonstration with invented people; every page says so"),
    Variable(
        "VSSID_DEBUG", flag, False, "1: development aids, component gallery; refused outside demonstrations"
    ),
    Variable("VSSID_PROXIES", optional_count, None, "How many trusted proxies stand in front (0: none)"),
    Variable("VSSID_HTTPS", flag, True, "1: cookies and redirects insist on HTTPS (demonstrations: 0)"),
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
        insurance_numbers,
        [],
        "Numbers given to nobody, of 10 and of 12 digits; whoever signs in with one or looks one up walks "
        "numbers, and the log warns. The number look-up takes 12 digits alone",
    ),
    Variable("VSSID_LOG_LEVEL", str, "INFO", "Least severe log line written"),
    Variable(
        "VSSID_SESSION_MINUTES", positive, 30, "Minutes without a click after which a citizen signs in again"
    ),
    Variable("VSSID_SESSION_HOURS", positive, 12, "Hours after which a citizen signs in again, however busy"),
    Variable(
        "VSSID_STAFF_MINUTES", positive, 15, "Minutes without a click after which staff give a new code"
    ),
    Variable(
        "VSSID_STAFF_NETWORKS",
        networks,
        [],
        "Networks from which staff work, as 203.0.113.0/24; empty: from anywhere",
    ),
    Variable(
        "VSSID_STAFF_HOURS",
        hours,
        None,
        "Hours in which staff work, as 07:00-19:00 (Viet Nam); operators at any hour; empty: always",
    ),
    Variable(
        "VSSID_NEW_DEVICE_ASKS",
        flag,
        False,
        "1: demonstrations too ask for a second thing on a new device, as everything else always does",
    ),
    Variable(
        "VSSID_LOCKOUT_TRIES", positive, 5, "Wrong passwords from unknown devices before sign-in is locked"
    ),
    Variable(
        "VSSID_LOCKOUT_MINUTES", positive, 5, "Minutes a locked sign-in waits the first time; grows by 1.1"
    ),
    Variable(
        "VSSID_BREACHED_PASSWORDS",
        file,
        None,
        "File of breached passwords nobody may choose: SHA-1 in order, as Have I Been Pwned gives them out; "
        "empty: the twenty thousand most common alone",
    ),
    Variable(
        "VSSID_CODES_AN_HOUR",
        positive,
        3,
        "One-time codes sent to an account for one purpose, or to an address that registers, within an hour",
    ),
    Variable(
        "VSSID_CODES_A_DAY",
        positive,
        10,
        "One-time codes sent to an account for one purpose, or to an address that registers, within a day",
    ),
    Variable(
        "VSSID_RESET_CODES_A_DAY", positive, 3, "Codes for a new password sent to an account in 24 hours"
    ),
    Variable(
        "VSSID_RESET_CODES_A_MONTH", positive, 6, "Codes for a new password sent to an account in 30 days"
    ),
    Variable(
        "VSSID_RESET_WRONG_CODES_A_DAY",
        positive,
        10,
        "Wrong codes in 24 hours after which a new password needs VNeID or a visit",
    ),
    Variable(
        "VSSID_TRUST_CONTACTS_ON_FILE",
        flag,
        False,
        "1: notices go to the phone and e-mail the agency's files hold, unconfirmed (demonstrations: always)",
    ),
    Variable(
        "VSSID_REGISTRATION_DAYS",
        positive,
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
        positive,
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
    Variable(
        "VSSID_CHOOSER_URL",
        str,
        "",
        "OpenAI-compatible service that may choose among approved answers, as https://llm.example/v1; "
        "empty: the ranking alone decides",
    ),
    Variable("VSSID_CHOOSER_MODEL", str, "", "Name of its model"),
    Variable(
        "VSSID_CHOOSER_TOKEN", str, "", "Bearer token of that service; empty: it wants none", secret=True
    ),
    Variable("VSSID_EMAIL_SENDER", str, "", "Name and address e-mails come from: VssID <no-reply@…>"),
    Variable("VSSID_PUSH_KEY", str, "", "Key that signs push messages; empty: push-key.pem in VSSID_HOME"),
    Variable(
        "VSSID_PUSH_HOSTS",
        words,
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
        "VSSID_VNEID_ACR", words, [], "Levels of assurance accepted from VNeID, the one to ask for first"
    ),
    Variable(
        "VSSID_VNEID_MAX_AGE", positive, 300, "Seconds since the person last proved themselves at VNeID"
    ),
    Variable(
        "VSSID_VNEID_ALGORITHMS",
        signatures,
        ["RS256", "ES256", "PS256"],
        "Signatures accepted from VNeID: RS, PS or ES with 256, 384 or 512",
    ),
    Variable("VSSID_VNEID_SCOPES", words, ["openid", "profile"], "What VNeID is asked to tell"),
    Variable("VSSID_VNEID_NUMBER_CLAIM", str, "national_id", "Claim in which VNeID tells the citizen number"),
    Variable("VSSID_VNEID_HOSTS", words, [], "Hosts of VNeID's endpoints beside the issuer's own"),
    Variable(
        "VSSID_VNEID_OPENS_ACCOUNTS",
        flag,
        False,
        "1: a rule opens an account for who signs in with VNeID without one; 0: officers decide",
    ),
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
    Variable(
        "VSSID_MAINTENANCE_UNTIL",
        moment,
        None,
        "Pages say that the service rests until then, as 2026-11-29T02:00 (Viet Nam); empty: open",
    ),
    Variable(
        "VSSID_MINUTES_OF_CONFIRMATION",
        up_to_five,
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
