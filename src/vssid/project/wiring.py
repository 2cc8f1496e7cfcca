"""The only place where a port meets the part that serves it."""

from __future__ import annotations

from pathlib import Path

import vssid
from vssid.apps.documents import ports as documents
from vssid.integrations.letters.typesetter import Typesetter

_PACKAGE = Path(vssid.__file__).parent


def join() -> None:
    """Called once when the process starts."""
    documents.join_letters(Typesetter(fonts=_PACKAGE / "ui" / "fonts_built"))
