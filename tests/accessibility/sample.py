"""Which addresses are looked at: on every change a few of each route, at night all."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from tests.environment.nights import NIGHT


def sampled(paths: Iterable[str], *, most: int) -> list[str]:
    """At most ``most`` addresses of a route, chosen by hash; two months of one page are drawn alike."""
    if NIGHT:
        return list(paths)
    by_route: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        by_route[_route(path)].append(path)
    return [path for group in by_route.values() for path in sorted(group, key=_hash)[:most]]


def is_walked(path: str) -> bool:
    """Whether the keyboard goes through it; what people do with it is in test_keyboard.py on every change."""
    return NIGHT or _hash(path)[0] % 3 == 0


def _route(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).route
    except Resolver404:
        return path


def _hash(path: str) -> bytes:
    return hashlib.sha256(path.encode()).digest()
