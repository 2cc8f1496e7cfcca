"""The questions worked cases may ask, found in the folders of the law: who answers, and in what shapes."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from vssid.domain.law.engine.regimes import Regime, regimes
from vssid.domain.law.engine.yaml_text import read
from vssid.domain.law.folders import benefit_folders, package_of, text


def all_regimes() -> Mapping[str, Regime]:
    """Every regime of worked cases by name."""
    _load_regimes()
    return regimes()


@cache
def vocabulary() -> Mapping[str, Mapping[str, Any]]:
    """The shapes of every regime's ``inputs`` and ``expected``, by regime. ValueError when two folders
    describe one.
    """
    known: dict[str, Mapping[str, Any]] = {}
    for folder in benefit_folders():
        for regime, shapes in (read(text(folder, "vocabulary.yaml")) or {}).items():
            if regime in known:
                raise ValueError(f"{folder}: {regime} stands in another folder too")
            known[regime] = shapes
    return MappingProxyType(known)


@cache
def _load_regimes() -> None:
    for folder in benefit_folders():
        importlib.import_module(f"{package_of(folder)}.regimes")
