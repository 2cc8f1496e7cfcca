"""The folder an operator keeps for sealing: certificates, revocation lists and, without a module, the key.

``seal.crt`` the certificate of the seal · ``chain.crt`` the ones between it (or the time-stamp) and a root ·
``roots.crt`` what is trusted, time-stamp roots included · ``earlier.crt`` seals no longer used, still trusted
to have sealed · ``*.crl`` revocation lists · ``seal.key`` or ``seal.p12`` the key. All but the last two PEM.
``estimate.crt`` with its key: the seal of what binds nobody, so that nobody can pass it off as a decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from asn1crypto import crl, pem
from asn1crypto.x509 import Certificate

DEMONSTRATION = "Demonstration"
"""Stands in the names of every certificate of a demonstration's authority."""


class SealsMissing(ValueError):
    """A file of the folder is missing or not readable; the text names it."""


@dataclass(frozen=True)
class SealFolder:
    """``name``: of the seal that is set, and of its files."""

    path: Path
    name: str = "seal"

    @cached_property
    def seal(self) -> Certificate:
        return self.certificates(f"{self.name}.crt")[0]

    @cached_property
    def seals(self) -> list[Certificate]:
        """Every certificate PDFs are or were sealed with."""
        names = ("seal.crt", "estimate.crt", "earlier.crt")
        return [one for name in names if (self.path / name).exists() for one in self.certificates(name)]

    @cached_property
    def chain(self) -> list[Certificate]:
        return self.certificates("chain.crt") if (self.path / "chain.crt").exists() else []

    @cached_property
    def roots(self) -> list[Certificate]:
        return self.certificates("roots.crt")

    @cached_property
    def earlier(self) -> list[Certificate]:
        return self.certificates("earlier.crt") if (self.path / "earlier.crt").exists() else []

    @cached_property
    def revocations(self) -> list[crl.CertificateList]:
        lists = [crl.CertificateList.load(der) for der in map(_der, sorted(self.path.glob("*.crl")))]
        if not lists:
            raise SealsMissing(f"no revocation list (*.crl) in {self.path}")
        return lists

    @property
    def ready(self) -> bool:
        return (self.path / "seal.crt").exists()

    @property
    def demo(self) -> bool:
        """Whether the seal is one made for demonstrations."""
        return self.ready and DEMONSTRATION in self.seal.issuer.human_friendly

    def certificates(self, name: str) -> list[Certificate]:
        """Those in one file of the folder, in its order."""
        file = self.path / name
        try:
            blocks = [Certificate.load(der) for _, _, der in pem.unarmor(file.read_bytes(), multiple=True)]
        except (OSError, ValueError) as error:
            raise SealsMissing(f"{file} is missing or not PEM: {error}") from error
        return blocks


def _der(file: Path) -> bytes:
    content = file.read_bytes()
    return bytes(pem.unarmor(content)[2]) if pem.detect(content) else content
