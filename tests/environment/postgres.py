"""A private PostgreSQL of the tests' own: in a temporary folder, loopback only, stopped afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def binaries() -> Path | None:
    """The newest PostgreSQL server on this machine; None when there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("postgres")
    return Path(on_path).parent if on_path else None


@contextmanager
def private_cluster(settings: tuple[str, ...] = ()) -> Iterator[str]:
    """Yields the address of a fresh database; the server and its folder are gone afterwards."""
    home = binaries()
    if home is None:
        raise FileNotFoundError("no PostgreSQL server binaries on this machine")
    folder = Path(tempfile.mkdtemp(prefix="vssid-pg-"))
    as_user = _unprivileged(folder)
    data, port = folder / "data", _free_port()
    try:
        subprocess.run(
            [
                home / "initdb",
                "-D",
                data,
                "-U",
                "vssid",
                "--auth=trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-N",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            **as_user,
        )
        options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off -c max_connections=100 " + " ".join(
            f"-c {setting}" for setting in settings
        )
        log = folder / "log"
        subprocess.run(
            [home / "pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start"],
            check=True,
            stdout=subprocess.DEVNULL,
            **as_user,
        )
        try:
            yield f"postgresql://vssid@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run(
                [home / "pg_ctl", "-D", data, "-m", "fast", "-w", "stop"],
                check=False,
                stdout=subprocess.DEVNULL,
                **as_user,
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root: as root, use the system's `postgres` (or `nobody`) user."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(folder, user.pw_uid, user.pw_gid)
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": folder}
    raise PermissionError("no unprivileged user to run PostgreSQL as")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
