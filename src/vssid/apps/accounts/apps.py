from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "vssid.apps.accounts"
    label = "accounts"
