"""Finds what the folders of the law hold: rules, quantities, cases, words. There is no list to edit."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.law.engine.rules import Rule, rules
from vssid.domain.law.engine.yaml_text import read
from vssid.domain.law.estimates.quantities import QUANTITIES as OF_ESTIMATES
from vssid.domain.law.folders import SHARED_LAW, benefit_folders, package_of, text
from vssid.domain.law.shared.quantities import QUANTITIES as SHARED


def all_rules() -> Mapping[str, Rule[..., Any]]:
    """Every rule by code (``<folder>.<name>``), whatever was imported before."""
    _load_rules()
    return rules()


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
        own: Mapping[str, Quantity] = importlib.import_module(f"{package_of(folder)}.quantities").QUANTITIES
        for name, quantity in own.items():
            if known.setdefault(name, quantity) != quantity:
                raise ValueError(f"{folder}: {name} is called otherwise elsewhere")
    return MappingProxyType(known)


def worked_cases(folder: str) -> list[Mapping[str, Any]]:
    """The worked cases of a benefit, as its ``cases.yaml`` writes them; what is shared has none."""
    if folder == SHARED_LAW:
        return []
    cases: list[Mapping[str, Any]] = read(text(folder, "cases.yaml"))["examples"]
    return cases


def explanation(folder: str, language: str) -> str:
    """What a benefit is and how it is computed, in Markdown. ``language``: a code of the platform,
    ``vi`` …
    """
    return text(folder, f"explain.{language}.md")


@cache
def _load_rules() -> None:
    """Rules may stand in any module of a folder, but ``regimes.py`` and ``case_….py``: those answer worked
    cases, and who only computes need not wait for what reads them.
    """
    for folder in benefit_folders():
        package = importlib.import_module(package_of(folder))
        for module in pkgutil.iter_modules(package.__path__):
            if not module.ispkg and not module.name.startswith(("regimes", "case_")):
                importlib.import_module(f"{package.__name__}.{module.name}")
