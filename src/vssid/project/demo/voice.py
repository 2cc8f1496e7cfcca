"""The hotline of a demonstration: any SIP telephone on this machine may call it, and one in the browser."""

from __future__ import annotations

import os
import secrets
import shutil
import socket

from rich.console import Console

SIP, HEALTH = ("127.0.0.1", 5070), ("127.0.0.1", 5071)
_console = Console()


def prepare(port: int) -> bool:
    """Whether it can speak here; core and agent then find in the environment how they reach each other."""
    reason = _absent()
    if reason:
        _console.print(f"[yellow]No hotline: {reason}.")
        return False
    os.environ.setdefault("VSSID_VOICE_CORE_TOKEN", secrets.token_urlsafe(32))
    os.environ.setdefault("VSSID_VOICE_CORE_URL", f"http://127.0.0.1:{port}")
    os.environ.setdefault("VSSID_VOICE_WEBRTC", "1")
    return True


def _absent() -> str:
    if not shutil.which("espeak-ng"):
        return "Debian's espeak-ng, its voice, is not installed"
    if not _is_free(socket.SOCK_DGRAM, SIP) or not _is_free(socket.SOCK_STREAM, HEALTH):
        return f"port {SIP[1]} or {HEALTH[1]} is taken, perhaps by another demonstration"
    return ""


def _is_free(kind: socket.SocketKind, address: tuple[str, int]) -> bool:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, kind is socket.SOCK_STREAM)
        try:
            probe.bind(address)
        except OSError:
            return False
    return True
