"""What stands on the disk tells nothing and does not open elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from vssid.integrations.storage.key_folder import KeyFolder
from vssid.integrations.storage.sealed_folder import SealedFolder
from vssid.kit import keyring
from vssid.kit.sealing import SealBroken

PHOTO = b"\xff\xd8\xff\xe0 a photo \n of somebody"


def test_a_file_opens_under_its_own_key_alone(tmp_path: Path) -> None:
    folder = SealedFolder(tmp_path / "photos")
    folder.put("registration-1-front", b"before")
    folder.put("registration-1-front", PHOTO)
    kept = tmp_path / "photos" / "registration-1-front"
    assert folder.get("registration-1-front") == PHOTO
    assert {path.name for path in kept.parent.iterdir()} - {".lock"} == {kept.name}
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


def test_files_are_sealed_anew_and_what_was_deleted_stays_deleted(tmp_path: Path) -> None:
    laid = tmp_path / "keys"
    laid.mkdir()
    photos, keys = SealedFolder(tmp_path / "photos"), KeyFolder(laid)
    names = ["a" * 64, "b" * 64]
    made = keys.add_all(names)
    photos.put("front", PHOTO)
    photos.put("altered", PHOTO)
    altered = tmp_path / "photos" / "altered"
    altered.write_bytes(altered.read_bytes()[:-1])
    before = keyring.ring()
    more, key = keyring.with_new_key(before)
    keyring.install(keyring.sealing_with(more, key))
    try:
        waiting = keys.reseal()
        assert next(waiting)
        [gone] = [name for name in names if key.encode() not in (laid / name[:2] / name).read_bytes()[:9]]
        keys.delete([gone])
        assert list(waiting) == []
        assert keys.count_by_ring_key() == {key: 1}
        assert [keys.get(name) for name in names] == [made[name] if name != gone else None for name in names]
        assert sorted(photos.reseal()) == [False, True]
        assert photos.count_by_ring_key() == {key: 1, before.current: 1}
        assert photos.get("front") == PHOTO
    finally:
        keyring.install(before)
