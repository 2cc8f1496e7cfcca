"""Signed facts: JWS in the compact form, ES256, signed by the key of the seal wherever that is."""

from __future__ import annotations

import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson
from asn1crypto.algos import DSASignature
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.x509 import load_der_x509_certificate
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey
from pyhanko.sign.signers.pdf_cms import Signer

from vssid.apps.documents.codes import read_code
from vssid.apps.documents.seals import Seal, SealState
from vssid.integrations.signing.folder import SealFolder, SealsMissing

ALGORITHM = "ES256"
TYPE = "vssid-paper+jws"
_COMPACT = re.compile(rb"[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}\s*")
_COORDINATE = 32


def public_keys(folder: SealFolder) -> list[dict[str, Any]]:
    """JWK of the seal and of earlier ones, each with its certificate chain (``x5c``)."""
    return [
        {
            **key_of(seal).as_dict(private=False),
            "kid": kid_of(seal),
            "use": "sig",
            "alg": ALGORITHM,
            "x5c": [b64encode(one.dump()).decode() for one in (seal, *folder.chain)],
        }
        for seal in (folder.seal, *folder.earlier)
    ]


def key_of(seal: Certificate) -> ECKey:
    key = load_der_x509_certificate(seal.dump()).public_key()
    if not isinstance(key, EllipticCurvePublicKey) or not isinstance(key.curve, SECP256R1):
        raise SealsMissing("the seal's key is not on the curve P-256")
    return ECKey.import_key(key)


def kid_of(seal: Certificate) -> str:
    """RFC 7638 thumbprint of the public key."""
    return key_of(seal).thumbprint()


async def signed(facts: Mapping[str, Any], folder: SealFolder, signer: Signer) -> bytes:
    header = {"alg": ALGORITHM, "kid": kid_of(folder.seal), "typ": TYPE}
    text = b".".join(_base64(orjson.dumps(part)) for part in (header, facts))
    der = await signer.async_sign_raw(text, "sha256")
    r, s = (int(number) for number in DSASignature.load(der).native.values())
    signature = r.to_bytes(_COORDINATE, "big") + s.to_bytes(_COORDINATE, "big")
    return text + b"." + _base64(signature)


def looks_signed(file: bytes) -> bool:
    return _COMPACT.fullmatch(file) is not None


def examined(file: bytes, folder: SealFolder) -> Seal:
    """Of a file that :func:`looks_signed`."""
    seals = {kid_of(seal): seal for seal in (folder.seal, *folder.earlier)}
    try:
        token = jws.extract_compact(file.strip())
        kid = str(token.headers().get("kid"))
        seal = seals.get(kid)
        # our header to the letter: the library trips over what else a stranger may write into one
        if seal is None or token.headers() != {"alg": ALGORITHM, "kid": kid, "typ": TYPE}:
            return Seal(SealState.FOREIGN)
        facts = orjson.loads(
            jws.deserialize_compact(file.strip(), key_of(seal), algorithms=[ALGORITHM]).payload
        )
    except (JoseError, ValueError):
        return Seal(SealState.BROKEN)
    return Seal(
        SealState.SEALED,
        certificate=seal.subject.native.get("common_name", ""),
        sealed_at=datetime.fromtimestamp(facts["iat"], UTC),
        code=read_code(facts["code"]),
    )


def _base64(content: bytes) -> bytes:
    return urlsafe_b64encode(content).rstrip(b"=")
