"""A folder of the catalogue: ``entry.toml`` and one Markdown file a language.

``entry.toml``: ``topic``, ``order``, ``effective_from``, ``as_of``, ``confidence``, ``basis``; optional
``changed_on``, ``[basis_in]`` (the basis by language) and ``[[sources]]`` (``title``, ``url``). A text begins
with ``# Title``; in policies and news the first paragraph is the summary. An older version that stays
readable lies in a folder inside, named by the day from which it held (``policies/pension/2016-01-01``).
Figures: :mod:`.figures`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vssid.apps.content.errors import TextRefused
from vssid.apps.content.vocabulary import Confidence, Kind, Topic
from vssid.apps.content.writing.manuscript import Manuscript, Words

_ALWAYS = {"topic", "order", "effective_from", "as_of", "confidence", "basis"}
_MAY = {"changed_on", "basis_in", "sources"}


@dataclass(frozen=True, slots=True)
class Shipped:
    """``versions`` in the order of their days."""

    kind: Kind
    slug: str
    topic: str
    order: int
    versions: tuple[Manuscript, ...]


def catalogue(root: Path) -> Iterator[Shipped]:
    """Every entry below ``root``, kind by kind, slug by slug; TextRefused names the file that is wrong."""
    for kind in Kind:
        for folder in sorted((root / kind.folder).glob("*/")):
            yield _entry(kind, folder)


def _entry(kind: Kind, folder: Path) -> Shipped:
    head = _head(folder)
    versions = [_manuscript(kind, older, _head(older)) for older in sorted(folder.glob("*/"))]
    versions.append(_manuscript(kind, folder, head))
    days = [version.effective_from for version in versions]
    if days != sorted(set(days)):
        raise TextRefused(place=_place(folder), reason="an older version does not hold from an earlier day")
    return Shipped(kind, folder.name, head["topic"], head["order"], tuple(versions))


def _head(folder: Path) -> dict[str, Any]:
    file = folder / "entry.toml"
    try:
        head = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TextRefused(place=_place(file), reason=str(error)) from error
    unknown, lacking = head.keys() - _ALWAYS - _MAY, _ALWAYS - head.keys()
    if unknown or lacking:
        names = ", ".join(sorted(unknown | lacking))
        raise TextRefused(place=_place(file), reason=f"unknown or missing: {names}")
    for name, allowed in (("topic", Topic.values), ("confidence", Confidence.values)):
        if head[name] not in allowed:
            raise TextRefused(place=_place(file), reason=f"{name} is one of {', '.join(allowed)}")
    for name in {"effective_from", "as_of", "changed_on"} & head.keys():
        if not isinstance(head[name], date):
            raise TextRefused(place=_place(file), reason=f"{name} is no day")
    return head


def _manuscript(kind: Kind, folder: Path, head: dict[str, Any]) -> Manuscript:
    manuscript = Manuscript(
        kind=kind,
        effective_from=head["effective_from"],
        as_of=head["as_of"],
        changed_on=head.get("changed_on"),
        confidence=head["confidence"],
        basis=head["basis"],
        basis_in=head.get("basis_in", {}),
        sources=tuple((source["title"], source["url"]) for source in head.get("sources", ())),
        words={file.stem: _words(kind, file) for file in sorted(folder.glob("*.md"))},
    )
    for language, fault in manuscript.faults():
        raise TextRefused(place=_place(folder / f"{language or 'entry'}"), reason=fault)
    if manuscript.missing():
        raise TextRefused(place=_place(folder), reason=f"no text in {', '.join(manuscript.missing())}")
    return manuscript


def _words(kind: Kind, file: Path) -> Words:
    first, _, rest = file.read_text(encoding="utf-8").strip().partition("\n")
    if not first.startswith("# "):
        raise TextRefused(place=_place(file), reason="the first line is not “# Title”")
    summary = ""
    if kind.has_summary:
        summary, _, rest = rest.strip().partition("\n\n")
    return Words(first[2:].strip(), " ".join(summary.split()), rest.strip())


def _place(path: Path) -> str:
    return "/".join(path.parts[-3:])
