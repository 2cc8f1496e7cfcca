"""A folder of sent messages: a file each, named by the message's key, so that a second try is seen as one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from vssid.apps.notifications.ports import Outgoing, Receipt, Send
from vssid.apps.notifications.vocabulary import Channel
from vssid.kit import clock

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Sent:
    """``times``: how often it arrived under the same key."""

    key: str
    channel: str
    at: datetime
    address: str
    subject: str
    text: str
    language: str
    times: int


class SandboxOutbox:
    """The sender of one channel in a demonstration."""

    def __init__(self, folder: Path, channel: Channel) -> None:
        self._folder, self._channel = folder, channel

    @contextmanager
    def open(self) -> Iterator[Send]:
        self._folder.mkdir(parents=True, exist_ok=True)
        yield self._send

    def _send(self, outgoing: Outgoing) -> Receipt:
        path = self._folder / f"{outgoing.key}.json"
        before = _read(path)
        arrived = Sent(
            key=outgoing.key,
            channel=self._channel,
            at=clock.now(),
            address=outgoing.addresses[0] if self._channel is not Channel.PUSH else "",
            subject=outgoing.subject,
            text=outgoing.text,
            language=outgoing.language,
            times=before.times + 1 if before else 1,
        )
        unready = path.with_suffix(".part")
        unready.write_text(json.dumps(asdict(arrived) | {"at": arrived.at.isoformat()}, ensure_ascii=False))
        os.replace(unready, path)  # noqa: PTH105 - one step, also while a page reads
        return Receipt()


def sent_messages(folder: Path) -> list[Sent]:
    """The newest first."""
    if not folder.exists():
        return []
    newest = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    found = (_read(path) for path in newest[:_SHOWN])
    return [message for message in found if message]


def _read(path: Path) -> Sent | None:
    try:
        values = json.loads(path.read_text())
    except (FileNotFoundError, ValueError):
        return None
    return Sent(**values | {"at": datetime.fromisoformat(values["at"])})
