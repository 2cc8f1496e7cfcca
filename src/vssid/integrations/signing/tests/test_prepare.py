"""Made ready before the first paper: certificates open, key not touched, an empty folder no fault."""

from __future__ import annotations

from pathlib import Path

from vssid.integrations.signing.office import Module, SigningOffice


def test_the_certificates_are_open_and_the_key_is_not_asked_for(folder: Path) -> None:
    office = SigningOffice(folder, module=Module("/nowhere/module.so", "token", "key", "0000"))
    office.prepare()
    assert "_folder" in vars(office), "read once, kept for the papers"
    assert "_key" not in vars(office)


def test_without_a_seal_nothing_fails_until_a_paper_is_asked_for(tmp_path: Path) -> None:
    office = SigningOffice(tmp_path / "none")
    office.prepare()
    assert not (tmp_path / "none").exists()
