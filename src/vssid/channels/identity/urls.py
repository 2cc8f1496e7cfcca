"""Everything under /accounts/, by the names the sign-in library knows, and the choices a visitor may make."""

from django.urls import path

from vssid.channels.identity import choices
from vssid.channels.identity.views import password, sessions, sign_in

urlpatterns = [
    path("accounts/login/", sign_in.sign_in, name="account_login"),
    path("accounts/logout/", sign_in.sign_out, name="account_logout"),
    path("accounts/recover/", sign_in.recover, name="account_recover"),
    path("accounts/reauthenticate/", password.confirm, name="account_reauthenticate"),
    path("accounts/password/change/", password.change_password, name="account_change_password"),
    path("accounts/sessions/", sessions.sessions, name="usersessions_list"),
    path("language/", choices.set_language, name="set_language"),
    path("text-size/", choices.set_text_size, name="set_text_size"),
]
