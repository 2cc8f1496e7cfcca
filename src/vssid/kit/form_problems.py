"""A Problem of a value as the error of the field it was typed into."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import ValidationError

from vssid.domain.values.problem import Problem
from vssid.kit.problem_words import in_words


def parsed(parse: Callable[[str], str], typed: str) -> str:
    """What ``parse`` makes of ``typed``; raises ValidationError in the reader's language."""
    try:
        return parse(typed)
    except Problem as problem:
        raise ValidationError(in_words(problem), code=problem.code) from problem
