"""What personal data are used for, as ``consents.toml`` says; a mistake in it stops the start, by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from vssid.domain.values.problem import marked


class Purpose(StrEnum):
    """The codes are stored: add, never rename."""

    RECORD = "record"
    REQUIRED_NOTICES = "required_notices"
    OPTIONAL_NOTICES = "optional_notices"
    USE_STATISTICS = "use_statistics"
    NEWS_EMAIL = "news_email"
    PUSH = "push"


TITLES = {
    Purpose.RECORD: marked("Keeping the insurance record and paying benefits"),
    Purpose.REQUIRED_NOTICES: marked("Notices the law asks for, and those on safety"),
    Purpose.OPTIONAL_NOTICES: marked("Other notices by telephone, e-mail or on a device"),
    Purpose.USE_STATISTICS: marked("Counting in which month the app is used"),
    Purpose.NEWS_EMAIL: marked("News on law and service by e-mail"),
    Purpose.PUSH: marked("Short notices on devices"),
}


class Ground(StrEnum):
    """See ``consents.toml``."""

    DUTY = "duty"
    TASK = "task"
    CONSENT = "consent"


class Asked(StrEnum):
    """Where somebody agrees."""

    PAGE = "page"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Use:
    """``version`` and ``asked``: of a consent. ``limited_by``: reasons of a decision that stop it."""

    purpose: Purpose
    ground: Ground
    since: date
    version: int = 0
    asked: Asked | None = None
    limited_by: frozenset[str] = frozenset()


class BrokenPurpose(ValueError):
    """``consents.toml`` cannot be used; the text names the entry and the fault."""


@cache
def uses() -> Mapping[Purpose, Use]:
    """Every purpose, in the order of the file."""
    written = tomllib.loads(files("vssid.apps.consents").joinpath("consents.toml").read_text("utf-8"))
    read = {Purpose(code): _use(Purpose(code), entry) for code, entry in written.items()}
    if missing := sorted(set(Purpose) - read.keys()):
        raise BrokenPurpose(f"consents.toml says nothing about {', '.join(missing)}")
    return read


def limited_by(reason: str) -> tuple[Purpose, ...]:
    """What a decision for ``reason`` stops."""
    return tuple(use.purpose for use in uses().values() if reason in use.limited_by)


def _use(purpose: Purpose, entry: Mapping[str, Any]) -> Use:
    ground = Ground(entry["ground"])
    needed = {"ground", "since"}
    needed |= {"limited_by"} if ground is not Ground.DUTY else set()
    needed |= {"version", "asked"} if ground is Ground.CONSENT else set()
    if entry.keys() != needed:
        raise BrokenPurpose(f"consents.toml: {purpose} takes exactly {', '.join(sorted(needed))}")
    return Use(
        purpose,
        ground,
        entry["since"],
        entry.get("version", 0),
        Asked(entry["asked"]) if "asked" in entry else None,
        frozenset(entry.get("limited_by", ())),
    )
