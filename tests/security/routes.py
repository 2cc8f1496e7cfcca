"""All routes of the product, with who may use them and an example address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from vssid.kit.audience import Audience

EXAMPLES = {"public_id": "a" * 16, "code": "A" * 26, "pk": "1", "key": "x", "year": "2026", "seq": "1"}
EXAMPLES["file"] = "01.json"
EXAMPLES["number"] = "001-2026-000001"
_NAMED_GROUP = re.compile(r"\(\?P<\w+>(\w+)[|\w]*\)")
_PLACE = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Route:
    pattern: str
    address: str
    audience: Audience | None


def all_routes() -> list[Route]:
    return list(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[Route]:
    for entry in patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, pattern)
        else:
            yield Route(pattern, _example(pattern), getattr(entry.callback, "audience", None))


def _example(pattern: str) -> str:
    """The admin writes its places as regular expressions: ``^(?P<app_label>content)/$``."""
    plain = _NAMED_GROUP.sub(r"\1", pattern).replace("^", "").replace("$", "")
    return "/" + _PLACE.sub(lambda found: EXAMPLES.get(found[1], "x"), plain)
