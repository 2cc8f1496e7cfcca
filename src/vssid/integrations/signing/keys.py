"""Where the key of the seal is: in a file (PKCS#12, PEM), or in a module that keeps it (PKCS#11)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol

from asn1crypto import pem
from asn1crypto.keys import PrivateKeyInfo
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from pyhanko.sign.signers.pdf_cms import Signer, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from vssid.integrations.signing.folder import SealFolder, SealsMissing


class SealKey(Protocol):
    def opened(self, folder: SealFolder) -> AbstractContextManager[Signer]:
        """A context in which pyHanko signs with the key."""


@dataclass(frozen=True)
class FileKey:
    """``<seal>.p12`` or ``<seal>.key`` of the folder, opened with ``passphrase`` (empty: not locked)."""

    passphrase: str = ""

    @contextmanager
    def opened(self, folder: SealFolder) -> Iterator[Signer]:
        yield simple_signer(folder, self._read(folder))

    def _read(self, folder: SealFolder) -> PrivateKeyInfo:
        secret = self.passphrase.encode() or None
        bundle, plain = folder.path / f"{folder.name}.p12", folder.path / f"{folder.name}.key"
        try:
            if bundle.exists():
                key = pkcs12.load_key_and_certificates(bundle.read_bytes(), secret)[0]
            else:
                key = load_pem_private_key(plain.read_bytes(), secret)
        except (OSError, ValueError, TypeError) as error:
            raise SealsMissing(f"the seal's key in {folder.path} does not open: {error}") from error
        if key is None:
            raise SealsMissing(f"{bundle} holds no key")
        return PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


@dataclass(frozen=True)
class ModuleKey:
    """A key in a PKCS#11 module: path of its library, label of token and key, PIN. One session a paper.

    The key of another seal than that of papers is labelled ``<label>-<seal>``."""

    library: str
    token: str
    label: str
    pin: str

    @contextmanager
    def opened(self, folder: SealFolder) -> Iterator[Signer]:
        from pkcs11 import PKCS11Error
        from pyhanko.sign.pkcs11 import PKCS11Signer, TokenCriteria, open_pkcs11_session

        try:
            session = open_pkcs11_session(
                self.library, token_criteria=TokenCriteria(label=self.token), user_pin=self.pin
            )
        except PKCS11Error as error:
            raise SealsMissing(f"the module {self.library} does not open: {type(error).__name__}") from error
        with session:
            yield PKCS11Signer(
                session,
                signing_cert=folder.seal,
                ca_chain=[*folder.chain, *folder.roots],
                key_label=self.label if folder.name == "seal" else f"{self.label}-{folder.name}",
                use_raw_mechanism=True,
            )


def simple_signer(folder: SealFolder, key: PrivateKeyInfo) -> SimpleSigner:
    store = SimpleCertificateStore.from_certs([*folder.chain, *folder.roots])
    return SimpleSigner(signing_cert=folder.seal, signing_key=key, cert_registry=store)


def plain_key(content: bytes) -> PrivateKeyInfo:
    """An unlocked PKCS#8 key in PEM."""
    return PrivateKeyInfo.load(pem.unarmor(content)[2])
