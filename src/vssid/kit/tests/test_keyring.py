"""The ring in its file: replaced whole, and still the service's to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from vssid.kit import keyring


def test_a_replaced_ring_keeps_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    keyring.write_ring(keyring.new_ring(demo=True), path)
    path.chmod(0o640)
    more, key = keyring.with_new_key(keyring.read_ring(path))
    keyring.replace_ring(more, path)
    assert path.stat().st_mode & 0o777 == 0o640
    assert key in keyring.read_ring(path).fields
    assert [one.name for one in tmp_path.iterdir()] == ["keys.json"]


def test_no_ring_is_made_where_none_stands(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        keyring.replace_ring(keyring.new_ring(demo=True), tmp_path / "keys.json")
    assert not list(tmp_path.iterdir())


def test_the_key_that_seals_is_not_taken_out() -> None:
    ring = keyring.new_ring(demo=True)
    with pytest.raises(keyring.KeyringError):
        keyring.without_key(ring, ring.current)
    more, key = keyring.with_new_key(ring)
    assert key not in keyring.without_key(more, key).fields
