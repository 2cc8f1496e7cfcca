"""Short-lived tokens that carry their content and need no row: AES-SIV (RFC 5297) under a key of the ring.

AES-SIV signs and hides at once, so a person key inside is not shown to who holds the token, and it needs no
random nonce, so there is no limit on the number of tokens a key may make. Opening one costs microseconds.
"""

from __future__ import annotations

from base64 import b64decode, urlsafe_b64encode
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vssid.kit.keyring import ring

_KEY_BYTES = 64


class TokenBroken(Exception):
    """Not a token of this kind made with this ring."""


def sealed_token(kind: str, content: bytes) -> str:
    """``content`` as a token for ``kind``: letters, digits, ``-`` and ``_``."""
    return urlsafe_b64encode(_cipher(ring().tokens, kind).encrypt(content, None)).decode().rstrip("=")


def opened_token(kind: str, token: str) -> bytes:
    """The content; TokenBroken for anything :func:`sealed_token` did not make for this kind."""
    try:
        sealed = b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        if urlsafe_b64encode(sealed).decode().rstrip("=") != token:
            raise TokenBroken  # one content has one spelling: whoever counts used tokens counts their text
        return _cipher(ring().tokens, kind).decrypt(sealed, None)
    except (ValueError, InvalidTag) as error:
        raise TokenBroken from error


@lru_cache(maxsize=16)
def _cipher(key: bytes, kind: str) -> AESSIV:
    """A cipher for each kind, so that a token of one kind never opens as another."""
    derived = HKDF(SHA256(), _KEY_BYTES, salt=None, info=f"token {kind}".encode()).derive(key)
    return AESSIV(derived)
