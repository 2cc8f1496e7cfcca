"""The figures of the law by day: ``value("base_salary", on=day)``.

The shared ones and their entries are in the YAML files of ``shared/``, those of one benefit alone in
``benefits/<folder>/parameters.yaml``, where ``rate`` of the folder ``sickness`` becomes ``sickness.rate``. An
amount is in đồng, a rate in parts per million, an age in months; ``parameter(name)`` tells the unit, every
entry and its source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from types import MappingProxyType

from vssid.domain.law.engine.loading import Acts, load
from vssid.domain.law.engine.parameter import Parameter
from vssid.domain.law.folders import SHARED_LAW, benefit_folders, shared_figures, text
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


Amend = Callable[[Parameter], Parameter]
_FIGURES = "parameters.yaml"


@cache
def parameters() -> Mapping[str, Parameter]:
    """Every figure by name: the shared ones in the order of their file, then the benefits' by folder."""
    return amended(lambda parameter: parameter)


def amended(amend: Amend) -> Mapping[str, Parameter]:
    """Every figure by name after ``amend``; what follows from an amended figure follows from it as
    amended.
    """
    acts, shared = _shared(amend)
    known = dict(shared)
    for folder in benefit_folders():
        try:
            content = text(folder, _FIGURES)
        except FileNotFoundError:
            continue
        loaded = load(content, acts=acts, above=known, amend=_within(folder, amend))
        for own in loaded.parameters.values():
            if own.name in known:
                raise ValueError(f"{own.name} is a shared figure already")
            known[own.name] = own
    return MappingProxyType(known)


def _within(folder: str, amend: Amend) -> Amend:
    return lambda parameter: amend(replace(parameter, name=f"{folder}.{parameter.name}"))


def _shared(amend: Amend) -> tuple[Acts, Mapping[str, Parameter]]:
    """``parameters.yaml`` first, whose acts and figures the other files of ``shared`` may rest on."""
    first = load(text(SHARED_LAW, _FIGURES), amend=amend)
    known = dict(first.parameters)
    for name in shared_figures():
        if name != _FIGURES:
            known |= load(text(SHARED_LAW, name), acts=first.acts, above=known, amend=amend).parameters
    return first.acts, known
