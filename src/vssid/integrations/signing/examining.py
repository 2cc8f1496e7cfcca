"""The process that examines files of strangers, so that none of them can hold up or fill the service.

A few hundred bytes of PDF can ask for hours of work or for gigabytes once unpacked, and the library sets no
bounds. This process loads it once and forks for every file; the fork has some seconds and little memory.

Reads from its input a line of JSON (``at``, ``length``) and the file; writes a line of JSON for each.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from vssid.apps.documents.seals import Seal
from vssid.integrations.signing.checker import Checker, unexamined
from vssid.integrations.signing.folder import SealFolder

_SECONDS = 5
"""Of computing; one of our papers takes a tenth of one."""
_MEMORY = 1 << 30


def serve(folder: Path) -> None:
    checker = Checker(SealFolder(folder))
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while line := asked.readline():
        head = json.loads(line)
        answers.write(_apart(checker, asked.read(head["length"]), datetime.fromisoformat(head["at"])))
        answers.flush()


def _apart(checker: Checker, pdf: bytes, at: datetime) -> bytes:
    """The answer of a fork; when it was ended for what it used, that of a file that cannot be examined."""
    answer, says = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            os.write(says, _line(checker.examine(pdf, at=at)))
        finally:
            os._exit(0)
    os.close(says)
    with os.fdopen(answer, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said if said.endswith(b"\n") else _line(unexamined(pdf))


def _line(seal: Seal) -> bytes:
    return json.dumps(asdict(seal), default=str).encode() + b"\n"


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
