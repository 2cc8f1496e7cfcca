"""What a complete catalogue is: every text there, said, not fuzzy, with the same placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import polib

from vssid.project.messages import catalogues
from vssid.project.messages.extraction import texts
from vssid.project.messages.framework import framework_texts
from vssid.project.messages.gathering import unique

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w+\}")
_TAG = re.compile(r"</?\w+")


def findings(languages: Iterable[str] = catalogues.LANGUAGES) -> Iterator[str]:
    """One sentence a fault over ``languages``; nothing when all are complete."""
    wanted = unique([*texts(), *framework_texts()])
    for language in languages:
        yield from _catalogue_findings(language, catalogues.read(language), set(wanted))


def _catalogue_findings(
    language: str, catalogue: polib.POFile, wanted: set[tuple[str, str]]
) -> Iterator[str]:
    entries = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue}
    for _context, text in sorted(wanted - set(entries)):
        yield f"{language}: missing, run `make messages`: {text!r}"
    for _context, text in sorted(set(entries) - wanted):
        yield f"{language}: no longer used, run `make messages`: {text!r}"
    for entry in catalogue:
        yield from (f"{language}: {fault}: {entry.msgid!r}" for fault in entry_faults(entry))


def entry_faults(entry: polib.POEntry) -> Iterator[str]:
    """What is wrong with one translated text."""
    said = entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr
    source = entry.msgid_plural or entry.msgid
    if not said.strip():
        yield "untranslated"
        return
    if entry.fuzzy:
        yield "fuzzy"
    if sorted(_PLACEHOLDER.findall(said)) != sorted(_PLACEHOLDER.findall(source)):
        yield "placeholders differ"
    if sorted(_TAG.findall(said)) != sorted(_TAG.findall(source)):
        yield "markup differs"
    if source.startswith("\n") != said.startswith("\n") or source.endswith("\n") != said.endswith("\n"):
        yield "line break at an end differs"
    if "!" in said or "！" in said:
        yield "raises its voice"
