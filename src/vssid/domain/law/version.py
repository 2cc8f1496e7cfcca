"""Which law computed a figure: a digest of every figure and of the code that computes with it."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache

from vssid.domain import law
from vssid.domain.law.engine.parameter import Parameter
from vssid.domain.law.parameters import parameters
from vssid.domain.package_data import text_of


@cache
def law_version() -> str:
    """Ten digits: equal as long as no figure and no line of the law's own code changes."""
    return digest_of(parameters(), code_of_the_law())


def digest_of(figures: Mapping[str, Parameter], code: Mapping[str, str]) -> str:
    """``code``: the text of every module by its name. Titles and sources of figures do not count."""
    digest = hashlib.sha256()
    for name, parameter in sorted(figures.items()):
        digest.update(f"{name} {parameter.unit}".encode())
        for entry in parameter.entries:
            lines = dict(entry.table.values) if entry.table else entry.value
            digest.update(repr((entry.since, entry.until, lines)).encode())
    for name, text in sorted(code.items()):
        digest.update(f"{name} {hashlib.sha256(text.encode()).hexdigest()}".encode())
    return f"{int(digest.hexdigest()[:12], 16) % 10**10:010}"


def code_of_the_law() -> dict[str, str]:
    """The text of every module by its name."""
    return {f"{package}.{name}": text_of(package, f"{name}.py") for package, name in _modules(law.__name__)}


def _modules(package: str) -> Iterator[tuple[str, str]]:
    """Every module of the law with its package; tests are no packages, and so none of them."""
    for found in pkgutil.iter_modules(importlib.import_module(package).__path__):
        if found.ispkg:
            yield package, f"{found.name}/__init__"
            yield from _modules(f"{package}.{found.name}")
        else:
            yield package, found.name
