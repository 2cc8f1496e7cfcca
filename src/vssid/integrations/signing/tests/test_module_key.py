"""The same seal from a key that never leaves its module (SoftHSM2 stands in for one)."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from vssid.apps.documents.errors import SealUnavailable
from vssid.apps.documents.seals import SealState
from vssid.integrations.signing.office import Module, SigningOffice

_LIBRARIES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
LIBRARY = next((place for place in _LIBRARIES if Path(place).exists()), "")
pytestmark = pytest.mark.skipif(
    not LIBRARY or not shutil.which("softhsm2-util"), reason="softhsm2 is not installed"
)
PIN = "1234"


@pytest.fixture(scope="module")
def module(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Module]:
    place = tmp_path_factory.mktemp("module")
    (place / "tokens").mkdir()
    (place / "softhsm2.conf").write_text(f"directories.tokendir = {place / 'tokens'}\nlog.level = ERROR\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(place / "softhsm2.conf"))
        key = [
            "--import", str(folder / "seal.key"), "--token", "papers", "--label", "seal", "--id", "01",
        ]  # fmt: skip
        for arguments in (["--init-token", "--free", "--label", "papers", "--so-pin", PIN], key):
            command = ["softhsm2-util", *arguments, "--pin", PIN]
            subprocess.run(command, check=True, capture_output=True)
        yield Module(LIBRARY, "papers", "seal", PIN)


@pytest.fixture
def without_file_key(folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(folder, tmp_path / "seals")
    (tmp_path / "seals" / "seal.key").unlink()
    return tmp_path / "seals"


def test_seals_and_signs(
    office: SigningOffice, module: Module, without_file_key: Path, page: bytes, now: datetime
) -> None:
    held = SigningOffice(without_file_key, module=module)
    assert office.examine(held.seal(page, at=now), at=now).state is SealState.SEALED
    signed = held.sign({"iat": 0, "code": "A" * 26})
    assert office.examine(signed, at=now).state is SealState.SEALED


def test_a_wrong_pin_seals_nothing(
    module: Module, without_file_key: Path, page: bytes, now: datetime
) -> None:
    wrong = Module(module.library, module.token, module.label, "4321")
    with pytest.raises(SealUnavailable):
        SigningOffice(without_file_key, module=wrong).seal(page, at=now)
