"""Files beside modules are read as text, and one that is not there is never taken for an empty one."""

from __future__ import annotations

import pytest

from vssid.domain.package_data import text_of


def test_a_file_is_read_as_it_was_written() -> None:
    assert "Hà Nội" in text_of("vssid.domain.identifiers", "provinces.yaml")


@pytest.mark.parametrize("package", ["vssid.domain.identifiers", "sys"])
def test_what_is_not_there_is_refused(package: str) -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.yaml"):
        text_of(package, "nothing.yaml")
