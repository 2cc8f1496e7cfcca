"""One authority and one sealed page for all tests of the folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import typst
from tests.environment.pinned_day import NOW

from vssid.integrations.signing.demo_authority import make_authority
from vssid.integrations.signing.office import SigningOffice
from vssid.kit import clock

PAGE = b'#set document(title: "Paper", keywords: "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GG")\n= Paper\nOne *line*.'


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seals") / "seals"
    make_authority(path, now=NOW)
    return path


@pytest.fixture(scope="session")
def office(folder: Path) -> Iterator[SigningOffice]:
    made = SigningOffice(folder)
    yield made
    made._examiner.end()


@pytest.fixture(scope="session")
def page() -> bytes:
    pdf: bytes = typst.compile(PAGE, pdf_standards="ua-1", ignore_system_fonts=True)
    return pdf


@pytest.fixture(scope="session")
def sealed(office: SigningOffice, page: bytes) -> bytes:
    moment: datetime = NOW
    with clock.pinned(moment):
        return office.seal(page, at=moment)
