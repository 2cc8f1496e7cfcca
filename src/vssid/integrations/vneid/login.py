"""A finished sign-in as the sign-in library hands it around."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.models import SocialAccount, SocialLogin

from vssid.apps.accounts.national_eid import PROVIDER, NationalEid


class EidLogin(SocialLogin):
    """Carries ``eid``. Whose account it opens is decided by the accounts, never by the library's look-up
    (which would overwrite what is stored, and try e-mail addresses)."""

    def __init__(self, eid: NationalEid, *, provider: Any, state: dict[str, Any]) -> None:
        super().__init__(provider=provider, account=SocialAccount(provider=PROVIDER, uid=eid.digest))
        self.eid = eid
        self.state = state

    def lookup(self) -> None:
        self._did_authenticate_by_email = None
