"""Addresses under ``/accounts/register/``."""

from django.urls import path

from vssid.apps.accounts.registrations.answers import ASKED_OF_ALL
from vssid.channels.identity.registration import activation, photographs, views

_ROOT = "accounts/register/"

urlpatterns = [
    path(_ROOT, views.start, name="register"),
    *(
        path(
            f"{_ROOT}{question.value}/",
            views.question,
            {"question": question},
            name=f"register_{question.value}",
        )
        for question in ASKED_OF_ALL
    ),
    path(f"{_ROOT}photos/", photographs.photos, name="register_photos"),
    path(f"{_ROOT}scan/", views.scan, name="register_scan"),
    path(f"{_ROOT}codes/", views.codes, name="register_codes"),
    path(f"{_ROOT}codes/again/", views.send_codes_again, name="register_codes_again"),
    path(f"{_ROOT}check/", views.check, name="register_check"),
    path(f"{_ROOT}form/", views.paper, name="register_form"),
    path(f"{_ROOT}status/", views.status, name="register_status"),
    path(f"{_ROOT}later/", views.later, name="register_later"),
    path(f"{_ROOT}cancel/", views.cancel, name="register_cancel"),
    path(f"{_ROOT}activation/", views.new_activation, name="register_activation"),
    path(f"{_ROOT}resume/", views.resume, name="register_resume"),
    path(f"{_ROOT}resume/code/", views.resume_with_code, name="register_resume_code"),
    path("accounts/activate/", activation.activate, name="account_activate"),
]
