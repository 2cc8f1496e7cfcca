"""Keys, from RTP (RFC 4733) and SIP INFO: each press counts once, whatever gets lost or comes twice."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

KEYS = "0123456789*#"
_SAME_PRESS_S = 0.15
"""The same key by the other way within this time is the same press."""
_LONG_AGO = 10 * 8_000
_LONGEST = 0xFFFF


@dataclass
class Keys:
    """``on_key`` gets each press once, with the way it came."""

    on_key: Callable[[str, str], None]
    _source: int = -1
    _event: int = -1
    _since: int = 0
    _duration: int = 0
    _last: tuple[str, str, float] = field(default=("", "", 0.0))

    def rtp(self, source: int, timestamp: int, payload: bytes, now: float) -> None:
        """One packet: the event's timestamp names the press, so lost ends and repeated packets do no harm."""
        if len(payload) < 4:
            return
        event, _, duration = struct.unpack_from("!BBH", payload)
        if event >= len(KEYS) or not self._is_new(source, timestamp, event):
            self._duration = max(self._duration, duration)
            return
        self._source, self._event, self._since, self._duration = source, event, timestamp, duration
        self._press(KEYS[event], "rtp", now)

    def _is_new(self, source: int, timestamp: int, event: int) -> bool:
        if source != self._source:
            return True
        later = (timestamp - self._since) & 0xFFFFFFFF
        if later == 0:
            return False
        if later >= 0x80000000:  # before it: a straggler, unless their clock started anew
            return 0x100000000 - later > _LONG_AGO
        return not (event == self._event and self._duration == _LONGEST)  # one very long press, in parts

    def info(self, kind: str, body: str, now: float) -> bool:
        """The body of an INFO; whether it was a key."""
        text = body.strip()
        if kind == "application/dtmf-relay":
            fields = dict(_field(line) for line in text.splitlines())
            text = fields.get("signal", "")
        elif kind != "application/dtmf":
            return False
        text = {"10": "*", "11": "#"}.get(text, text)
        if len(text) != 1 or text not in KEYS:
            return False
        self._press(text, "info", now)
        return True

    def _press(self, key: str, way: str, now: float) -> None:
        last_key, last_way, last_at = self._last
        if key == last_key and way != last_way and now - last_at < _SAME_PRESS_S:
            self._last = ("", "", 0.0)
            return
        self._last = (key, way, now)
        self.on_key(key, way)


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition("=")
    return name.strip().lower(), value.strip()
