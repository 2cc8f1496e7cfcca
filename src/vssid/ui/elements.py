"""The plain values list-like components take: frozen, already in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from vssid.kit.formats.styles import style

REGISTERED = {"lang": "vi", "translate": "no"}
"""Attributes of an element that holds nothing but Vietnamese data."""


def as_registered(text: str) -> SafeString:
    """Vietnamese data within a sentence of another language: marked, and left alone by translators."""
    return format_html('<span lang="vi" translate="no">{}</span>', text)


def before_registered(words: str, name: str) -> str:
    """``words, name``, of which the second is Vietnamese data; either may be missing."""
    if not name:
        return words
    return format_html("{}{}{}", words, style().comma if words else "", as_registered(name))


@dataclass(frozen=True, slots=True)
class Link:
    """A choice among siblings (sub-tab, chip, tab, language). ``note`` is a count or short addition."""

    text: str
    url: str
    current: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list; with a ``url`` the whole line is one link.

    ``tone`` colours the icon tile: "", la, nghe, man, gach, none. ``lead`` is a short line above the title
    in tabular digits (a span of months, a time). ``status_kind``/``status`` draw status words below.
    ``data=True`` marks title as Vietnamese data that is not translated (names of people and places).
    ``quoted=True`` marks the note as somebody's own words, in whatever language they wrote them.
    ``muted``: a gap between others. ``action`` with its address is a link inside a row that is none
    itself. ``anchor``: the id by which an address finds a row that is a link.
    """

    title: str
    note: str = ""
    url: str = ""
    icon: str = ""
    tone: str = ""
    lead: str = ""
    unread: bool = False
    status_kind: str = ""
    status: str = ""
    data: bool = False
    quoted: bool = False
    muted: bool = False
    action: str = ""
    action_url: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One answer of a summary list. ``data=True`` marks the value as untranslated Vietnamese data."""

    label: str
    value: str
    action: str = ""
    url: str = ""
    data: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """One chip of the person switch: the name as data, as a greeting says it (a Vietnamese given name, any
    other name whole); the kinship in the reader's language."""

    name: str
    url: str
    kinship: str = ""
    current: bool = False

    @property
    def initial(self) -> str:
        return self.name.strip()[:1].upper() or "?"


@dataclass(frozen=True, slots=True)
class Task:
    """One of the four frequent tasks of home."""

    text: str
    url: str
    icon: str
    tone: str = ""
