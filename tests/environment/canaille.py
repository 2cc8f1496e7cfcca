"""canaille, an OpenID provider of other hands, in an environment of its own: made once, in build/canaille."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.environment.demonstration import free_port
from vssid.ui.build import stamps

# canaille takes a secret as it is, where RFC 6749 (2.3.1) has it encoded: one that encoding leaves alone
CLIENT, SECRET = "vssid-tests", "a-secret-of-plain-signs"
LEVEL = "urn:vneid:level:2"

_PINS = Path("requirements/canaille.txt")
_ENVIRONMENT = Path("build/canaille")
_STAMP = _ENVIRONMENT / "made"
_PYTHON = _ENVIRONMENT / "bin" / "python"
_READY_SECONDS = 60


@contextmanager
def canaille(*, product: str, person: dict[str, str], level: str = LEVEL) -> Iterator[dict[str, str]]:
    """Serves ``person`` (login, password, name, national_id, birthdate); gives the product's settings.

    ``level``: the assurance it names; empty: none, as it is shipped.
    """
    _install()
    port = free_port()
    issuer = f"http://127.0.0.1:{port}"
    wanted = {
        "port": port,
        "client": CLIENT,
        "secret": SECRET,
        "level": level,
        "person": person,
        "redirect_uris": [f"{product}/accounts/vneid/login/callback/"],
    }
    server = subprocess.Popen(
        [_PYTHON, "-I", "tests/environment/canaille_server.py"],  # knows nothing of our folders
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdin
        with server.stdin as pipe:
            json.dump(wanted, pipe)
        _wait(issuer, server)
        yield {
            "VSSID_VNEID_ISSUER": issuer,
            "VSSID_VNEID_CLIENT_ID": CLIENT,
            "VSSID_VNEID_CLIENT_AUTH": "client_secret_basic",
            "VSSID_VNEID_CLIENT_SECRET": SECRET,
            "VSSID_VNEID_ACR": LEVEL,
            "VSSID_VNEID_NUMBER_CLAIM": "preferred_username",
        }
    finally:
        server.terminate()
        server.wait(10)


def _install() -> None:
    wanted = stamps.fingerprint([_PINS])
    if stamps.matches(_STAMP, wanted):
        return
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", _ENVIRONMENT], check=True)
        install = [_PYTHON, "-m", "pip", "install", "-q", "--no-compile", "--require-hashes", "-r", _PINS]
        subprocess.run(install, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("canaille cannot be installed here")
    stamps.write(_STAMP, wanted)


def _wait(issuer: str, server: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{issuer}/.well-known/openid-configuration", timeout=5):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError("canaille did not come up")
