"""Clips one after the other, cut into frames of 20 ms."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from vssid.channels.hotline.agent import g711

FRAME = 160


class Playing:
    """``done``: what to call once all was sent."""

    def __init__(self) -> None:
        self._clips: deque[bytes] = deque()
        self._place = 0
        self.done: Callable[[], None] = lambda: None

    def __bool__(self) -> bool:
        return bool(self._clips)

    def start(self, clips: Sequence[bytes], done: Callable[[], None]) -> None:
        """In place of what is playing."""
        self._clips, self._place, self.done = deque(clip for clip in clips if clip), 0, done

    def clear(self) -> None:
        self._clips.clear()

    def next_frame(self) -> bytes:
        """A-law, from one clip into the next without a gap; the last is filled up with silence."""
        clip, end = self._clips[0], self._place + FRAME
        if end >= len(clip):
            return self._frame_across()
        frame = clip[self._place : end]  # nearly always: ten thousand a second of a busy agent
        self._place = end
        return frame

    def _frame_across(self) -> bytes:
        frame = b""
        while self._clips and len(frame) < FRAME:
            clip = self._clips[0]
            taken = clip[self._place : self._place + FRAME - len(frame)]
            frame += taken
            self._place += len(taken)
            if self._place >= len(clip):
                self._clips.popleft()
                self._place = 0
        return frame if len(frame) == FRAME else frame + g711.SILENCE[8][: FRAME - len(frame)]
