"""Asks the examining process (:mod:`.examining`), one file at a time, and starts it when it is not there."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from vssid.apps.documents.errors import TooManyChecks
from vssid.apps.documents.seals import Seal, SealState

_PATIENCE = 15
"""Seconds a file waits for those before it."""


@dataclass
class Examiner:
    """``folder``: see :mod:`.folder`. The process ends with this one, which holds its input open."""

    folder: Path
    _lock: Lock = field(default_factory=Lock, init=False)
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def examine(self, pdf: bytes, *, at: datetime) -> Seal:
        """TooManyChecks when the files before it take too long."""
        if not self._lock.acquire(timeout=_PATIENCE):
            raise TooManyChecks(retry_seconds=_PATIENCE)
        try:
            try:
                return self._asked(pdf, at)
            except (OSError, ValueError):  # it was ended from outside: once anew
                self.end()
                return self._asked(pdf, at)
        finally:
            self._lock.release()

    def end(self) -> None:
        """At the latest when this process ends."""
        if self._process is not None:
            atexit.unregister(self.end)
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _asked(self, pdf: bytes, at: datetime) -> Seal:
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - our own module and a folder of the operator
                [sys.executable, "-m", "vssid.integrations.signing.examining", str(self.folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            atexit.register(self.end)
        asked, answers = self._process.stdin, self._process.stdout
        assert asked is not None  # noqa: S101 - both are pipes
        assert answers is not None  # noqa: S101
        asked.write(json.dumps({"at": at.isoformat(), "length": len(pdf)}).encode() + b"\n" + pdf)
        asked.flush()
        said = json.loads(answers.readline())
        sealed_at = said["sealed_at"] and datetime.fromisoformat(said["sealed_at"])
        return Seal(SealState(said["state"]), said["certificate"], sealed_at, said["code"])
