"""The library's list of sessions, without what it does to it at every sign-in.

It loads each earlier session of the account, and its user with it, to see which have ended: a sign-in would
cost more with every one before. ``forget_ended`` clears the list in periodic work, for everybody at once.
"""

from __future__ import annotations

from typing import Any

from allauth.usersessions.apps import UserSessionsConfig
from django.http import HttpRequest

from vssid.kit.compiled_inserts import insert


class SessionList(UserSessionsConfig):
    def ready(self) -> None:
        from allauth.account.signals import user_logged_in
        from allauth.usersessions.signals import on_user_logged_in

        super().ready()
        user_logged_in.disconnect(on_user_logged_in)
        user_logged_in.connect(_list_signed_in)


def list_session(request: HttpRequest) -> None:
    """For a key that was made in this request: the library's own way looks first whether it is listed."""
    from allauth.account.adapter import get_adapter
    from allauth.usersessions.models import UserSession

    longest = UserSession._meta.get_field("user_agent").max_length
    insert(
        UserSession(
            user=request.user,
            session_key=request.session.session_key,
            ip=get_adapter().get_client_ip(request),
            user_agent=request.headers.get("User-Agent", "")[:longest],
        )
    )


def _list_signed_in(*, request: HttpRequest, **_: Any) -> None:
    list_session(request)
