"""What stands after the question mark: a known value, or a page that says which one is not."""

from __future__ import annotations

from collections.abc import Collection

from django.http import HttpRequest

from vssid.domain.values.months import Month
from vssid.domain.values.problem import Problem, marked


class UnknownValue(Problem):
    code = "unknown_value"
    sentence = marked(
        "The address asks for something this page does not have (%(name)s). Go back and choose from the page."
    )


def choice(request: HttpRequest, name: str, allowed: Collection[str], default: str) -> str:
    """The parameter ``name``, one of ``allowed``; ``default`` when it is absent; else UnknownValue."""
    given = request.GET.get(name, default)
    if given not in allowed:
        raise UnknownValue(field=name, name=name)
    return given


def whole(request: HttpRequest, name: str, default: int, *, least: int, most: int) -> int:
    """The parameter ``name`` as a whole number between ``least`` and ``most``; else UnknownValue."""
    given = request.GET.get(name)
    if given is None:
        return default
    if not (given.isascii() and given.isdigit() and len(given) <= 9 and least <= int(given) <= most):
        raise UnknownValue(field=name, name=name)
    return int(given)


def month_or_none(request: HttpRequest, name: str) -> Month | None:
    """The parameter ``name`` as a month written YYYY-MM; None when it is absent; else UnknownValue."""
    given = request.GET.get(name)
    if given is None:
        return None
    try:
        return Month.parse(given)
    except ValueError as error:
        raise UnknownValue(field=name, name=name) from error
