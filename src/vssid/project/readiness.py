"""What must be right before the product starts; a demonstration may be lax, the real thing may not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from vssid.integrations.vneid import configuration as vneid
from vssid.kit import keyring
from vssid.project import speech_settings

DEFAULT_SECRET = "demonstration-only-secret-key-never-valid-elsewhere-0000000000"  # noqa: S105 - refused below
_SECRET_CHARACTERS = 50
_THIS_MACHINE = {None, "127.0.0.1", "localhost", "::1"}
_DIFFERENT_CHARACTERS = 10


def keyring_for(path: Path, *, demo: bool, testing: bool) -> keyring.Keyring:
    """The ring to start with: throw-away in tests, new in a first demonstration, otherwise the file's."""
    if testing:
        return keyring.new_ring(demo=True)
    if demo and not path.exists():
        keyring.write_ring(keyring.new_ring(demo=True), path)
    try:
        return keyring.read_ring(path)
    except keyring.KeyringError as error:
        raise ImproperlyConfigured(str(error)) from error


def refuse_unsafe(values: Mapping[str, Any], *, demo_keys: bool, demo_seal: bool = False) -> None:
    """ImproperlyConfigured, with every finding, when something is for show outside a demonstration."""
    if values["VSSID_DEMO"]:
        if urlsplit(values["VSSID_EMAIL_URL"]).hostname not in _THIS_MACHINE:
            raise ImproperlyConfigured(
                "refusing to start: a demonstration sends no e-mail but to this machine (VSSID_EMAIL_URL)"
            )
        if urlsplit(values["VSSID_VNEID_ISSUER"]).hostname not in _THIS_MACHINE:
            raise ImproperlyConfigured(
                "refusing to start: a demonstration takes no VNeID but its sandbox's (VSSID_VNEID_ISSUER)"
            )
        if urlsplit(values["VSSID_CHOOSER_URL"]).hostname not in _THIS_MACHINE:
            raise ImproperlyConfigured(
                "refusing to start: a demonstration asks no model but this machine's (VSSID_CHOOSER_URL)"
            )
        findings = []
    else:
        findings = _findings(values, demo_keys=demo_keys, demo_seal=demo_seal)
    findings += map(str, speech_settings.unsafe(values))
    if findings:
        raise ImproperlyConfigured("refusing to start: " + "; ".join(findings))


def _findings(values: Mapping[str, Any], *, demo_keys: bool, demo_seal: bool) -> list[str]:
    secret = values["VSSID_SECRET_KEY"]
    checks = {
        "VSSID_SECRET_KEY is not set": not secret or secret == DEFAULT_SECRET,
        f"VSSID_SECRET_KEY is shorter than {_SECRET_CHARACTERS} characters": 0
        < len(secret)
        < _SECRET_CHARACTERS,
        "VSSID_SECRET_KEY repeats a few characters": 0 < len(set(secret)) < _DIFFERENT_CHARACTERS,
        "VSSID_HOSTS holds *: papers would carry whatever address a caller claims": "*"
        in values["VSSID_HOSTS"],
        "VSSID_KEYS names a key ring made for demonstrations": demo_keys,
        "VSSID_SEALS holds a seal made for demonstrations": demo_seal,
        "VSSID_DEBUG is on": values["VSSID_DEBUG"],
        "VSSID_PROXIES is not set (0 when no proxy stands in front)": values["VSSID_PROXIES"] is None,
        "VSSID_HTTPS is off": not values["VSSID_HTTPS"],
        "VSSID_EMAIL_SENDER is not set": bool(values["VSSID_EMAIL_URL"]) and not values["VSSID_EMAIL_SENDER"],
        "VSSID_SMS_URL is not https": not values["VSSID_SMS_URL"].startswith("https://")
        and bool(values["VSSID_SMS_URL"]),
        "VSSID_SMS_TOKEN is not set": bool(values["VSSID_SMS_URL"]) and not values["VSSID_SMS_TOKEN"],
        "VSSID_NAME_CHECK_URL is not https": bool(values["VSSID_NAME_CHECK_URL"])
        and not values["VSSID_NAME_CHECK_URL"].startswith("https://"),
        "VSSID_NAME_CHECK_TOKEN is not set": bool(values["VSSID_NAME_CHECK_URL"])
        and not values["VSSID_NAME_CHECK_TOKEN"],
        "VSSID_CHOOSER_URL is not https": bool(values["VSSID_CHOOSER_URL"])
        and not values["VSSID_CHOOSER_URL"].startswith("https://")
        and urlsplit(values["VSSID_CHOOSER_URL"]).hostname not in _THIS_MACHINE,
        "VSSID_CHOOSER_MODEL is not set": bool(values["VSSID_CHOOSER_URL"])
        and not values["VSSID_CHOOSER_MODEL"],
        "VSSID_PUSH_HOSTS names this machine": bool(_THIS_MACHINE & set(values["VSSID_PUSH_HOSTS"])),
        "VSSID_VOICE_WEBRTC is on: the phone in the browser is for demonstrations": values[
            "VSSID_VOICE_WEBRTC"
        ],
        **vneid.unsafe(values),
    }
    return [finding for finding, found in checks.items() if found]
