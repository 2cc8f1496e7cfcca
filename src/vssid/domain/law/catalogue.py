"""Finds what the folders of the law hold: rules, regimes, quantities, vocabulary, cases. There is no list to
edit.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from vssid.domain.law.engine.loading import read
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.law.engine.regimes import Regime, regimes
from vssid.domain.law.engine.rules import Rule, rules
from vssid.domain.law.estimates.quantities import QUANTITIES as OF_ESTIMATES
from vssid.domain.law.parameters import benefit_folders
from vssid.domain.law.shared.quantities import QUANTITIES as SHARED

SHARED_LAW = "shared"
"""The folder of what several benefits use; the first part of the code of a rule in it."""
_LAW = "vssid.domain.law"
_BENEFITS = f"{_LAW}.benefits"
_REGIMES = "regimes"


def all_rules() -> Mapping[str, Rule[..., Any]]:
    """Every rule by code (``<folder>.<name>``), whatever was imported before."""
    _load_rules()
    return rules()


def all_regimes() -> Mapping[str, Regime]:
    """Every regime of worked cases by name."""
    _load_regimes()
    return regimes()


@cache
def folder_of(code: str) -> str:
    """Where a rule or a figure is at home: the benefit its code begins with, else what benefits share."""
    first = code.partition(".")[0]
    return first if first in benefit_folders() else SHARED_LAW


@cache
def quantities() -> Mapping[str, Quantity]:
    """What inputs and results are called, by name. ValueError when two folders say one name differently."""
    known = {**SHARED, **OF_ESTIMATES}
    for folder in benefit_folders():
        own: Mapping[str, Quantity] = importlib.import_module(f"{_BENEFITS}.{folder}.quantities").QUANTITIES
        for name, quantity in own.items():
            if known.setdefault(name, quantity) != quantity:
                raise ValueError(f"{folder}: {name} is called otherwise elsewhere")
    return MappingProxyType(known)


@cache
def vocabulary() -> Mapping[str, Mapping[str, Any]]:
    """The shapes of every regime's ``inputs`` and ``expected``, by regime."""
    known: dict[str, Mapping[str, Any]] = {}
    for folder in benefit_folders():
        for regime, shapes in (_file(folder, "vocabulary.yaml") or {}).items():
            if regime in known:
                raise ValueError(f"{folder}: {regime} stands in another folder too")
            known[regime] = shapes
    return MappingProxyType(known)


def worked_cases(folder: str) -> list[Mapping[str, Any]]:
    """The worked cases of a benefit, as its ``cases.yaml`` writes them; what is shared has none."""
    if folder == SHARED_LAW:
        return []
    cases: list[Mapping[str, Any]] = _file(folder, "cases.yaml")["examples"]
    return cases


def explanation(folder: str, language: str) -> str:
    """What a benefit is and how it is computed, in Markdown. ``language``: a code of the platform,
    ``vi`` …
    """
    parent = _LAW if folder == SHARED_LAW else _BENEFITS
    return resources.files(parent).joinpath(folder, f"explain.{language}.md").read_text("utf-8")


@cache
def _load_rules() -> None:
    """Rules may stand in any module of a folder. Worked cases are not read: they bring their own imports."""
    for folder in benefit_folders():
        package = importlib.import_module(f"{_BENEFITS}.{folder}")
        for module in pkgutil.iter_modules(package.__path__):
            if not module.ispkg and module.name != _REGIMES:
                importlib.import_module(f"{_BENEFITS}.{folder}.{module.name}")


@cache
def _load_regimes() -> None:
    for folder in benefit_folders():
        importlib.import_module(f"{_BENEFITS}.{folder}.{_REGIMES}")


def _file(folder: str, name: str) -> Any:
    return read(resources.files(_BENEFITS).joinpath(folder, name).read_text("utf-8"))
