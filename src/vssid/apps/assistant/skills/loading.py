"""Reads the folders of skills. One that lacks something is refused by name; there is no list to edit."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from vssid.apps.assistant.skills.skill import Skill, SkillHook
from vssid.domain.values.actor import Scope
from vssid.kit.languages import LANGUAGE_NAMES

SKILLS = Path(__file__).resolve().parent
_PACKAGE = "vssid.apps.assistant.skills"
_DESCRIPTION = "skill.toml"
_FIELDS = {"order", "page", "icon", "titles", "asks", "unless"}
_MAY_HAVE = {"scope"}


class BrokenSkill(ValueError):
    """A skill that cannot be used; the text names the folder and the fault."""


@cache
def skills() -> Mapping[str, Skill]:
    """Every skill by its code, in the order in which they are offered; read once a process."""
    found = [load(path.parent) for path in SKILLS.glob(f"*/{_DESCRIPTION}")]
    return {skill.code: skill for skill in sorted(found, key=lambda skill: skill.order)}


def load(folder: Path, *, package: str = _PACKAGE) -> Skill:
    """The skill in ``folder``, spoken in every language, its hook imported from ``package``."""
    given = tomllib.loads((folder / _DESCRIPTION).read_text(encoding="utf-8"))
    if wrong := sorted((given.keys() ^ _FIELDS) - _MAY_HAVE):
        raise BrokenSkill(f"{folder.name}: lacks or does not know {', '.join(wrong)}")
    for part in ("titles", "asks", "unless"):
        if silent := [code for code in LANGUAGE_NAMES if not given[part].get(code)]:
            raise BrokenSkill(f"{folder.name}: {part} lack {', '.join(silent)}")
    module = import_module(f"{package}.{folder.name}.skill")
    if not callable(getattr(module, "look", None)):
        raise BrokenSkill(f"{folder.name}: skill.py has no look")
    return Skill(
        code=folder.name,
        order=given["order"],
        page=given["page"],
        icon=given["icon"],
        scope=Scope(given["scope"]) if "scope" in given else None,
        titles=given["titles"],
        asks=_all(given["asks"]),
        unless=_all(given["unless"]),
        hook=cast("SkillHook", module),
    )


def _all(by_language: Mapping[str, Any]) -> tuple[str, ...]:
    """People write in other languages than the one they read."""
    return tuple(ask for asks in by_language.values() for ask in asks)
