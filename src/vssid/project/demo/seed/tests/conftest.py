"""One small population for all tests of the seed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from tests.environment.nights import NIGHT

from vssid.project.demo.seed import generate

AS_OF = date(2026, 11, 22)
PEOPLE = 30_000 if NIGHT else 3_000
"""At night as many as have ten thousand benefits that follow from the files."""

Files = Callable[[str], pl.DataFrame]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("seed")
    generate(PEOPLE, out, as_of=AS_OF)
    return out


@pytest.fixture(scope="session")
def files(folder: Path) -> Files:
    """Reads all parts of a kind."""
    return lambda kind: pl.read_parquet(folder / f"{kind}-*.parquet")
