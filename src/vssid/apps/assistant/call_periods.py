"""When a call counts as over though nobody said so: ``calls.toml``, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Any


def lost_after() -> timedelta:
    """From the start of a call: one without an end by then was lost with its agent."""
    return timedelta(minutes=_written()["lost"]["minutes"])


def gone_after() -> timedelta:
    """From the hand-over of a call that no officer took."""
    return timedelta(minutes=_written()["gone"]["minutes"])


@cache
def _written() -> Mapping[str, Any]:
    return tomllib.loads(files("vssid.apps.assistant").joinpath("calls.toml").read_text(encoding="utf-8"))
