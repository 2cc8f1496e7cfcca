"""Sessions in the database, written once a request and looked up only under keys that we could have made."""

from __future__ import annotations

import re
import secrets

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from vssid.kit.compiled_inserts import insert

_KEY = re.compile(r"[a-z0-9]{32}\Z")


class SessionStore(DatabaseStore):
    _unwritten = False

    def create(self) -> None:
        """Only names it: it is written when the request is done, with what was put into it meanwhile."""
        self._session_key = self._get_new_session_key()
        self.modified = True
        self._unwritten = True

    def save(self, must_create: bool = False) -> None:
        if self.session_key is None:
            self.create()
        if self._unwritten:
            self._write_new()
        else:
            super().save(must_create=must_create)

    def _write_new(self) -> None:
        """One statement; the library would open a transaction around it."""
        insert(self.create_model_instance(self._get_session(no_load=True)))  # type: ignore[attr-defined]
        self._unwritten = False

    def _get_new_session_key(self) -> str:
        """128 bits of chance. Nobody is asked whether it is taken: to be written under it fails then."""
        return secrets.token_hex(16)

    def _validate_session_key(self, key: str | None) -> bool:
        """A cookie may hold any byte, and PostgreSQL refuses some of them in a text."""
        return bool(key and _KEY.match(key))
