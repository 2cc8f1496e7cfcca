"""Number and password."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from vssid.apps.accounts.errors import WrongNumberOrPassword
from vssid.apps.accounts.services.check_number_and_password import check_number_and_password
from vssid.channels.identity.caller import caller_of
from vssid.kit import clock


class NumberAndPassword(BaseBackend):
    """``username`` is whichever number the person types. TooMany passes through to the view.

    An account is handed on unnamed (Any): doors do not know tables.
    """

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **credentials: Any,
    ) -> Any:
        if request is None or not username or not password:
            return None
        try:
            return check_number_and_password(
                number=username, password=password, caller=caller_of(request), now=clock.now()
            )
        except WrongNumberOrPassword:
            return None

    def get_user(self, user_id: int) -> Any:
        return get_user_model()._default_manager.filter(pk=user_id, is_active=True).first()
