"""Sessions in the database, looked up only under keys that we could have made."""

from __future__ import annotations

import re

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

_KEY = re.compile(r"[a-z0-9]{32}\Z")


class SessionStore(DatabaseStore):
    def _validate_session_key(self, key: str | None) -> bool:
        """A cookie may hold any byte, and PostgreSQL refuses some of them in a text."""
        return bool(key and _KEY.match(key))
