"""A certificate authority for demonstrations: root, issuing authority, seal, time-stamps, revocation lists.

Everything in it says "Demonstration". The time-stamp certificate and the lists live as long as a paper is to
be checked; a real time-stamp service brings its own.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from vssid.integrations.signing.folder import DEMONSTRATION

_YEAR = timedelta(days=365.25)
_LONG = 40 * _YEAR
_SEAL_LIFE = 3 * _YEAR
_BEFORE = _YEAR
"""Also a clock set to last month finds the authority standing."""


@dataclass(frozen=True)
class _Holder:
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate


def make_authority(folder: Path, *, now: datetime, passphrase: str = "") -> None:
    """Writes the folder of :mod:`.folder` anew with keys readable by their owner alone; FileExistsError when
    there is a seal. ``passphrase`` locks the seal's key."""
    if (folder / "seal.crt").exists():
        raise FileExistsError(folder / "seal.crt")
    folder.mkdir(parents=True, exist_ok=True)
    root = _issue("Root", None, now, _LONG, authority=True)
    issuing = _issue("Issuing", root, now, _LONG, authority=True)
    seal = _issue("Seal of papers", issuing, now, _SEAL_LIFE)
    stamp = _issue("Time-stamps", issuing, now, _LONG, stamping=True)
    lock = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    _write(folder / "seal.key", _key(seal, lock))
    _write(folder / "stamp.key", _key(stamp, NoEncryption()))
    _write(folder / "issuing.key", _key(issuing, NoEncryption()))
    _write(folder / "stamp.crt", _pem(stamp))
    _write(folder / "chain.crt", _pem(issuing) + _pem(stamp))
    _write(folder / "roots.crt", _pem(root))
    _write(folder / "root.crl", _nothing_revoked(root, now))
    _write(folder / "issuing.crl", _nothing_revoked(issuing, now))
    _seal_estimates(folder, issuing, now, lock)
    _write(folder / "seal.crt", _pem(seal))  # last: it marks a whole folder


def add_estimates(folder: Path, *, now: datetime) -> None:
    """The seal of estimates, for an authority that has none yet; its key is not locked."""
    key = load_pem_private_key((folder / "issuing.key").read_bytes(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)  # noqa: S101 - this module wrote it
    certificate = x509.load_pem_x509_certificates((folder / "chain.crt").read_bytes())[0]
    _seal_estimates(folder, _Holder(key, certificate), now, NoEncryption())


def _seal_estimates(folder: Path, issuing: _Holder, now: datetime, lock: KeySerializationEncryption) -> None:
    estimate = _issue("Estimate, not a decision", issuing, now, _SEAL_LIFE)
    _write(folder / "estimate.key", _key(estimate, lock))
    _write(folder / "estimate.crt", _pem(estimate))


def _issue(
    called: str,
    by: _Holder | None,
    now: datetime,
    life: timedelta,
    *,
    authority: bool = False,
    stamping: bool = False,
) -> _Holder:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, f"VssID {DEMONSTRATION}"),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{called} ({DEMONSTRATION})"),
        ]
    )
    issuer, signing = (by.certificate.subject, by.key) if by else (subject, key)
    build = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + life)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(_usage(authority=authority, sealing=not stamping), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), critical=False
        )
    )
    if stamping:
        build = build.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return _Holder(key, build.sign(signing, hashes.SHA256()))


def _usage(*, authority: bool, sealing: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority and sealing,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _nothing_revoked(by: _Holder, now: datetime) -> bytes:
    build = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(by.certificate.subject)
        .last_update(now - _BEFORE)
        .next_update(now + _LONG)
        .add_extension(x509.CRLNumber(1), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(by.key.public_key()), critical=False
        )
    )
    return build.sign(by.key, hashes.SHA256()).public_bytes(Encoding.DER)


def _key(holder: _Holder, lock: KeySerializationEncryption) -> bytes:
    return holder.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)


def _pem(holder: _Holder) -> bytes:
    return holder.certificate.public_bytes(Encoding.PEM)


def _write(file: Path, content: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(content)
