"""Finds the texts to translate in Python, templates and the data of the law, without GNU gettext.

Django turns a template into pseudo-Python whose only strings are the translatable ones; Babel reads Python.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

from vssid.domain.law.engine.yaml_text import read
from vssid.project.messages.catalogues import PACKAGE

_FUNCTIONS = {
    "gettext": None, "gettext_lazy": None, "gettext_noop": None, "_": None, "marked": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "marked_plural": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip

_CLAIMS = "domain/law/estimates/filing.yaml"


@dataclass(frozen=True)
class Text:
    """One text; ``plural`` and ``context`` may be empty; ``place`` is the file, from the package."""

    context: str
    singular: str
    plural: str
    place: str


def texts() -> Iterator[Text]:
    """Every translatable text of the package, in the order of files and lines."""
    for path in sorted(PACKAGE.rglob("*")):
        place = path.relative_to(PACKAGE).as_posix()
        if _holds_figures_of_the_law(path):
            yield from titles_of_figures(path.read_text(), place)
        if place == _CLAIMS:
            yield from words_of_claims(path.read_text(), place)
        if path.suffix not in {".py", ".html", ".txt"} or _outside(path):
            continue
        if path.suffix != ".py" and "templates" not in path.parts:
            continue
        yield from _texts_of(path)


def titles_of_figures(source: str, place: str) -> Iterator[Text]:
    """The titles in one YAML file of figures of the law, what the lines of its tables are numbered by and
    the words of its codes; pages name a figure by them, in words.
    """
    for figure in (read(source).get("parameters") or {}).values():
        coded = (*figure.get("words", {}).values(), *figure.get("line_words", {}).values())
        for words in (figure.get("title"), figure.get("key"), *coded):
            if words:
                yield Text(context="", singular=words, plural="", place=place)


def words_of_claims(source: str, place: str) -> Iterator[Text]:
    """For whom a claim is, its papers, and where it goes."""
    file = read(source)
    rows = [row for claims in file["claims"].values() for row in claims]
    for words in (*file["where"].values(), *(said for row in rows for said in (row["whom"], *row["papers"]))):
        yield Text(context="", singular=words, plural="", place=place)


def _holds_figures_of_the_law(path: Path) -> bool:
    within = path.relative_to(PACKAGE)
    return within.match("domain/law/shared/*.yaml") or within.match("domain/law/benefits/*/parameters.yaml")


def _outside(path: Path) -> bool:
    return bool(
        {"tests", "migrations", "built", "gallery", "node_modules"} & set(path.relative_to(PACKAGE).parts)
    )


def _texts_of(path: Path) -> Iterator[Text]:
    source = path.read_text()
    if path.suffix != ".py":
        # the pseudo-Python keeps the template's indentation, which Python's tokenizer would refuse
        source = "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())
    place = path.relative_to(PACKAGE).as_posix()
    for _line, found, _comments, context in extract("python", BytesIO(source.encode()), keywords=_FUNCTIONS):
        singular, plural = found if isinstance(found, tuple) else (found, "")
        if singular:
            yield Text(context=context or "", singular=singular, plural=plural or "", place=place)
