"""Change the password."""

from __future__ import annotations

from allauth.account.views import PasswordChangeView
from django.http import HttpResponse

from vssid.apps.accounts.services.end_sessions import end_other_sessions
from vssid.channels.identity.forms import NewPasswordForm
from vssid.channels.identity.views.refusal import RefusesInWords
from vssid.channels.identity.visitor import must_change_password, visitor_of
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


change_password = open_to(Audience.CITIZEN)(ChangePassword.as_view())
