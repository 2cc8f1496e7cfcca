"""The only place where a port meets the part that serves it."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

import vssid
from vssid.apps.accounts.contact_book import AccountsContactBook
from vssid.apps.documents import ports as documents
from vssid.apps.notifications import ports as notifications
from vssid.integrations.letters.typesetter import Typesetter

_PACKAGE = Path(vssid.__file__).parent


def join() -> None:
    """Called once when the process starts."""
    documents.join_letters(Typesetter(fonts=_PACKAGE / "ui" / "fonts_built"))
    notifications.join_contact_book(
        AccountsContactBook(
            trust_on_file=settings.TRUST_CONTACTS_ON_FILE, default_language=settings.LANGUAGE_CODE
        )
    )
