"""The command line, before any command."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vssid.project import cli


def test_what_it_writes_only_its_own_account_may_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0o022)
    monkeypatch.setattr(cli, "vssid", lambda prog_name: (tmp_path / "rejects.csv").touch())
    try:
        with pytest.raises(SystemExit):
            cli.main()
    finally:
        os.umask(before)
    assert (tmp_path / "rejects.csv").stat().st_mode & 0o077 == 0
