"""Which law computed a figure: a digest of every figure and rule in use."""

from __future__ import annotations

import hashlib
from functools import cache

from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.parameters import parameters


@cache
def law_version() -> str:
    """Ten digits: equal as long as no entry, no version of a rule and no article changes."""
    digest = hashlib.sha256()
    for name, parameter in sorted(parameters().items()):
        for entry in parameter.entries:
            lines = dict(entry.table.values) if entry.table else entry.value
            digest.update(repr((name, entry.since, entry.until, lines)).encode())
    for code, rule in sorted(all_rules().items()):
        for version in rule.versions:
            digest.update(repr((code, version.since, version.until, version.article)).encode())
    return f"{int(digest.hexdigest()[:12], 16) % 10**10:010}"
