"""The folders of the law and the files beside their modules."""

from __future__ import annotations

import os
import pkgutil
from functools import cache

from vssid.domain.law import benefits, shared
from vssid.domain.package_data import text_of

LAW = "vssid.domain.law"
BENEFITS = f"{LAW}.benefits"
SHARED_LAW = "shared"
"""The folder of what several benefits use; the first part of the code of a rule in it."""


@cache
def benefit_folders() -> tuple[str, ...]:
    """The names of the benefits, in alphabetical order: every package in ``benefits``."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(benefits.__path__) if found.ispkg))


def package_of(folder: str) -> str:
    """The package of a benefit, or of what benefits share."""
    return f"{LAW if folder == SHARED_LAW else BENEFITS}.{folder}"


@cache
def shared_figures() -> tuple[str, ...]:
    """The names of the files of dated figures in ``shared``, in alphabetical order."""
    (path,) = shared.__path__
    return tuple(sorted(file.name for file in os.scandir(path) if file.name.endswith(".yaml")))


def text(folder: str, name: str) -> str:
    """A file of a folder. FileNotFoundError when it has none of that name."""
    return text_of(package_of(folder), name)
