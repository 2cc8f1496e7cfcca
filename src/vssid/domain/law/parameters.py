"""The figures of the law by day: ``value("base_salary", on=day)``.

The shared ones and their entries are in ``shared/parameters.yaml``, those of one benefit alone in
``benefits/<folder>/parameters.yaml``, where ``rate`` of the folder ``sickness`` becomes ``sickness.rate``. An
amount
is in đồng, a rate in parts per million, an age in months; ``parameter(name)`` tells the unit, every entry and
its
source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType

from vssid.domain.law.engine.loading import Acts, load
from vssid.domain.law.engine.parameter import Parameter
from vssid.domain.values.problem import NotFound, marked


class UnknownParameter(NotFound):
    code = "unknown_parameter"
    sentence = marked("There is no figure of the law named %(name)s.")


def value(name: str, on: date) -> int:
    """The value in force on a day. Raises UnknownParameter, or NotInForce when no entry holds on that day."""
    return parameter(name).entry(on).value


def parameter(name: str) -> Parameter:
    """All of one figure; raises UnknownParameter."""
    try:
        return parameters()[name]
    except KeyError:
        raise UnknownParameter(name=name) from None


@cache
def parameters() -> Mapping[str, Parameter]:
    """Every figure by name: the shared ones in the order of their file, then the benefits' by folder."""
    known, acts = dict(_shared()[1]), _shared()[0]
    for folder in benefit_folders():
        file = resources.files("vssid.domain.law.benefits").joinpath(folder, "parameters.yaml")
        if not file.is_file():
            continue
        for name, own in load(file.read_text("utf-8"), acts=acts, above=known).parameters.items():
            full = f"{folder}.{name}"
            if full in known:
                raise ValueError(f"{full} is a shared figure already")
            known[full] = replace(own, name=full)
    return MappingProxyType(known)


def benefit_folders() -> list[str]:
    """The names of the benefits, in alphabetical order: every folder of ``benefits`` with a formula."""
    folders = resources.files("vssid.domain.law.benefits").iterdir()
    return sorted(folder.name for folder in folders if folder.joinpath("formula.py").is_file())


@cache
def _shared() -> tuple[Acts, Mapping[str, Parameter]]:
    file = resources.files("vssid.domain.law.shared").joinpath("parameters.yaml")
    loaded = load(file.read_text("utf-8"))
    return loaded.acts, loaded.parameters
