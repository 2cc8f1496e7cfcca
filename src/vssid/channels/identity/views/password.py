"""Change the password, and give it once more before something delicate."""

from __future__ import annotations

from datetime import timedelta

from allauth.account.views import PasswordChangeView, ReauthenticateView
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse

from vssid.apps.accounts.services.end_sessions import end_other_sessions
from vssid.channels.identity.forms import ConfirmForm, NewPasswordForm
from vssid.channels.identity.views.refusal import RefusesInWords
from vssid.channels.identity.visitor import CONFIRMED, must_change_password, visitor_of
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to


class ChangePassword(RefusesInWords, PasswordChangeView):
    """Every other session ends; this one stays."""

    def get_template_names(self) -> list[str]:
        first = must_change_password(self.request)
        return ["account/password_first.html" if first else "account/password_change.html"]

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        end_other_sessions(
            actor=visitor_of(self.request).actor,
            current_key=self.request.session.session_key or "",
            now=clock.now(),
        )
        return response


class Confirm(RefusesInWords, ReauthenticateView):
    """Opens, for some minutes and in this session, what is shown only after giving the password again."""

    form_class = ConfirmForm

    def form_valid(self, form: ConfirmForm) -> HttpResponse:
        until = clock.now() + timedelta(seconds=settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)
        self.request.session[CONFIRMED] = until.isoformat()
        response: HttpResponse = super().form_valid(form)
        return response


change_password = open_to(Audience.CITIZEN)(ChangePassword.as_view())
confirm = open_to(Audience.CITIZEN)(login_required(Confirm.as_view()))
