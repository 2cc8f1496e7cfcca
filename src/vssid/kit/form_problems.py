"""A Problem of a value as the error of the field it was typed into."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from vssid.domain.values.problem import Problem


def parsed(parse: Callable[[str], str], typed: str) -> str:
    """What ``parse`` makes of ``typed``; raises ValidationError in the reader's language."""
    try:
        return parse(typed)
    except Problem as problem:
        words = gettext(problem.sentence) % problem.details
        raise ValidationError(words, code=problem.code) from problem
