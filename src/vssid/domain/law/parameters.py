"""The figures of the law by day: ``value("base_salary", on=day)``.

The names and their entries are in ``shared/parameters.yaml``. An amount is in đồng, a rate in parts per
million, an age in months; ``parameter(name)`` tells the unit, every entry and its source.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType

from vssid.domain.law.engine.loading import load
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
    """Every figure by name, in the order of the file."""
    file = resources.files("vssid.domain.law.shared").joinpath("parameters.yaml")
    return MappingProxyType(load(file.read_text(encoding="utf-8")))
