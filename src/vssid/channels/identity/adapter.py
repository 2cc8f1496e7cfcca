"""What the sign-in library asks us."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.errors import WrongNumberOrPassword, WrongPassword
from vssid.apps.accounts.selectors.preferences import Preferences
from vssid.apps.accounts.services.begin_session import begin_session
from vssid.apps.accounts.services.change_password import change_password
from vssid.apps.accounts.services.confirm_password import confirm_password
from vssid.channels.identity.backends import NumberAndPassword
from vssid.channels.identity.caller import device_token, keep_device_token
from vssid.channels.identity.choices import keep_language
from vssid.channels.identity.leaving import name_owner
from vssid.channels.identity.visitor import Signer, keep_alive, visitor_of
from vssid.kit import clock
from vssid.ui import appearance

_SAID_BY_THE_PAGE = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are opened by the agency; passwords, tries and sessions are judged by the accounts app."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _(WrongNumberOrPassword.sentence),
        "incorrect_password": _(WrongPassword.sentence),
        "enter_current_password": _(WrongPassword.sentence),
    }

    def get_login_stages(self) -> list[str]:
        """Between the first proof and the session; the library's own stages know neither our factors nor
        known devices."""
        return ["vssid.channels.identity.stages.NewDevice"]

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """By the one way there is. The library's own counters live in a cache that can be lost; ours count
        inside the check."""
        return NumberAndPassword().authenticate(request, **credentials)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *rest: Any, **more: Any
    ) -> None:
        """Nobody is told that they are signed in or out: the page shows it."""
        if message_template not in _SAID_BY_THE_PAGE:
            super().add_message(request, level, message_template, *rest, **more)

    def post_login(self, request: HttpRequest, user: Any, **particulars: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **particulars)
        keep_alive(request)
        visitor = visitor_of(request, alone=True)
        token = begin_session(
            account=user,
            actor=visitor.actor,
            device_token=device_token(request),
            user_agent=request.headers.get("User-Agent", ""),
            now=clock.now(),
        )
        keep_device_token(response, token)
        name_owner(response, visitor.device_mark)
        keep_language(response, visitor.preferences.language)
        _keep_appearance(request, response, visitor.preferences)
        return response

    def reauthenticate(self, user: Signer, password: str) -> bool:
        try:
            confirm_password(actor=visitor_of(context.request).actor, password=password, now=clock.now())
        except WrongPassword:
            return False
        return True

    def set_password(self, user: Signer, password: str) -> None:
        change_password(
            actor=visitor_of(context.request).actor,
            new_password=password,
            device_token=device_token(context.request),
            now=clock.now(),
        )
        user.refresh_from_db(fields=["password", "must_change_password"])

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url(settings.LOGIN_REDIRECT_URL)


class PasskeyAdapter(DefaultMFAAdapter):
    """What a device shows of us and of the person when it keeps a passkey."""

    def _get_site_name(self) -> str:
        return "VssID"

    def get_public_key_credential_user_entity(self, user: Signer) -> dict[str, object]:
        """The handle leads back to the account, and says nothing about the person."""
        name = visitor_of(context.request).full_name
        handle = super().get_public_key_credential_user_entity(user)["id"]
        return {"id": handle, "display_name": name, "name": name}


def _keep_appearance(request: HttpRequest, response: HttpResponse, preferences: Preferences) -> None:
    """On a new browser the account's choice; what somebody has just made larger to read stays as it is.

    What is hidden in the account is hidden here in any case.
    """
    own = appearance.of(
        "" if preferences.theme == "auto" else preferences.theme,
        str(preferences.text_size),
        set(preferences.eases),
    )
    cookies = {appearance.THEME_COOKIE, appearance.TEXT_COOKIE, appearance.EASE_COOKIE}
    if cookies & request.COOKIES.keys():
        here = appearance.chosen(request)
        if here.discreet or not own.discreet:
            return
        own = replace(here, discreet=True)
    appearance.remember(response, own)
