"""Identity numbers in groups, as they are read aloud."""

from __future__ import annotations

from vssid.kit.formats.styles import NO_BREAK

_GROUPS = {10: (4, 3, 3), 12: (3, 3, 3, 3), 15: (2, 1, 2, 4, 3, 3)}


def groups(number: str) -> tuple[str, ...]:
    """The groups of an insurance (10), citizen (12) or card number (15 characters); others in one piece."""
    parts, start = [], 0
    for length in _GROUPS.get(len(number), (len(number),)):
        parts.append(number[start : start + length])
        start += length
    return tuple(parts)


def grouped(number: str) -> str:
    """``0194 000 123`` with no-break spaces."""
    return NO_BREAK.join(groups(number))
