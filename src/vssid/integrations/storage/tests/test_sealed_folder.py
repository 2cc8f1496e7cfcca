"""What stands on the disk tells nothing and does not open elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from vssid.integrations.storage.sealed_folder import SealedFolder
from vssid.kit.sealing import SealBroken

PHOTO = b"\xff\xd8\xff\xe0 a photo \n of somebody"


def test_a_file_opens_under_its_own_key_alone(tmp_path: Path) -> None:
    folder = SealedFolder(tmp_path / "photos")
    folder.put("registration-1-front", b"before")
    folder.put("registration-1-front", PHOTO)
    kept = tmp_path / "photos" / "registration-1-front"
    assert folder.get("registration-1-front") == PHOTO
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]
    assert b"photo" not in kept.read_bytes()
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)

    kept.rename(kept.with_name("registration-2-front"))
    with pytest.raises(SealBroken):
        folder.get("registration-2-front")
    folder.put("registration-1-front", PHOTO)
    for altered in (b"", kept.read_bytes()[:-1], b"v2" + kept.read_bytes()[2:], b"\xff" + kept.read_bytes()):
        kept.write_bytes(altered)
        with pytest.raises(SealBroken):
            folder.get("registration-1-front")
    folder.delete("registration-1-front")
    folder.delete("registration-1-front")
    assert not kept.exists()


@pytest.mark.parametrize("key", ["", "../seal", "a/b", ".hidden", "A", "a\0b", "a" * 101])
def test_a_key_never_leaves_the_folder(tmp_path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="a key has"):
        SealedFolder(tmp_path).put(key, PHOTO)
