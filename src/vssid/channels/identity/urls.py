"""Everything under /accounts/, by the names the sign-in library knows, and the choices a visitor may make."""

from django.urls import path, re_path

from vssid.channels.identity import choices
from vssid.channels.identity.registration.urls import urlpatterns as registration_urls
from vssid.channels.identity.views import (
    eid,
    new_device,
    passkeys,
    password,
    recover,
    recovery_codes,
    second_factor,
    sign_in,
    staff_activation,
    step_up,
)

urlpatterns = [
    *registration_urls,
    path("accounts/login/", sign_in.sign_in, name="account_login"),
    path("accounts/logout/", sign_in.sign_out, name="account_logout"),
    path("accounts/recover/", recover.recover, name="account_recover"),
    re_path(r"^accounts/recover/(?P<channel>sms|email)/$", recover.ask, name="account_recover_ask"),
    path("accounts/recover/new-password/", recover.choose, name="account_recover_choose"),
    path("accounts/recover/counter/", recover.elsewhere, {"door": "counter"}, name="account_recover_counter"),
    path("accounts/recover/hotline/", recover.elsewhere, {"door": "hotline"}, name="account_recover_hotline"),
    path("accounts/recover/chat/", recover.elsewhere, {"door": "web"}, name="account_recover_chat"),
    path("accounts/recover/not-me/", recover.not_me, name="account_not_me"),
    path("accounts/reauthenticate/", step_up.step_up, name="account_reauthenticate"),
    path("accounts/password/change/", password.change_password, name="account_change_password"),
    path("accounts/new-device/", new_device.new_device, name="new_device"),
    path("accounts/passkey/login/", passkeys.sign_in, name="passkey_sign_in"),
    path("accounts/passkey/add/", passkeys.add, name="passkey_add"),
    path("accounts/app/add/", second_factor.add_app, name="app_add"),
    path("accounts/recovery-codes/", recovery_codes.make, name="recovery_codes_make"),
    path("accounts/vneid/", eid.link, name="eid_link"),
    path("accounts/vneid/unlink/", eid.unlink, name="eid_unlink"),
    path("accounts/sessions/", sign_in.sessions, name="usersessions_list"),
    path("accounts/staff/activate/", staff_activation.activate, name="staff_activate"),
    path("accounts/staff/set-up/", second_factor.set_up, name="staff_set_up"),
    path("accounts/staff/code/", second_factor.code, name="staff_code"),
    path("accounts/staff/leave/", second_factor.leave, name="staff_leave"),
    path("language/", choices.set_language, name="set_language"),
    path("text-size/", choices.set_text_size, name="set_text_size"),
]
