"""Which law computed a figure: a digest of every figure and rule in use."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.engine.parameter import Parameter
from vssid.domain.law.engine.rules import Rule
from vssid.domain.law.parameters import parameters


@cache
def law_version() -> str:
    """Ten digits: equal as long as no entry, no version of a rule and no article changes."""
    return digest_of(parameters(), all_rules())


def digest_of(figures: Mapping[str, Parameter], rules: Mapping[str, Rule[..., Any]]) -> str:
    digest = hashlib.sha256()
    for name, parameter in sorted(figures.items()):
        for entry in parameter.entries:
            lines = dict(entry.table.values) if entry.table else entry.value
            digest.update(repr((name, entry.since, entry.until, lines)).encode())
    for code, rule in sorted(rules.items()):
        for version in rule.versions:
            digest.update(repr((code, version.since, version.until, version.article)).encode())
    return f"{int(digest.hexdigest()[:12], 16) % 10**10:010}"
