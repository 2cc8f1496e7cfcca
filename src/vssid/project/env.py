"""Every ``VSSID_*`` variable, declared once: type, default, one line of help. Others are an error."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vssid.project.env_values import (
    file,
    flag,
    hours,
    insurance_numbers,
    moment,
    networks,
    optional_count,
    positive,
    signatures,
    up_to_five,
    words,
)
from vssid.project.variable import Variable
from vssid.project.voice_variables import VOICE


class UnknownVariable(Exception):
    """A VSSID_ variable nobody declared: most often a typing mistake that would silently do nothing."""


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
    *VOICE,
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
