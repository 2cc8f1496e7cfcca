"""Where the catalogues are and how they are read."""

from __future__ import annotations

from pathlib import Path

import polib

import vssid

PACKAGE = Path(vssid.__file__).parent
LOCALE = PACKAGE / "locale"
LANGUAGES = ("vi", "zh_Hans", "ko", "ja")


def path_of(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> polib.POFile:
    """The catalogue; an empty one when the language has none yet."""
    path = path_of(language)
    return polib.pofile(str(path), wrapwidth=110) if path.exists() else _empty(language)


def _empty(language: str) -> polib.POFile:
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        # none of the four changes a noun with its number
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    return catalogue
