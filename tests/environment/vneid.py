"""The product beside its sandbox VNeID, as `make demo` starts them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from tests.environment.demonstration import Demonstration, copy_of_its_own, free_port, served
from vssid.project.demo.sandbox.vneid.packages import install
from vssid.project.demo.sandbox.vneid.starting import NotStarted, Sandbox, start


@pytest.fixture(scope="module")
def with_vneid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """The demonstration's people, nobody linked yet, at an address that offers VNeID."""
    _installed_once(tmp_path_factory)
    port = free_port()
    with (
        sandbox(product=f"http://127.0.0.1:{port}", folder=tmp_path_factory.mktemp("vneid")) as running,
        served(copy_of_its_own(tmp_path_factory), port=port, **running.settings) as product,
    ):
        yield product


@contextmanager
def sandbox(*, product: str, folder: Path) -> Iterator[Sandbox]:
    try:
        running = start(port=free_port(), product=product, folder=folder)
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
