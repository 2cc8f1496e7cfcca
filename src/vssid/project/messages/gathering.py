"""Brings the catalogues in line with the source: new texts come in empty, texts no longer used go."""

from __future__ import annotations

from collections.abc import Iterable

import polib

from vssid.project.messages import catalogues
from vssid.project.messages.extraction import Text, texts
from vssid.project.messages.framework import framework_texts


def gather(languages: Iterable[str] = catalogues.LANGUAGES) -> dict[str, int]:
    """Rewrites the catalogues of ``languages``; returns how many texts each still lacks."""
    wanted = unique([*texts(), *framework_texts()])
    return {language: _gather_one(language, wanted) for language in languages}


def unique(found: list[Text]) -> dict[tuple[str, str], tuple[Text, list[str]]]:
    """Texts by (context, singular) with the places they stand in; a plural wins over its bare singular."""
    merged: dict[tuple[str, str], tuple[Text, list[str]]] = {}
    for text in found:
        key = (text.context, text.singular)
        kept, places = merged.get(key, (text, []))
        if text.place not in places:
            places.append(text.place)
        merged[key] = (text if text.plural else kept, places)
    return merged


def _gather_one(language: str, wanted: dict[tuple[str, str], tuple[Text, list[str]]]) -> int:
    before = catalogues.read(language)
    known = {(entry.msgctxt or "", entry.msgid): entry for entry in before}
    after = polib.POFile(wrapwidth=110)
    after.metadata = before.metadata
    for key in sorted(wanted, key=lambda key: (wanted[key][1][0], key[1])):
        after.append(_entry(*wanted[key], known.get(key)))
    path = catalogues.path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    after.save(str(path))
    return len(after.untranslated_entries())


def _entry(text: Text, places: list[str], known: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=text.singular,
        msgctxt=text.context or None,
        occurrences=[(place, "") for place in places],
        flags=["python-format"] if "%(" in text.singular else [],
    )
    if text.plural:
        entry.msgid_plural = text.plural
        entry.msgstr_plural = {0: _said(known)}
    else:
        entry.msgstr = _said(known)
    return entry


def _said(known: polib.POEntry | None) -> str:
    if known is None:
        return ""
    return known.msgstr or (known.msgstr_plural or {}).get(0, "")
