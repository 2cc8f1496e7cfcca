"""A variable of the environment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Variable:
    name: str
    read: Callable[[str], Any]
    default: Any
    help: str
    secret: bool = False
