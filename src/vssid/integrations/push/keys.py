"""The key this installation signs its push messages with (VAPID): one file, made once."""

from __future__ import annotations

import os
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from py_vapid import Vapid02


def write_key(path: Path) -> None:
    """A new P-256 key for its owner alone; FileExistsError when there is one: browsers are bound to it."""
    pem = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    unready = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(unready, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
    try:
        os.link(unready, path)  # whole or not at all, and never over another
    finally:
        unready.unlink()


def read_key(path: Path) -> Vapid02:
    return Vapid02.from_file(str(path))


def public_key(key: Vapid02) -> str:
    """As ``PushManager.subscribe`` takes it: the uncompressed point, base64url without padding."""
    point = key.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).decode().rstrip("=")
