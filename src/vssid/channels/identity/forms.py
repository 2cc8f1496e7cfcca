"""The forms of sign-in and passwords."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm
from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.assurance.tables import ProofKind
from vssid.channels.identity.fields import LONGEST_PASSWORD, TYPED_AS_IS, NumberForm
from vssid.channels.identity.proofs import record_proof


class SignInForm(NumberForm):
    """``login``: any number the person ever had; spaces and dots do not matter.

    In place of the library's form, which asks its settings for every field and way there could be.
    """

    password = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._request = request
        self._account: Any = None
        _plain_password(self.fields["password"], label=_("Password"))

    def clean(self) -> dict[str, Any]:
        """A wrong pair is said at the password: there the person can look at what was typed."""
        typed = self.cleaned_data
        if not self.errors:
            self._account = get_adapter().authenticate(
                self._request, username=typed["login"], password=typed["password"]
            )
            if self._account is None:
                self.add_error("password", get_adapter().validation_error("username_password_mismatch"))
        return typed

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """As the library does, but without writing the typed number into the session."""
        record_proof(request, self._account, ProofKind.PASSWORD)
        login = Login(user=self._account, redirect_url=redirect_url)
        response: HttpResponse = perform_login(request, login)
        request.session.set_expiry(0)
        return response


class PasswordAgainForm(forms.Form):
    """The password once more."""

    password = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain_password(self.fields["password"], label=_("Password"))


class NewPasswordForm(ChangePasswordForm):
    """The old and the new password, each once: Show replaces typing it twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        _plain_password(self.fields["oldpassword"], label=_("Current password"))
        _plain_password(
            self.fields["password1"],
            label=_("New password"),
            hint=_("At least 8 characters. Several words are easy to keep in mind."),
        )

    def clean_oldpassword(self) -> str:
        old: str = self.cleaned_data["oldpassword"]
        if not get_adapter().reauthenticate(self.user, old):
            raise get_adapter().validation_error("enter_current_password")
        return old

    def clean_password1(self) -> str:
        new: str = self.cleaned_data["password1"]
        if new == self.cleaned_data.get("oldpassword"):
            raise ValidationError(
                _("This is the password you have now. Choose another."), code="password_unchanged"
            )
        return new


def _plain_password(field: forms.Field, *, label: Any, hint: Any = "") -> None:
    """Our words on a field of the library; nothing that only a placeholder says."""
    field.label, field.help_text = label, hint
    field.error_messages["required"] = _("Enter the password.")
    field.max_length = LONGEST_PASSWORD  # type: ignore[attr-defined]
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs |= {**TYPED_AS_IS, "maxlength": str(LONGEST_PASSWORD)}
