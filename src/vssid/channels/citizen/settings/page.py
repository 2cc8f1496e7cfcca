"""What can be chosen, what is chosen now, and where the rest is set."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.channels.citizen.privacy.page import way_to_privacy
from vssid.ui.appearance import Appearance
from vssid.ui.elements import Row


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


@dataclass(frozen=True, slots=True)
class Section:
    anchor: str
    title: str
    settings: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``further``: settings that have a page of their own."""

    sections: tuple[Section, ...]
    further: tuple[Row, ...]


def drawn(now: Appearance, *, browser_saves_data: bool = False) -> Page:
    looks = (_languages(), _text_sizes(now), _themes(now), _contrast(now), _motion(now))
    reading = (_discreet(now), _saver(now, browser_saves_data=browser_saves_data))
    return Page(
        sections=(
            Section("appearance", _("Appearance"), looks),
            Section("reading", _("Reading and data"), reading),
        ),
        further=_further(),
    )


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


def _contrast(now: Appearance) -> Setting:
    return _switch("contrast", _("Contrast"), _("As the device"), _("High contrast"), "", on=now.contrast)


def _motion(now: Appearance) -> Setting:
    return _switch("motion", _("Motion"), _("As the device"), _("No motion"), "", on=now.motion)


def _discreet(now: Appearance) -> Setting:
    note = _("Amounts, diagnoses and facilities show at a tap. Printed pages and papers stay complete.")
    return _switch("discreet", _("Amounts and facilities"), _("Shown"), _("Hidden"), note, on=now.discreet)


def _saver(now: Appearance, *, browser_saves_data: bool) -> Setting:
    note = (
        _("The browser asks to save data, so this is on now.")
        if browser_saves_data
        else _("Uses the device's own type and loads nothing ahead.")
    )
    return _switch("saver", _("Mobile data"), _("As the device"), _("Save data"), note, on=now.saver)


def _switch(name: str, title: str, off: str, on_words: str, note: str, *, on: bool) -> Setting:
    return Setting(
        anchor=name,
        title=title,
        note=note,
        url=reverse("citizen:set_switch", args=[name]),
        name="value",
        choices=(Choice("off", off, not on), Choice("on", on_words, on)),
    )


def _further() -> tuple[Row, ...]:
    """Each a page of its own."""
    return (
        Row(_("Notices"), _("Choose what you are told, and how"), reverse("citizen:notice_settings"), "bell"),
        Row(
            _("Without network"),
            _("Copies on this device, their lock, installing the app"),
            reverse("citizen:offline"),
            "wifi-off",
            "nghe",
        ),
        Row(
            _("Sign-in and safety"),
            _("Passkeys, authenticator app, recovery codes"),
            reverse("citizen:sign_in_ways"),
            "shield-check",
            "la",
        ),
        Row(
            _("Telephone and e-mail"),
            _("Where notices and codes go"),
            reverse("citizen:contacts"),
            "phone",
        ),
        Row(
            _("Where you are signed in"),
            _("Sign out one device or all"),
            reverse("citizen:devices"),
            "device-mobile",
        ),
        way_to_privacy(),
        Row(
            _("The tour again"),
            _("Three short pages over your own card and months"),
            reverse("citizen:welcome"),
            "help",
            "la",
        ),
        Row(
            _("Change the password"),
            _("Other devices are then signed out"),
            reverse("account_change_password"),
            "key",
        ),
    )
