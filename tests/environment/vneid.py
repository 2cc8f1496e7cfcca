"""The product beside its sandbox VNeID, as `make demo` starts them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import polars
import pytest
from filelock import FileLock

from tests.environment.demonstration import Demonstration, copy_of_its_own, free_port, served, without_account
from vssid.domain.identifiers.citizen_number import mask
from vssid.project.demo.sandbox.vneid.packages import install
from vssid.project.demo.sandbox.vneid.starting import NotStarted, Sandbox, start


@pytest.fixture(scope="module")
def with_vneid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """The demonstration's people, nobody linked yet, at an address that offers VNeID."""
    _installed_once(tmp_path_factory)
    port = free_port()
    home, folder = copy_of_its_own(tmp_path_factory), tmp_path_factory.mktemp("vneid")
    with (
        sandbox(product=f"http://127.0.0.1:{port}", folder=folder, more=[newcomer(home)]) as running,
        served(home, port=port, **running.settings) as product,
    ):
        yield product


def newcomer(home: Path) -> dict[str, str]:
    """The identity of somebody on record who has no account: the first grown-up beyond the cast."""
    people = without_account(home).filter(polars.col("birth_date").cast(polars.String) < "2000")
    person = people.row(0, named=True)
    return {
        "sub": "sandbox-newcomer",
        "name": person["full_name"],
        "birthdate": str(person["birth_date"]),
        "national_id": person["national_id"],
        "masked": mask(person["national_id"]),
    }


@contextmanager
def sandbox(*, product: str, folder: Path, more: Iterable[dict[str, str]] = ()) -> Iterator[Sandbox]:
    try:
        running = start(port=free_port(), product=product, folder=folder, more=more)
    except NotStarted as reason:
        pytest.skip(f"sandbox VNeID: {reason}")
    try:
        yield running
    finally:
        running.process.terminate()
        running.process.wait(10)


def _installed_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Several test processes may want it at once."""
    with FileLock(tmp_path_factory.getbasetemp().parent / "sandbox-vneid.lock"):
        try:
            install()
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("the npm packages of the sandbox VNeID cannot be installed here")
