"""What can be chosen, and what is chosen now."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.ui.appearance import Appearance


@dataclass(frozen=True, slots=True)
class Choice:
    """A button that posts ``value``; ``language`` marks a name that stands in its own language."""

    value: str
    words: str
    chosen: bool
    language: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """A form of buttons named ``name`` that posts to ``url``."""

    anchor: str
    title: str
    note: str
    url: str
    name: str
    choices: tuple[Choice, ...]


def drawn(now: Appearance) -> tuple[Setting, ...]:
    return (_languages(), _text_sizes(now), _themes(now))


def _languages() -> Setting:
    current = get_language()
    return Setting(
        anchor="language",
        title=_("Language"),
        note=_("Names of people and places and the legal words on the card stay in Vietnamese."),
        url=reverse("set_language"),
        name="language",
        choices=tuple(Choice(code, name, code == current, code) for code, name in settings.LANGUAGES),
    )


def _text_sizes(now: Appearance) -> Setting:
    words = {"100": _("Normal text"), "115": _("Larger text"), "130": _("Largest text")}
    return Setting(
        anchor="text-size",
        title=_("Text size"),
        note="",
        url=reverse("set_text_size"),
        name="size",
        choices=tuple(Choice(value, text, value == now.text) for value, text in words.items()),
    )


def _themes(now: Appearance) -> Setting:
    words = {"auto": _("As the device"), "light": _("Light"), "dark": _("Dark")}
    return Setting(
        anchor="colours",
        title=_("Colours"),
        note=_("The code on the card is black on white in both."),
        url=reverse("citizen:set_theme"),
        name="theme",
        choices=tuple(Choice(value, text, value == (now.theme or "auto")) for value, text in words.items()),
    )
