"""The port ``Signer`` of papers: opens the folder and the key when a paper is asked for, no earlier."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from vssid.apps.documents.errors import SealUnavailable
from vssid.apps.documents.seals import Mark, Seal, SealState
from vssid.integrations.signing.apart import Examiner
from vssid.kit import clock

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Module:
    """A key module (PKCS#11): path of its library, labels of token and key, PIN."""

    library: str
    token: str
    label: str
    pin: str


@dataclass(frozen=True)
class SigningOffice:
    """``folder``: see :mod:`.folder`. ``module``: where the key is when it is not in the folder. ``stamps``:
    address of the time-stamp service. ``demo``: makes an authority of its own in an empty folder.

    The libraries take seconds to load: :meth:`prepare` or the first paper does it.
    """

    def prepare(self) -> None:
        """See :class:`vssid.apps.documents.ports.Signer`. Nothing to open is no fault before a paper."""
        from vssid.integrations.signing import checker, facts, sealer  # noqa: F401 - loaded, which is the point

        if self._made:
            _ = self._folder

    path: Path
    passphrase: str = ""
    module: Module | None = None
    stamps: str = ""
    demo: bool = False

    def seal(self, pdf: bytes, *, at: datetime, mark: Mark = Mark.PAPER) -> bytes:
        from vssid.integrations.signing.sealer import Sealer

        try:
            folder = replace(self._folder, name=mark.value)
            return Sealer(folder, self._key, self.stamps).seal(pdf, at=at)
        except Exception as error:  # the library's, the module's and the time-stamp service's are many
            raise self._unavailable(error) from error

    def sign(self, facts: Mapping[str, Any]) -> bytes:
        from vssid.integrations.signing.facts import signed

        try:
            with self._key.opened(self._folder) as signer:
                return asyncio.run(signed(facts, self._folder, signer))
        except Exception as error:
            raise self._unavailable(error) from error

    def examine(self, file: bytes, *, at: datetime) -> Seal:
        from vssid.integrations.signing.facts import examined, looks_signed

        if not self._made:
            return Seal(SealState.FOREIGN)
        if looks_signed(file):
            return examined(file, self._folder)
        if not file.startswith(b"%PDF-"):
            return Seal(SealState.NOT_A_PAPER)
        return self._examiner.examine(file, at=at)

    def public_keys(self) -> list[dict[str, Any]]:
        from vssid.integrations.signing.facts import public_keys

        return public_keys(self._folder) if self._made else []

    @property
    def _made(self) -> bool:
        if self.demo and not (self.path / "estimate.crt").exists():
            make_demo(self.path)
        return (self.path / "seal.crt").exists()

    @cached_property
    def _folder(self) -> Any:
        from vssid.integrations.signing.folder import SealFolder, SealsMissing

        if not self._made:
            raise SealsMissing(f"no seal in {self.path}")
        return SealFolder(self.path)

    @cached_property
    def _examiner(self) -> Examiner:
        return Examiner(self.path)

    @cached_property
    def _key(self) -> Any:
        from vssid.integrations.signing.keys import FileKey, ModuleKey

        if self.module is None:
            return FileKey(self.passphrase)
        held = self.module
        return ModuleKey(held.library, held.token, held.label, held.pin)

    def _unavailable(self, error: Exception) -> SealUnavailable:
        _log.error("no paper can be sealed: %s: %s", type(error).__name__, error)
        return SealUnavailable()


def make_demo(folder: Path) -> None:
    """A demonstration's authority in ``folder``, whole or not at all; one that stands there is left alone.

    One made before there were estimates is given their seal."""
    from vssid.integrations.signing.demo_authority import add_estimates, make_authority

    if (folder / "seal.crt").exists():
        add_estimates(folder, now=clock.now())
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".seals-"))
    make_authority(made, now=clock.now())
    try:
        made.rename(folder)
    except OSError:  # another process was quicker
        for file in made.iterdir():
            file.unlink()
        made.rmdir()
