"""The product beside its sandbox VNeID, as `make demo` starts them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

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
    home = copy_of_its_own(tmp_path_factory)
    with beside_vneid(home, tmp_path_factory, host="127.0.0.1", more=[newcomer(home)]) as product:
        yield product


@contextmanager
def beside_vneid(
    home: Path, tmp_path_factory: pytest.TempPathFactory, *, host: str, more: Iterable[dict[str, str]]
) -> Iterator[Demonstration]:
    """``home`` served at ``host``; ``more``: identities beside the cast's."""
    _installed_once(tmp_path_factory)
    port = free_port()
    folder = tmp_path_factory.mktemp("vneid")
    with (
        sandbox(product=f"http://{host}:{port}", folder=folder, more=more) as running,
        served(home, port=port, **running.settings) as product,
    ):
        yield replace(product, address=product.address.replace("127.0.0.1", host))


def newcomer(home: Path) -> dict[str, str]:
    """The identity of somebody on record who has no account: the first grown-up beyond the cast."""
    people = without_account(home).filter(polars.col("birth_date").cast(polars.String) < "2000")
    return identity("newcomer", people.row(0, named=True))


def identity(key: str, person: Mapping[str, Any]) -> dict[str, str]:
    """What the sandbox tells of a person of the files."""
    return {
        "sub": f"sandbox-{key}",
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
